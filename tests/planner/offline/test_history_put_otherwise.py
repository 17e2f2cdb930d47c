"""What jars of honey were in earlier runs, put as owners also put it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.nights import Nights, Rows

HEAD = ("jar_id", "shelf", "state", "weight", "remark")
STATES = {"f": "full", "s": "sold", "c": "cracked"}


def jars(shelves: str, states: str, weight: int, remarks: int) -> Rows:
    """One jar for each letter; the last so many have no remark."""
    told = len(shelves) - remarks
    return [
        HEAD,
        *(
            (f"J{n}", shelf, STATES[state], weight, "ok" if n < told else None)
            for n, (shelf, state) in enumerate(zip(shelves, states, strict=True))
        ),
    ]


A_WEEK_AGO = jars("N" * 12, "f" * 12, weight=5, remarks=0)
LAST = jars("NNNNNSSSSE", "ffffffssss", weight=4, remarks=2)
FEWER = jars("NNNNNNSSS", "fffffsssc", weight=5, remarks=3)
MORE = jars("NNNNNNSSSSEE", "ffffffssssss", weight=4, remarks=2)
# Rows 12, 10 and now 9 or 12; mean weight 5, 4 and now 5 or 4.


def shop(folder: Path, now: Rows) -> Nights:
    """Two nights, and the data of the third."""
    nights = Nights(folder, "jars")
    nights.night("2026-11-13", A_WEEK_AGO)
    nights.night("2026-11-19", LAST)
    nights.arrive("2026-11-20", now)
    return nights


@pytest.fixture(scope="module")
def fewer(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    """Fewer jars than the last time."""
    return shop(tmp_path_factory.mktemp("fewer"), FEWER)


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    """More jars than the last time."""
    return shop(tmp_path_factory.mktemp("more"), MORE)


OF_FEWER = [
    ("1", "Since the last run, the average weight must grow by at least 30%."),
    ("0", "Since the last run, the average weight must grow by at least 20%."),
    ("1", "The drop in the number of jars since the last run must not be more than 5%."),
    ("0", "The drop in the number of jars since the last run must not be more than 10%."),
    ("1", "The number of rows of cracked jars must not rise since the last run."),
    ("1", "The average weight must be no more than as high as in the last run."),
    ("0", "The number of jars must be at most as high as in the last run."),
    ("1", "The number of jars must be at most 5% away from the last run."),
    ("1", "The share of empty remarks must be within 5 percentage points of the last run."),
    ("0", "The null rate of remark must be within ±20 percentage points of that in the last run."),
    ("1", "The row count must not deviate from the last run by more than 5%."),
    ("0", "The number of jars may deviate from the last run by at most 20%."),
    ("1", "The row count may vary by at most 5% from that of the last run."),
    ("1", "The average weight must not go above that in the last run"),
    ("0", "The number of jars must not exceed that of the last run."),
    ("1", "The number of jars must not fall below that of the last run."),
    ("1", "The number of jars must not drop by more than 10% compared with 1 week ago"),
    ("1", "The number of jars must not drop by more than 10% week over week."),
    ("1", "The number of jars must not drop by more than 5% day over day."),
    ("0", "The row count must not change by more than 10% day on day."),
    ("1", "For each shelf, the number of jars must be at least half of the last run."),
    ("2", "Within every shelf, the number of jars must be within 20% of the last run."),
    (
        "1",
        "The share of empty remarks must not rise by 5 percentage points or more since "
        "the last run.",
    ),
    ("1", "Flag values of state that were not there in the last run."),
    ("0", "Flag values of shelf that were not seen in the last run."),
    ("1", "Alert any drop in the number of jars since the last run."),
    ("1", "The number of rows with a remark must be at least as high as in the last run."),
    ("1", "Jars must not have shrunk since the last run."),
    ("0", "Jars must not grow since the last run."),
    ("1", "The average weight must not go more than 10% higher than in the last run."),
    ("0", "The number of jars must not rise more than 30% above the last run."),
    ("1", "Alert if the number of jars is not within 5% of the last run."),
    ("1", "Flag unless the row count is at least 95% of the last run."),
]

OF_MORE = [
    ("1", "jars must not gain more than 1 rows since the last run."),
    ("0", "jars must not have gained more than 20% of rows since the last run."),
    ("1", "Jars must not grow since the last run."),
    ("1", "The number of jars must not rise more than 10% above the last run."),
    ("0", "Alert any drop in the number of jars since the last run."),
    ("1", "There must be no change in the row count since the last run"),
]

DECLINED = [
    "The row count must differ from the last run.",
    "The number of jars must not be 5% higher than in the last run.",
    "The number of jars has fallen by at most 5% since the last run.",
    "The drop in the number of jars since the last run above 5% is wrong.",
]


@pytest.mark.parametrize(("failing", "sentence"), OF_FEWER)
def test_fewer(fewer: Nights, sentence: str, failing: str) -> None:
    assert fewer.answer(sentence) == failing


@pytest.mark.parametrize(("failing", "sentence"), OF_MORE)
def test_more(more: Nights, sentence: str, failing: str) -> None:
    assert more.answer(sentence) == failing


@pytest.mark.parametrize("sentence", DECLINED)
def test_declined(fewer: Nights, sentence: str) -> None:
    assert not fewer.answer(sentence).isdigit()
