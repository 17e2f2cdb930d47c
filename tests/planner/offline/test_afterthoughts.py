"""What stands behind a rule: what becomes of a breach, what else is allowed, which rows to flag."""

from __future__ import annotations

import pytest

from tests.planner.offline.rental_tables import RENTALS
from tests.planner.offline.spoken import Tables

READ = [
    # what becomes of a breach tells what one is
    ("c", "Where ended_on is before started_on, somebody mixed the dates up and the rental has to "
          "be corrected."),
    ("c", "If fee is below 0, the bill must be rewritten."),
    ("c", "If a rental has a negative fee, the bill should be sent back."),
    ("0", "If the average fee falls outside 5 to 6, the tariff has to be redone."),
    ("1", "If the average fee falls outside 6 to 9, the tariff has to be redone."),
    ("d", "fee must not exceed 15, otherwise the bill has to be corrected."),
    ("d", "Rentals with Dock as their station got into the list by mistake and must be flagged."),
    # what comes with what
    ("d", "A fee of 10 or more has to come with a deposit above 0."),
    ("c", "Any fee below 1 must go with status open."),
    ("d", "Status open must not come with a fee above 10."),
    # what else is allowed
    ("d e", "Is every rating a whole number from 1 to 5?"),
    ("d", "Is every rating a whole number from 1 to 5? N/A is allowed as well."),
    ("d", "Every rating must be a whole number from 1 to 5. N/A is fine too."),
    # which rows are another matter
    ("c", "ended_on must not be before started_on. Rentals without an ended_on are a different "
          "matter, leave them out."),
    ("c", "ended_on must not be before started_on. Rentals have no ended_on, and that is fine."),
    # how it is written
    ("d", "Only Harbour, Castle and Mill may appear in station, exactly as written here."),
    # which rows are flagged
    ("c", "Does every bike_no have at least two rentals? Flag the rentals of a bike_no that has "
          "fewer."),
    ("c", "Every bike_no must have at least two rentals. All rentals of a bike_no for which this "
          "does not hold are wrong."),
    ("a b d e", "Each bike_no must have at most one rental. Flag the rentals of a bike_no that has "
                "more."),
    ("c e", "Does the fee ever fall by more than 3 from one row to the next? If so, flag the later "
          "row."),
]  # fmt: skip

DECLINED = [
    "If status is cancelled, the rental must be archived.",
    "If the deposit is below 12, a parent must be called.",
    "If the fee is 16, the rider must not be corrected.",
    "If status is open, the helmet must be corrected.",
    "Rentals of children must be flagged.",
    "Is every rating between 1 and 5 and every fee above 0? N/A is allowed as well.",
    "The average fee must be between 5 and 6. N/A is allowed as well.",
    "Every bike_no must have at least two rentals. Flag the rentals of a bike_no that has more.",
    "Every bike_no must have at least two rentals. Flag the rentals of a station that has fewer.",
    "fee must be above 0. Flag the later row.",
    # a header is no text
    "rider_email must start with bike_no.",
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("afterthoughts") / "t", RENTALS)


@pytest.mark.parametrize(("flagged", "sentence"), READ, ids=[one[1] for one in READ])
def test_it_flags_what_both_sentences_mean(tables: Tables, flagged: str, sentence: str) -> None:
    answer = tables.answer(sentence, "rentals")

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_is_not_plain_is_declined(tables: Tables, sentence: str) -> None:
    answer = tables.answer(sentence, "rentals")

    assert answer.code in ("not-understood", "ambiguous"), answer.plan
