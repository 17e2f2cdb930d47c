"""Numbers without a gap, columns that rise together, values far off the mean: over a marina."""

from __future__ import annotations

import pytest

from tests.planner.offline.marina_tables import SLIPS
from tests.planner.offline.spoken import Group, Tables, each

TIDES = (
    ("tide", "metres"),
    *((f"t{n}", 3) for n in range(12)),
    ("t12", 9),
)
"""The last one is 3.3 sample standard deviations above the mean of 3.46."""


@pytest.fixture(scope="module")
def slips(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Slips on disk."""
    return Tables(tmp_path_factory.mktemp("slips"), {"slips": SLIPS})


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Tides on disk."""
    return Tables(tmp_path_factory.mktemp("tides"), {"tides": TIDES})


RUNNING: list[Group] = [
    ("slip 3 is missing", "1", [
        "Slip numbers run on without a gap.",
        "Are any slip numbers left out in between?",
        "There are no holes in the sequence of slip numbers.",
        "Slip numbers never skip a number.",
        "Slip numbers form an unbroken sequence.",
        "Check slip no for gaps.",
        "Is there any gap in the slip numbers?",
    ]),
    ("turn 2 is missing at South", "v3 v4", [
        "Turns count up from 1 inside every pier without skipping any.",
        "In every pier the turns go 1, 2, 3 and so on.",
        "For each pier turn must start at 1 and be consecutive without gaps.",
    ]),
    ("slip 5 is dated before slip 4", "v4", [
        "The later the slip number, the later the issue date (issued_on).",
        "The higher the slip_no, the later issued_on.",
        "The higher the slip_no, the later (or equal) issued_on.",
        "Sorted by slip number, issued_on only goes up or stays the same.",
        "As slip numbers rise, issued_on must not go back.",
        "issued_on must never decrease when the slips are sorted by slip_no.",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "flagged"), each(RUNNING))
def test_running(slips: Tables, sentence: str, flagged: str) -> None:
    """Gaps are counted; rows out of order are flagged."""
    answer = slips.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


FAR: list[Group] = [
    ("three deviations", "t12", [
        "No metres lie farther than 3 standard deviations from the mean.",
        "Flag tides whose metres are over 3 standard deviations off the average.",
        "metres outliers: more than 3 sigma off the mean",
        "Metres stay within 3 standard deviations of their mean.",
        "Metres never differ by more than 3 standard deviations from the mean.",
        "Is any metres value more than 3 standard deviations away from the mean?",
    ]),
    ("four deviations", "", [
        "No metres lie farther than 4 standard deviations from the mean.",
        "Metres stay within 4 sigma of the mean metres.",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "flagged"), each(FAR))
def test_far_off(tides: Tables, sentence: str, flagged: str) -> None:
    """Values that far off the mean of their column are flagged."""
    answer = tides.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


DECLINED: list[Group] = [
    ("no gap is told", "not-understood", [
        "The later the slip number, the better the pier.",
        "In every pier the turns go 1, 3, 2 and so on.",
        "Slip numbers run on with gaps.",
        "Slip numbers usually run on without a gap.",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "code"), each(DECLINED))
def test_declined(slips: Tables, sentence: str, code: str) -> None:
    """What is not plain is not guessed."""
    answer = slips.answer(sentence)

    assert (answer.flagged, answer.code) == ("", code)
