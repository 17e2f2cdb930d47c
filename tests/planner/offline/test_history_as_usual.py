"""What is usual against earlier runs: deviations, ends, and how late the newest date is."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.check import Check
from backend.contracts.history import Part
from backend.planner.offline.planner import OfflinePlanner
from tests.planner.offline.nights import SKIPPED, Nights, Rows

HEAD = ("loan_id", "branch", "fee", "made_on")


def loans(rows: int, fee: float, newest: str) -> Rows:
    """So many loans, half of them of branch N; fees from 1 to twice the mean."""
    cells = ((f"L{n}", "NS"[n % 2], fee, "2026-10-01") for n in range(rows - 2))
    return [HEAD, *cells, ("La", "N", 1, newest), ("Lb", "S", 2 * fee - 1, "2026-09-01")]


EARLIER = (
    ("2026-11-14", 10, 5, "2026-11-13"),
    ("2026-11-15", 12, 6, "2026-11-14"),
    ("2026-11-16", 11, 4, "2026-11-14"),
    ("2026-11-17", 9, 5, "2026-11-16"),
    ("2026-11-18", 10, 6, "2026-11-17"),
    ("2026-11-19", 14, 7, "2026-11-18"),
)
# Rows 10, 12, 11, 9, 10, 14 (mean 11, deviation 1.79) and now 18; mean fee 5, 6, 4, 5, 6, 7 (mean
# 5.5, deviation 1.05) and now 6; days since the newest 1, 1, 2, 1, 1, 1 and now 4.
NOW = ("2026-11-20", 18, 6, "2026-11-16")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    """Six nights, and the data of the seventh."""
    nights = Nights(tmp_path_factory.mktemp("library"), "loans")
    for as_of, rows, fee, newest in EARLIER:
        nights.night(as_of, loans(rows, fee, newest), Part(of="made_on"))
    nights.arrive(NOW[0], loans(*NOW[1:]))
    return nights


def says(number: int | str, *sentences: str) -> list[tuple[str, str]]:
    """Sentences with the number of measures or rows that fail them."""
    return [(sentence, str(number)) for sentence in sentences]


DEVIATIONS = [
    *says(
        1,
        "The row count must be within 3 standard deviations of the last 6 runs.",
        "The number of loans must be within 3 standard deviations of the average of the last 6 "
        "runs.",
        "row count within 3 sigma of the last 6 runs",
        "loans must be within three standard deviations of the previous 5 runs",
        "The number of loans must not deviate by more than 3 standard deviations from the mean of "
        "the last 6 runs.",
        "The number of loans must not be more than 3 sigma above the average of the last 6 runs.",
        "Is the row count within 3 standard deviations of the last 6 runs?",
        "Flag if the row count is more than 3 standard deviations away from the average of the "
        "last 6 runs.",
        "Alert me when the number of loans is more than 3.5 sigma above its historical average, "
        "if there are at least 5 runs.",
        "Compared with the last 6 runs, the number of loans must be within 3 standard deviations.",
        "number of loans: ±3 standard deviations vs the last 6 runs",
        "The number of loans must not be an outlier by the 3 sigma rule compared with the last 6 "
        "runs.",
        "The number of loans must not exceed the average of the last 6 runs by more than 3 "
        "standard deviations.",
        "The row count must be within 3 standard deviations of its average over the last 6 runs.",
        "The number of loans must not drift more than 3 sigma from the last 6 runs.",
        "The number of loans must not change by more than 3 sigma from the last 6 runs.",
        "The number of loans must not rise by more than 3 sigma from the mean of the last 6 runs.",
        "Flag if the row count rises by more than 3 sigma against the last 6 runs.",
        "Has the row count changed by more than 3 standard deviations compared with the last 6 "
        "runs?",
        "Compared with the last 6 runs, the number of loans must not grow by more than 3 sigma.",
        "The number of loans may rise by at most 3 standard deviations from the last 6 runs.",
        "The absolute z-score of the row count against the last 6 runs must be at most 3.",
        "The z-score of the number of loans compared with the last 6 runs must be between -3 and "
        "3.",
        "The row count must be less than 3 standard deviations from the mean of up to the last 30 "
        "runs, with at least 6 runs.",
    ),
    *says(
        0,
        "The row count must be within 4 standard deviations of the last 6 runs.",
        "The average fee must be within 3 standard deviations of the last 6 runs.",
        "The average fee must be within 0.5 standard deviations of the last 6 runs.",
        "The number of loans must not fall by more than 3 sigma from the mean of the last 6 runs.",
        "Alert when the number of loans drops by more than 3 sigma against the last 6 runs.",
        "Compared with the last 6 runs, the number of loans must not drop by more than 3 sigma.",
        "The number of loans may fall by at most 3 standard deviations from the last 6 runs.",
        "The number of loans must not be more than 3 standard deviations below the average of the "
        "last 6 runs.",
        "The average fee must be at most 2 standard deviations above the mean of all earlier "
        "runs, given at least 3 runs.",
        "The maximum fee may be at most 3 standard deviations off the average of the last 4 runs.",
    ),
    *says(
        2,
        "The number of loans per branch must be within 3 standard deviations of the last 6 runs.",
        "For each branch, the number of loans must be within 3 standard deviations of the last 6 "
        "runs.",
    ),
    *says(
        SKIPPED,
        "The average fee must be within 3 standard deviations of its history.",
        "The row count must be within 3 standard deviations of the last 7 runs.",
        "The row count must be within 3 standard deviations of its history, if there are at least "
        "10 runs.",
    ),
]

ENDS = [
    *says(
        0,
        "fee must stay within the minimum and maximum of the last run.",
        "fee must lie between the lowest and highest fee seen in earlier runs.",
        "fee must not exceed the highest fee of the last run.",
        "No fee may be higher than any in the last 3 runs.",
        "fee within min and max of last run",
        "fee must be within its historical range",
    ),
    *says(
        1,
        "fee must stay within the minimum and maximum of the run of 4 days ago.",
        "fee must not be lower than the minimum or higher than the maximum of the run of 4 days "
        "ago.",
        "Flag fees outside the range seen in the run of 4 days ago.",
        "fee must not exceed the highest fee of the run of 4 days ago.",
        "Is every fee within the min and max of the run of 4 days ago?",
        "fee must be at least the minimum and at most the maximum of the run of 4 days ago",
        "No fee may lie outside the value range of the run of 4 days ago.",
        "Verify that every fee is between the minimum and maximum of the run of 4 days ago.",
        "no fee below the minimum or above the maximum of the run of 4 days ago",
    ),
    *says(
        0,
        "fee must not fall below the lowest fee of the run of 4 days ago.",
        "The fees must stay inside the range of values known from previous runs.",
    ),
    *says(SKIPPED, "fee must be within the range of the last 7 runs."),
]

VALUES = [
    *says(
        0,
        "No branch may appear that was not seen in any earlier run.",
        "No new branch may appear compared with all earlier runs.",
        "Flag new branches compared with all previous runs.",
        "There must be no new branches compared with its history.",
    ),
    *says(
        4,
        "No loan_id may appear that was never seen in any earlier run.",
    ),
]

LATE = [
    *says(
        1,
        "The delay of the newest made_on must be within 3 standard deviations of the last 6 runs.",
        "The delay of the newest made_on must not exceed the maximum of the last 6 runs.",
        "The age of the latest made_on must not be more than 3 sigma above the average of the last "
        "6 runs.",
        "days since the latest made_on within 3 standard deviations of the last 6 runs",
        "The number of days since the newest made_on must not be higher than in the last run.",
        "The lag of the most recent made_on must not grow by more than 2 days since the last run.",
        "The delay of the newest made_on must be at most 2 days longer than in the last run.",
        "Is the delay of the newest made_on within 3 standard deviations of the last 6 runs?",
        "Flag if the delay of the newest made_on is more than 3 standard deviations above the "
        "average of the last 6 runs.",
        "The delay of the newest made_on must not be longer than the median of the last 3 runs.",
    ),
    *says(
        0,
        "The delay of the newest made_on must not grow by more than 3 days since the last run.",
        "The delay of the newest made_on must be within 3 days of the last run.",
        "The delay of the newest made_on must not be more than 3 sigma below the average of the "
        "last 6 runs.",
    ),
    *says(
        SKIPPED, "The delay of the newest made_on must not exceed the maximum of the last 9 runs."
    ),
]


def check_of(sentence: str, table: str) -> Check:
    return Check(
        check_id="C-1", check_name="a rule", target_table=(table,), calculation_hint=sentence
    )


@pytest.mark.parametrize(("sentence", "found"), [*DEVIATIONS, *ENDS, *VALUES, *LATE])
def test_a_sentence_finds_what_it_says(library: Nights, sentence: str, found: str) -> None:
    assert library.answer(sentence) == found


@pytest.mark.parametrize("sentence", [each for each, _ in (*DEVIATIONS, *ENDS, *VALUES, *LATE)])
def test_the_restatement_is_read_as_the_same_rule(library: Nights, sentence: str) -> None:
    planner = OfflinePlanner()
    plan = planner.plan(check_of(sentence, "loans"), library.schema)

    assert planner.plan(check_of(plan.restatement, "loans"), library.schema).rule == plan.rule


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of loans must not be anomalous.",
        "The number of loans must not be unusual compared with the last 6 runs.",
        "No branch may disappear compared with all earlier runs.",
        "The number of loans must not be an outlier compared with the last 10 runs.",
        "The row count must be within 3 standard deviations.",
        "The row count must be within 3 standard deviations of the last run.",
        "The row count must be within 3 standard deviations of yesterday.",
        "The row count must be within 3 standard deviations of the last 1 runs.",
        "The row count must be within 3 standard deviations of the last 500 runs.",
        "The row count must be within 3 standard deviations of the last 30 days.",
        "The row count must be within 3 standard deviations of the median of the last 6 runs.",
        "The row count must be within 3% of the last 6 runs.",
        "The row count must be within 3 of the last 6 runs.",
        "The row count must be within 3 median absolute deviations of the last 6 runs.",
        "The row count must not be within 3 standard deviations of the last 6 runs.",
        "The row count must rise by at most 3 standard deviations from the last 6 runs.",
        "The row count must not fall by at most 3 standard deviations from the last 6 runs.",
        "The row count must not change by more than 3 standard deviations since the last run.",
        "The row count must be more than 3 standard deviations from the last 6 runs.",
        "The row count must be at least 2 standard deviations above the mean of the last 6 runs.",
        "The z-score of the row count against the last 6 runs must be at most 3.",
        "The z-score of the row count against the last 6 runs must be between 1 and 3.",
        "fee must be within 3 standard deviations of the last 6 runs.",
        "The average fee per branch must be within 3 standard deviations of the last 6 runs.",
        "The average fee must be within 3 standard deviations of its history per branch.",
        "fee must stay within the minimum and maximum.",
        "fee must stay within the minimum and maximum of last week.",
        "fee must stay within the minimum and maximum of the last 30 days.",
        "fee must stay within the last run.",
        "fee must exceed the maximum of the last run.",
        "fee must lie outside the range of the last run.",
        "fee must be between the lowest and highest loan_id seen in the last run.",
        "fee must not exceed the average of the last run.",
        "fee of loans with branch N must stay within the minimum and maximum of the last run.",
        "branch must lie between the minimum and maximum of the last run.",
        "made_on must lie between the minimum and maximum of the last run.",
        "The average fee must lie between the minimum and the maximum of the last run.",
        "The newest made_on must not be older than usual.",
        "The newest made_on must not be older than in the last run.",
        "The delay of the newest made_on must not be longer than usual.",
        "The delay of made_on must not exceed the maximum of the last 6 runs.",
        "The delay of the oldest made_on must not exceed the maximum of the last 6 runs.",
        "The delay of the newest fee must not exceed the maximum of the last 6 runs.",
        "The delay of the newest made_on per branch must not exceed the maximum of the last 6 "
        "runs.",
        "The delay of the newest made_on must be at least 2 days longer than in the last run.",
    ],
)
def test_what_is_not_certain_is_declined(library: Nights, sentence: str) -> None:
    answer = library.answer(sentence)

    assert not answer.isdigit()
    assert answer != SKIPPED


def test_a_delay_that_is_a_column_is_declined_with_a_cure(tmp_path: Path) -> None:
    nights = Nights(tmp_path, "trips")
    nights.arrive("2026-11-20", [("day", "delay"), ("2026-11-19", 3), ("2026-11-18", 4)])

    told = nights.answer("The delay of the newest day must not exceed that of the last run.")
    assert "say 'the number of days since the newest day'" in told
    since = "The number of days since the newest day must not be higher than in the last run."
    assert nights.answer(since) == SKIPPED


def test_an_outlier_by_no_rule_is_declined_with_a_cure(library: Nights) -> None:
    answer = library.answer("The row count must not be an outlier compared with the last 6 runs.")

    assert "say 'within 3 standard deviations of the last 6 runs'" in answer


def test_the_plan_tells_what_counts_as_history(library: Nights) -> None:
    sentence = "The average fee must not be more than 3 sigma above its historical average."
    plan = OfflinePlanner().plan(check_of(sentence, "loans"), library.schema)

    assert plan.assumptions == (
        "Its history is what up to 100 earlier runs told; where fewer than 7 did, nothing is "
        "tested.",
        "Where all those runs told the same, any higher number fails.",
    )
