"""Questions of all state the rule, questions of any ask for what breaks it."""

from __future__ import annotations

import pytest

from tests.planner.offline.rental_tables import RENTALS
from tests.planner.offline.spoken import Tables

READ = [
    # of all
    ("b", "Does every rental have a rider_email?"),
    ("b", "Do all rentals have a rider_email? If not, flag them."),
    ("b", "Does each rental have a rider_email? They must."),
    ("e", "Can every rating be read as a number?"),
    ("c", "Do the minutes always lie between 10 and 600?"),
    ("c", "Wherever an ended_on is given, is it on or after started_on?"),
    ("b d", "Are rider_email and ended_on both filled? If not, flag the rental."),
    ("d", "Does every fee lie below 15?"),
    # of any
    ("d", "Does the fee ever exceed 15?"),
    ("d", "Does the fee ever exceed 15? If so, flag the rental."),
    ("b", "Is the rider_email ever left blank? That must not happen."),
    ("d", "Does any fee exceed 15? There should be none."),
    ("c", "Does any rental have a negative fee?"),
    ("2", "Does any bike_no have two rentals? If so, flag all of them."),
    ("a b e", "Does anyone report a fee and a deposit at the same time, both above 0?"),
    # of measures
    ("0", "Is the average fee between 5 and 6?"),
    ("1", "Is the average fee between 6 and 9?"),
    ("0", "Is the average fee higher for status open than for status closed?"),
    ("1", "Is the average fee lower for status open than for status closed?"),
    ("1", "Is the average fee lower among open rentals than among closed ones?"),
    ("0", "Is the average fee higher among open rentals than among closed ones (status)?"),
    # of all rows, said behind
    ("b", "Is the rider_email filled everywhere?"),
    ("e", "Is rating a number wherever it is filled in?"),
    ("d", "Are the fees all below 15?"),
    ("d", "Is the fee above 15 anywhere?"),
    ("b d", "Does station only contain Harbour and Mill?"),
    # of whose, of what can be, of what was forgotten
    ("b", "Whose rider_email is missing?"),
    ("d", "Can it be that a fee is above 15?"),
    ("b", "Are we missing a rider_email for any rental?"),
    # with an answer
    ("0", "Is the average fee above 9? It must not be."),
    ("1", "How many different names does station hold? Fewer than five is a failure."),
    ("0", "How many different names does station hold? Fewer than four is too few."),
    ("0", "How many stations are there? There should be exactly four."),
    ("1", "How often does station Harbour occur? More than 1 times is too much."),
    ("0", "How often does station Harbour occur? More than 3 times is too much."),
    ("0", "Is Harbour the station that was used most often?"),
    ("1", "Is Mill the station that was used most often?"),
    ("0", "Are there more than two open rentals? That would be too many."),
    ("1", "Are there more than one open rentals? That would be too many."),
    ("1", "What share of rentals is open? It must stay below 40 percent."),
]

DECLINED = [
    # what is asked and what is flagged are at odds
    "Does every rental have a rider_email? If so, flag it.",
    "Does any rental have a fee above 15? If not, flag it.",
    "Is there a rental with a fee above 15? If not, flag it.",
    "Are all fees above 1? If so, flag them.",
    "Does any rental have a fee above 15? There should be one.",
    "Is any fee above 15? That is fine.",
    "Is every fee above 1? It must not be.",
    "Does every rental have a rider_email? They must not.",
    "Does every rental have a rider_email? None should.",
    "Does the fee ever exceed 15? It must do so.",
    # a question that asks nothing
    "Did?",
    "Is there? If so, flag it.",
    # neither of all nor of any
    "Do some rentals have no deposit?",
    "Do most rentals have a deposit above 0?",
    "Does not every rental have a deposit above 0?",
    "Doesn't every rental have a deposit above 0?",
    "Did no rental have a fee below 1?",
    "Is the fee above 1?",
    "Is the fee negative?",
    "Is the average fee above 9?",
    "Is the highest fee above 30?",
    "Is the highest fee below 30?",
    "Is the lowest fee above 0?",
    "Is the lowest fee below 1?",
    # it may be the fault that there is but one, or none at all
    "Does station only have one value?",
    "Is the rider_email missing everywhere?",
    "Are the fees all the same?",
    "Is the average fee lower among open rentals than among closed ones (station)?",
    "Can it be that every fee is above 1?",
    # what follows could matter
    "Is every fee above 1? Tourists pay nothing.",
    "How often does station Harbour occur? Less than 3 times is too much.",
    "Are there fewer than two open rentals? That would be too many.",
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("turned") / "t", RENTALS)


@pytest.mark.parametrize(("flagged", "sentence"), READ, ids=[one[1] for one in READ])
def test_a_question_is_read_as_the_rule_that_it_asks_for(
    tables: Tables, flagged: str, sentence: str
) -> None:
    answer = tables.answer(sentence, "rentals")

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize("sentence", DECLINED)
def test_a_question_whose_answer_is_not_plain_is_declined(tables: Tables, sentence: str) -> None:
    answer = tables.answer(sentence, "rentals")

    assert answer.code in ("not-understood", "ambiguous"), answer.plan


def test_a_question_about_two_tables(tables: Tables) -> None:
    asked = "Does every bike_no in rentals exist in bikes? If not, flag the rental."

    assert tables.answer(asked, "rentals", "bikes").flagged == "c"


def test_every_word_of_a_turned_question_is_accounted_for(tables: Tables) -> None:
    sentence = "Does the fee ever exceed 15? If so, flag the rental."
    words = tables.plan(sentence, "rentals").words

    assert all(sentence[use.start : use.end] == use.text for use in words)
    assert {"fee", "15"} <= {use.text for use in words}
