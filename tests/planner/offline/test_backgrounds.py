"""Sentences around a rule that tell of the world are set aside; what could matter never is."""

from __future__ import annotations

import pytest

from tests.planner.offline.rental_tables import RENTALS
from tests.planner.offline.spoken import Tables

READ = [
    # what follows from it is the rule
    ("b", "The insurer only pays if we know who rode. For that reason every rental needs a "
          "rider_email."),
    ("c", "The court fines us if a single bill is off. Therefore no fee may be negative."),
    ("c", "Families are let onto the meadow first. The minutes must therefore be at most 600."),
    ("b", "Letters to new customers still go out by e-mail. So rider_email must be filled."),
    ("b", "Bikes are returned in the evening, so rider_email must be filled."),
    # it mentions nothing of the tables
    ("c", "The garage was robbed twice. No fee may be negative."),
    ("c", "Parents do compare. No fee may be negative."),
    ("d", "The app crashes on odd names. Only Harbour, Castle and Mill may appear in station."),
    ("c", "Two parties on one saddle is the worst that can happen to us. ended_on must not be "
          "before started_on."),
    # it speaks of the rule's own number or value
    ("c", "Hardly anyone can pedal for more than 600 minutes. Treat any minutes above 600 as "
          "suspicious."),
    ("d", "Dock is not a stop of ours. Rentals that have Dock as their station got into the list "
          "by mistake and must be flagged."),
    # others than rows do something, and the rule says itself which rows it is about
    ("b", "Our van collects the bikes at noon. Flag rentals without a rider_email."),
    ("b", "Did we ever trust strangers? Flag rentals without a rider_email."),
]  # fmt: skip

DECLINED = [
    "All bikes belong to a station, so rider_email must be filled.",
    # it may narrow the rule to some rows
    "Our mechanics only look at open rentals. Every rental must have a rider_email.",
    "Only tourists matter here. rider_email must be filled.",
    "We look at tourists. rider_email must be filled.",
    "This concerns tourists. rider_email must be filled.",
    "Tourists are concerned. rider_email must be filled.",
    "We only care about tourists. Every rental must have a rider_email.",
    "Did we rent to tourists? Flag rentals without a rider_email.",
    "Is it a weekend? Flag rentals without a rider_email.",
    "Is there a tourist? Then rider_email must be filled.",
    "Does every rental have a deposit? Flag the rentals of tourists.",
    "Since March we ask for a deposit. deposit must be above 0.",
    "The new tariff started in March. fee must be above 2.",
    # it may exempt some rows
    "The insurance does not cover cancelled rentals. Every rental must have a rider_email.",
    "Nobody asks children for an address. Every rental must have a rider_email.",
    "Club members never pay a fee. fee must be above 0.",
    "Rentals at the Mill are free. fee must be above 0.",
    "The fee may be zero on Sundays. fee must be above 0.",
    "A fee of 0 is fine for vouchers. fee must be above 0.",
    "The form may stay blank for guests. rider_email must be filled.",
    "Unless it rains, helmets are optional. helmet must be yes.",
    "If it rains, helmets are optional. helmet must be yes.",
    "Not every rider leaves an address. rider_email must be filled.",
    "Riders need not leave an address. rider_email must be filled.",
    "Tourists rarely leave an address. rider_email must be filled.",
    "Some riders leave no address. rider_email must be filled.",
    "Skip the test bikes. rider_email must be filled.",
    "Forget tourists. rider_email must be filled.",
    "Ditch guests of honour. rider_email must be filled.",
    "Erase guests of honour. rider_email must be filled.",
    "Apart from tourists everybody is registered. rider_email must be filled.",
    "Tourists count as registered. rider_email must be filled.",
    "Treat walk-ins as registered. rider_email must be filled.",
    "fee must be above 0. Club members never pay.",
    "fee must be above 0. Staff ride for free.",
    "fee must be above 0. The voucher campaign was a success.",
    "rider_email must be filled. Walk-ins have none.",
    "rider_email must be filled. Our walk-ins come at noon.",
    # it may define or measure something
    "A fee of 0 stands for a voucher. fee must be above 0.",
    "A dash marks a guest. rider_email must be filled.",
    "Minutes are rounded to five. minutes must be at least 10.",
    "The clock counts in seconds. minutes must be at most 600.",
    "We bill in cents. fee must be below 2000.",
    "The deposit is given in dollars. deposit must be below 100.",
    "A slip of one minute is acceptable. minutes must be 60.",
    "The scales are off by 2 percent. fee must equal deposit / 10.",
    "Guests get the address guest@mail.example. rider_email must be unique.",
    # it may be a rule of its own
    "rider_email is unique. rider_email must be filled.",
    "Each bike has a station. rider_email must be filled.",
    "In the harbour 15 is the usual fee. Flag rentals with a fee above 14.",
    "Our insurer wants a deposit with each ride. Every rental must have a rider_email.",
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("backgrounds") / "t", RENTALS)


@pytest.mark.parametrize(("flagged", "sentence"), READ, ids=[one[1] for one in READ])
def test_the_rule_is_read_and_its_background_is_named(
    tables: Tables, flagged: str, sentence: str
) -> None:
    answer = tables.answer(sentence, "rentals")

    assert (answer.reason, answer.flagged) == ("", flagged)
    assert answer.plan is not None
    assert any(told.startswith("Not used") for told in answer.plan.assumptions)
    assert "background" in {use.part for use in answer.plan.words}


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_could_matter_is_not_passed_over(tables: Tables, sentence: str) -> None:
    answer = tables.answer(sentence, "rentals")

    no_story = answer.plan is not None and not any(
        told.startswith("Not used") for told in answer.plan.assumptions
    )
    assert answer.code in ("not-understood", "ambiguous") or no_story, answer.plan
