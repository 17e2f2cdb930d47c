"""Rules against earlier runs, read and run over the nights of a small library."""

from __future__ import annotations

import pytest

from tests.planner.offline.nights import SKIPPED, Nights, Rows

HEAD = ("loan_id", "branch", "state", "fee", "remark", "made_on")


def loans(branches: str, states: str, fee: int, remarks: int) -> Rows:
    """One loan for each letter; the last so many have no remark."""
    told = len(branches) - remarks
    return [
        HEAD,
        *(
            (f"L{n}", branch, STATES[state], fee, "ok" if n < told else None, "2026-11-01")
            for n, (branch, state) in enumerate(zip(branches, states, strict=True))
        ),
    ]


STATES = {"o": "out", "b": "back", "l": "lost", "t": "late"}
A_WEEK_AGO = loans("N" * 12, "o" * 12, fee=5, remarks=0)
TWO_AGO = loans("N" * 8, "ooootbbt", fee=6, remarks=0)
LAST = [
    ("loan_id", "branch", "state", "fee", "remark", "desk"),
    *((n, *row[1:5], "d1") for n, row in enumerate(loans("NNNNNSSSSE", "oooooobbbb", 4, 2)[1:])),
]
NOW = loans("NNNNNNSSS", "ooooobbbl", fee=5, remarks=3)
# Rows 12, 8, 10 and now 9; mean fee 5, 6, 4 and now 5; total fee 60, 48, 40 and now 45.


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    """The nights of 13, 18 and 19 November, and the data of the 20th."""
    nights = Nights(tmp_path_factory.mktemp("library"), "loans")
    for as_of, rows in (("2026-11-13", A_WEEK_AGO), ("2026-11-18", TWO_AGO), ("2026-11-19", LAST)):
        nights.night(as_of, rows)
    nights.arrive("2026-11-20", NOW)
    return nights


def says(number: int | str, *sentences: str) -> list[tuple[str, str]]:
    """Sentences with the number of measures, values or columns that fail them."""
    return [(sentence, str(number)) for sentence in sentences]


CHANGES = [
    *says(
        0,
        "The number of loans must not change by more than 20% since the last run.",
        "The row count must not change by more than 10% compared with the previous run.",
        "The number of loans must not drop by more than 10% since the last run.",
        "The number of loans may drop by at most 10% since the last run.",
        "The number of loans must change by at most 1 since the last run.",
        "Compared with the last run, the number of loans must not fall by more than 10%.",
        "loans must not shrink by more than 15% from run to run",
        "loans must not lose more than 10% of its rows since the last run.",
        "The number of loans must not have risen since the last run.",
        "The average fee must not drop more than 5% compared with the previous run.",
        "The average fee must have grown since the last run.",
        "The total fee must grow by at least 10% since yesterday.",
        "The number of lost loans must not rise by more than 1 since the last run.",
        "Has the number of loans changed by more than 20% since the last run?",
        "Did the average fee drop by more than 5% since the last run?",
        "Alert when the number of loans drops by more than 10% compared with the last run.",
        "No drop in the number of loans of more than 15% since the last run.",
        "max 20% change in row count since the last run",
        "row count change since last run: at most 20%",
        "The share of empty remarks must not grow by more than 14 percentage points since "
        "yesterday's run.",
        "The number of loans per branch must not rise by more than 20% since the last run.",
    ),
    *says(
        1,
        "The number of loans must not change by more than 5% since the last run.",
        "The number of loans must not drop by 10% or more since the last run.",
        "The number of loans must not drop since the last run.",
        "The number of loans must be unchanged since the last run.",
        "loans must not shrink by more than 5% against the last run",
        "loans must not lose any rows since the last run.",
        "Compared to yesterday, the average fee must not rise by more than 20%.",
        "The average fee must not change by more than 20% from run to run.",
        "The total fee must not increase by more than 4 since the last run.",
        "The number of lost loans must not increase since the last run.",
        "The number of missing remarks must not increase since the last run.",
        "The share of empty remarks must not grow by more than 13 percentage points since "
        "yesterday's run.",
        "The completeness of remark must not drop by more than 1 percentage point since the last "
        "run.",
        "Has the number of loans changed by more than 5% since the last run?",
        "Flag if the total fee rose by more than 10% since the last run.",
        "There must be no drop in the number of loans of more than 5% since the last run.",
        "Warn me when the row count falls by more than 20% compared with last week.",
        "The drop in the number of loans since the last run must not exceed 5%.",
    ),
    *says(
        2,
        "The number of loans per branch must not drop by more than 20% since the last run.",
        "For each branch, the number of loans must not drop by more than 20% since the last run.",
    ),
]

