"""The own words of rules over what stands before, or at a place, are read as those rules."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

STALLS = (
    ("stall", "owner", "fee", "from_day"),
    ("s1", "Ann", 10, "2024-03-01"),
    ("s2", "Bo", 12.5, "2024-03-02"),
    ("s3", "Ann", -4, "2024-06-09"),
)
UNJUDGED = "flag each row that does not. Rows with fewer rows before them are not judged."
COUNTED = (
    "rows are counted from 1 in file order, without the header. It fails where that row is not "
    "there, or does not tell."
)
RESTATEMENTS = [
    f"fee of stalls lies within 2 sample standard deviations of the mean of the 7 rows before it, "
    f"in file order; {UNJUDGED}",
    f"fee of stalls where owner equals 'Ann' lies at most 2.5 sample standard deviations above the "
    f"mean of the 30 rows before it, in the order of from_day within each owner; {UNJUDGED}",
    "Within each month of from_day of stalls, the number of stalls rows lies within 3 sample "
    "standard deviations of the mean of the 6 months with rows before it; each month that does not "
    "is reported. Those with fewer months before them are not judged.",
    "Within each owner and day of from_day of stalls where fee is greater than 0, the sum of fee "
    "lies at most 1.5 sample standard deviations below the mean of the 30 days with rows before it "
    "of the same owner; each day that does not is reported. Those with fewer days before them are "
    "not judged.",
    f"In row 3 of stalls, owner equals 'Ann'; {COUNTED}",
    f"In the last row of stalls where fee is greater than 0, fee is at most 12 and owner is "
    f"filled; {COUNTED}",
    f"In row 2 from the end of stalls, owner is empty; {COUNTED}",
]
NO_RESTATEMENTS = [
    "fee of stalls lies within 2 sample standard deviations of the mean of the 7 rows before it, "
    "in file order; flag each row that does not. Rows with fewer rows before them are flagged.",
    "In row 3 of stalls, owner equals 'Ann'; rows are counted from 0.",
]


@pytest.fixture(scope="module")
def stalls(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("stalls"), {"stalls": STALLS})


@pytest.mark.parametrize("sentence", RESTATEMENTS)
def test_a_restatement_is_read_as_it_stands(stalls: Tables, sentence: str) -> None:
    assert stalls.plan(sentence).restatement == sentence


@pytest.mark.parametrize("sentence", NO_RESTATEMENTS)
def test_half_a_restatement_is_none(stalls: Tables, sentence: str) -> None:
    assert stalls.answer(sentence, tells_cure=False).code != ""
