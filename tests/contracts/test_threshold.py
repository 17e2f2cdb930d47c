from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.check import Threshold
from backend.contracts.earlier import EarlierResult

THEN = EarlierResult(run_id="r", as_of="2026-11-13", tested=200, flagged=20)

READ: dict[str, tuple[str, tuple[float, bool, bool, int | None]]] = {
    "count": ("> 0", (0, False, False, None)),
    "at least": (">= 5", (5, True, False, None)),
    "percent": ("> 2.5 %", (2.5, False, True, None)),
    "last run": ("> last run", (0, False, False, 0)),
    "at least last run": (">= last run", (0, True, False, 0)),
    "last week": (">Last  Week", (0, False, False, 7)),
    "days": ("> 30 days ago", (0, False, False, 30)),
    "one day": ("> 1 day ago", (0, False, False, 1)),
    "rows more": ("> last run + 5", (5, False, False, 0)),
    "points more": ("> last week +0.5%", (0.5, False, True, 7)),
    "share": ("> last week + 0%", (0, False, True, 7)),
}


@pytest.mark.parametrize(("text", "fields"), READ.values(), ids=READ)
def test_written_form(text: str, fields: tuple[float, bool, bool, int | None]) -> None:
    read = Threshold.parse(text)

    assert (read.limit, read.inclusive, read.percent, read.days) == fields


NO_FORM = [
    "",
    "5",
    "> -1",
    "> baseline",
    "last week",
    "> 0 days ago",
    "> last run - 1",
    "> last run +",
]


@pytest.mark.parametrize("text", [*NO_FORM, "> last run\n> 5", "> 99999 days ago", ">> 5"])
def test_other_text_is_no_threshold(text: str) -> None:
    with pytest.raises(ValueError, match="is not a threshold; write '> 0'"):
        Threshold.parse(text)


PASSED: dict[str, tuple[str, int, int, bool]] = {
    "as many as then": ("> last run", 20, 200, False),
    "more than then": ("> last run", 21, 2000, True),
    "as many, at least": (">= last run", 20, 200, True),
    "within the rows more": ("> last run + 5", 25, 200, False),
    "beyond the rows more": ("> last run + 5", 26, 200, True),
    "same share of more rows": ("> last run + 0%", 40, 400, False),
    "greater share of fewer rows": ("> last run + 0%", 19, 100, True),
    "a point more, at": ("> last run + 1%", 22, 200, False),
    "a point more, over": ("> last run + 1%", 23, 200, True),
    "a tenth of a point more, at": ("> last run + 0.1%", 101, 1000, False),
    "none": (">= last run", 0, 10, False),
}


@pytest.mark.parametrize(("text", "flagged", "tested", "is_passed"), PASSED.values(), ids=PASSED)
def test_comparison_with_an_earlier_run(
    text: str, flagged: int, tested: int, is_passed: bool
) -> None:
    assert Threshold.parse(text).is_passed_by(flagged, tested, THEN) is is_passed


def test_no_earlier_run_is_never_guessed() -> None:
    with pytest.raises(ValueError, match="compares with an earlier run"):
        Threshold.parse("> last run").is_passed_by(1, 10)


@given(flagged=st.integers(0, 10**6), more=st.integers(0, 10**6), tenths=st.integers(0, 1000))
def test_percent_is_exact(flagged: int, more: int, tenths: int) -> None:
    tested = flagged + more + 1
    limit = Threshold.parse(f"> {tenths // 10}.{tenths % 10}%")

    assert limit.is_passed_by(flagged, tested) is (1000 * flagged > tenths * tested)