LEVELS = [
    *says(
        0,
        "The row count of loans should be within 10% of the average of the last 3 runs.",
        "row count within 10% of last run",
        "Is the row count within 10% of the average of the last 3 runs?",
        "The number of loans must be within 1 of the last run.",
        "row count +/- 10% vs last run",
        "The total fee must be at least 90% of the median of the last 3 runs.",
        "The total fee must not be more than 15% higher than in the previous run.",
        "The average fee must be between 80% and 125% of the last run.",
        "The number of loans must be at least the minimum of the last 3 runs.",
        "The maximum fee must not exceed the maximum of the last 3 runs.",
        "The number of loans must not fall more than 30% below last week.",
        "The average fee must not deviate by more than 25% from the last run.",
        "There must be at most as many loans as in the last run.",
        "The number of distinct branches must not be higher than in the last run.",
        "The number of loans must equal the average of the last 2 runs.",
    ),
    *says(
        1,
        "loans must not have fewer rows than last week",
        "loans must not have fewer rows than on the same weekday last week",
        "loans must have at least as many rows as 7 days ago.",
        "There must be at least as many loans as in the last run.",
        "There must not be fewer loans than in the last run.",
        "The row count should be within 5% of the average of the last 3 runs.",
        "The number of loans must be at least the median of the last 3 runs.",
        "The number of loans must be higher than in the last run.",
        "The total fee must be at least 95% of the median of the last 3 runs.",
        "Flag if the row count is more than 5% below the average of the last 3 runs.",
        "The average fee must be the same as in the last run.",
        "The average fee must not differ from the last run by more than 20%.",
        "The total fee must be at most 10% higher than in the last run.",
        "The number of distinct branches must be the same as in the last run.",
        "The median fee must not be higher than yesterday.",
    ),
    *says(
        SKIPPED,
        "The row count should be within 10% of the average of the last 4 runs.",
        "The number of loans must not drop by more than 20% compared with 3 days ago.",
        "No new state may appear compared with the last 4 runs.",
    ),
]

VALUES = [
    *says(
        1,
        "No new values may appear in state since the last run.",
        "Flag any new state values since the last run.",
        "state must not contain values that were not there in the last run.",
        "There must be no new state since yesterday.",
        "Are there any new state values since the last run?",
        "No new state may appear compared with the last 3 runs.",
        "No branch value may disappear since the last run.",
        "No value of branch may go missing since the last run.",
        "branch must not lose any values since the last run.",
        "Every branch of the last run must still be present.",
        "The set of branch values must be unchanged since the last run.",
        "No column may be added to loans since the last run.",
        "No column may be removed from loans since the last run.",
        "The column types of loans must not change since the last run.",
    ),
    *says(
        0,
        "No new values may appear in branch since the last run.",
        "No state value may disappear since the last run.",
        "No branch may disappear since last week.",
        "Flag all new branch values compared with the last 2 runs.",
    ),
    *says(
        2,
        "The columns of loans must be unchanged since the last run.",
        "columns of loans must be unchanged since the last run",
        "No column may be added or removed since the last run.",
        "loans must have the same columns as in the last run.",
        "Did the columns of loans change since the last run?",
    ),
    *says(
        3,
        "The schema of loans must be unchanged since the last run.",
        "The structure of loans must not change since yesterday.",
    ),
]

DECLINED = [
    ("The number of loans must not change recently.", "recently"),
    ("The number of loans must not be much lower than usual.", "usual"),
    ("loans must not have fewer rows than in last month's delivery.", "delivery"),
    ("The number of loans must not drop since last month.", "fits the rest"),
    ("The number of loans must not change too much since the last run.", "fits the rest"),
    ("The number of loans must not change by 20% since the last run.", "fits the rest"),
    ("The number of loans must usually not drop since the last run.", "usually"),
    ("The number of loans must not drop by more than 5% since 2026-01-01.", "fits the rest"),
    ("The number of loans must be within 10% of the average of the last 7 days.", "fits the rest"),
    ("The number of loans must be within 10% of the average of recent runs.", "recent"),
    ("The number of loans must drop by at most 5% since the last run.", "fits the rest"),
    ("fee must not drop by more than 5% since the last run.", "fits the rest"),
    ("state must not change since the last run.", "fits the rest"),
    ("loans must not change since the last run.", "fits the rest"),
    ("There must not be fewer loans than yesterday.", "fits the rest"),
    ("The share of empty remarks must not grow by more than 2% since the last run.", "points"),
    ("The number of loans must not drop by more than 2 percentage points since the last run.",
     "percentage points are of a share"),
    ("The average fee of lost loans of branch A must not drop by more than 5% since the last run.",
     "no run keeps the mean of fee where"),
    ("Among lost loans, the row count must not drop by more than 5% since the last run.",
     "of all rows"),
    ("The number of loans must not drop by more than 5% since the last run unless state is lost.",
     "of all rows"),
    ("The latest made_on must not be lower than in the last run.", "made_on"),
    ("No state value may disappear compared with the last 3 runs.", "fits the rest"),
    ("The number of loans must not change by more than 20% and the total fee by more than 5% "
     "since the last run.", "fits the rest"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "failing"), [*CHANGES, *LEVELS, *VALUES])
def test_a_sentence_finds(sentence: str, failing: str, library: Nights) -> None:
    assert library.answer(sentence) == failing


@pytest.mark.parametrize(("sentence", "word"), DECLINED)
def test_a_sentence_is_declined(sentence: str, word: str, library: Nights) -> None:
    answer = library.answer(sentence)

    assert answer.startswith("C-1: ")
    assert word in answer
