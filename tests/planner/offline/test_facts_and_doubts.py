"""Facts are read as the duties that they state; doubts, permissions and halves of rules are not."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables
from tests.planner.offline.theatre_tables import THEATRE

READ = [
    ("tickets", "e", "price does not exceed paid"),
    ("tickets", "b", "price has never been negative"),
    ("tickets", "c", "Tickets are booked before they are played."),
    ("tickets", "c e", "The price of web tickets is 40."),
    ("tickets", "a", "The price of web tickets is not 40."),
    ("tickets", "b c e", "Price and paid agree."),
    ("tickets", "a d", "Price and paid do not agree."),
    ("tickets", "a d", "Do price and paid ever agree?"),
    ("tickets", "b c e", "Do price and paid always agree?"),
    ("tickets", "a d", "Are price and paid ever equal? They must not be."),
    ("tickets", "d", "No ticket is without a seat."),
    ("tickets", "d", "There is not a single ticket without a seat."),
    ("tickets", "a b", "A seat has only one price."),
    ("tickets", "a b", "Each seat belongs to one channel."),
    ("tickets", "b d", "Flag channel values other than web or mail."),
    ("tickets", "a b c e", "channel is anything except web and desk"),
    ("tickets", "a", "price and paid are not both 40"),
    ("tickets", "c", "Flag tickets that are late (booked_on after played_on)."),
    ("tickets", "c", "No ticket is late (booked_on after played_on)."),
    ("tickets", "b c", "Tickets must not have more paid than their price."),
    ("tickets", "b", "seat empty unless channel web"),
    ("tickets", "b d", "channel contains the text web"),
    ("tickets", "d", "channel only contains the values web and desk"),
    ("tickets", "c", "Flag codes without 'TX'."),
    ("tickets", "b c d", "price is around 40, between 30 and 50"),
    ("casts shows", "k4", "show_id appears in shows"),
    ("casts shows", "s3", "Flag shows that have never cast anything."),
    ("tickets", "b c", "price is never negative and never above 50"),
    ("tickets", "b", "price is not negative and not empty"),
    ("tickets", "a b", "Nobody shares a seat with another ticket."),
    ("tickets", "1", "Flag seats used by more than one channel."),
    ("tickets", "", "Flag tickets whose seat occurs twice within one channel."),
    ("tickets", "c e", "Web tickets pay a price of 40."),
    ("tickets", "a c d", "price is not equal to paid or discount"),
    ("tickets", "b", "Did anybody sit in two places (price below 0)?"),
    ("tickets", "b c d", "Flag tickets with a price above 50 or below 20."),
    ("tickets", "c d", "Flag tickets with a price above 50 or without a seat."),
    ("tickets", "", "played_on must be at most 40 days after it was booked"),
    ("tickets", "a b", "played_on must be at most 28 days after it was booked"),
    ("tickets", "c", "The rebate (discount) must be below 50."),
    ("tickets", "d", "Everybody sits, i.e. seat must be filled."),
]
DECLINED = [
    # negation and quantity that no single reading has
    ("tickets", "price is not always positive"),
    ("tickets", "price has not always been positive"),
    ("tickets", "price is not really positive"),
    ("tickets", "Some tickets have no seat."),
    ("tickets", "Most tickets have a seat."),
    ("tickets", "Not every ticket has a seat."),
    ("tickets", "Many tickets are booked on the web."),
    ("tickets", "Seats are sometimes used twice."),
    ("tickets", "Codes are usually unique."),
    # what need not be, or may be, is no rule
    ("tickets", "Codes need not be unique."),
    ("tickets", "A ticket does not need a seat."),
    ("tickets", "Tickets can share a seat."),
    ("tickets", "price is allowed to be negative"),
    ("tickets", "Note that price may be negative."),
    # reports, doubts, and duties that are denied
    ("tickets", "There are tickets without a seat."),
    ("tickets", "It is not true that seat is filled."),
    ("tickets", "I am not sure that seat is filled."),
    ("tickets", "Nobody insists that seat is filled."),
    ("tickets", "Our insurer never asked that seat is filled."),
    ("tickets", "It cannot be ensured that seat is filled."),
    # questions whose wanted answer is not plain
    ("tickets", "Do price and paid differ?"),
    ("tickets", "Is price below 0?"),
    ("tickets", "Check whether price is negative."),
    ("tickets", "I want to know if seat is empty."),
    # groups within groups, and brackets that may deny
    ("tickets", "No seat is given to several tickets of one channel."),
    ("tickets", "Flag tickets that are not late (booked_on after played_on)."),
    ("tickets", "price is around 80, between 30 and 50"),
    ("tickets", "Flag tickets without a seat or with a discount below 5 from web."),
    ("tickets", "price is not negative or not above 50"),
    ("tickets", "Flag seats used by at most one channel."),
    ("tickets", "Did nobody sit in two places (price below 0)?"),
    ("tickets", "Is everyone happy (price below 0)?"),
    ("tickets", "Flag tickets that have not paid (paid = 0)."),
    ("tickets", "All codes of tickets are listed."),
    ("casts shows", "Not every cast belongs to a show."),
    ("casts shows", "show_id appears only in shows"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("theatre") / "t", THEATRE)


@pytest.mark.parametrize(("names", "flagged", "sentence"), READ, ids=[one[2] for one in READ])
def test_a_fact_is_the_duty_that_it_states(
    tables: Tables, names: str, flagged: str, sentence: str
) -> None:
    answer = tables.answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("names", "sentence"), DECLINED, ids=[one[1] for one in DECLINED])
def test_what_is_no_rule_is_declined(tables: Tables, names: str, sentence: str) -> None:
    answer = tables.answer(sentence, *names.split())

    assert answer.code in ("not-understood", "ambiguous"), answer.plan
