"""Sentences about measures of some rows, and about what doubles, held against the last night."""

from __future__ import annotations

import pytest

from backend.contracts.history import Part
from tests.planner.offline.nights import SKIPPED, Nights
from tests.planner.offline.spoken import Group, each

FEE_BY_STATE = Part(of="fee", by="state")
BEFORE = [("loan", "state", "fee"), (1, "lost", 10), (2, "lost", 20), (3, "due", 4), (4, "due", 4)]
NOW = [("loan", "state", "fee"), (1, "lost", 9), (2, "lost", 17), (3, "due", 8), (4, "due", 8)]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    """Loans: fees of lost ones fell from 15 to 13 on average, those that are due doubled."""
    nights = Nights(tmp_path_factory.mktemp("library"), "loans")
    nights.night("2026-11-01", [*BEFORE], FEE_BY_STATE)
    nights.arrive("2026-11-02", [*NOW])
    return nights


ANSWERS: list[Group] = [
    ("a mean that fell by 13%", "1", [
        "The average fee of lost loans must not fall by more than 10% since the last run.",
        "The mean fee of lost loans must not drop by more than 10% since the last run.",
        "Since the last run, the average fee of lost loans must not fall by more than 10%.",
        "Alert if the average fee of lost loans drops by more than 10% since the last run.",
        "The average fee of lost loans must be at least 90% of the last run.",
        "The average fee for state lost must not fall by more than 10% since the last run.",
    ]),
    ("that is within its bounds", "0", [
        "The average fee of lost loans must not fall by more than 20% since the last run.",
        "The total fee of lost loans must not change by more than 15% since the last run.",
        "The highest fee of lost loans must not rise since the last run.",
        "The median fee of lost loans must not change by more than 3 since the last run.",
    ]),
    ("doubled", "1", [
        "The total fee of due loans must not double since the last run.",
        "The average fee of due loans must not double against the last run.",
        "Flag if the total fee of due loans has doubled since the last run.",
        "The sum of fee of due loans must not have doubled since the last run.",
        "Alert when the average fee of due loans doubles since the last run.",
        "The lowest fee of due loans must not be doubled compared with the last run.",
    ]),
    ("not more than doubled, nor tripled or halved", "0", [
        "The total fee of due loans must not more than double since the last run.",
        "The total fee of due loans must not triple since the last run.",
        "The average fee of lost loans must not halve since the last run.",
        "The number of lost loans must not double since the last run.",
        "The number of loans must not be halved since the last run.",
    ]),
    ("of each group", "1", [
        "The average fee per state must not fall by more than 10% since the last run.",
        "The mean fee for each state must not drop by more than 10% since the last run.",
        "For each state, the average fee must not fall by more than 10% since the last run.",
        "The average fee per state must not double since the last run.",
        "The total fee per state must not double since the last run.",
        "The average fee by state must not rise by more than 20% compared with the last run.",
    ]),
    ("that no run kept", SKIPPED, [
        "The average loan of lost loans must not double since the last run.",
    ]),
]  # fmt: skip
DECLINED = [
    "The average fee of lost loans with a fee above 5 must not double since the last run.",
    "The average fee of loans above 5 must not double since the last run.",
    "The average fee per state must not double since the average of the last 3 runs.",
    "The average fee per state must be within 10% of the average of the last 3 runs.",
    "The fee must not double since the last run.",
    "The average fee of lost loans must not double.",
]


@pytest.mark.parametrize(("sentence", "answer"), each(ANSWERS))
def test_a_sentence_is_held_against_the_last_run(
    sentence: str, answer: str, library: Nights
) -> None:
    assert library.answer(sentence) == answer


@pytest.mark.parametrize("sentence", DECLINED)
def test_a_sentence_is_declined(sentence: str, library: Nights) -> None:
    assert library.answer(sentence).startswith("C-1: ")
