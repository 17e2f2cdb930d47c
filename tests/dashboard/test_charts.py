"""Bars as HTML: round axes that hold every value, words that stay text."""

from __future__ import annotations

import re
from typing import Any

import pytest

from backend.dashboard.views.charts import Bar, count_axis, counts, share_axis, shares
from tests.dashboard.drawing import HOSTILE


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (0, ("1", "", "0")),
        (1, ("1", "", "0")),
        (5, ("6", "3", "0")),
        (99, ("100", "50", "0")),
        (437, ("600", "300", "0")),
        (1_000_001, ("2,000,000", "1,000,000", "0")),
    ],
)
def test_counts_begin_at_zero_and_end_at_a_round_number(
    most: float, labels: tuple[str, ...]
) -> None:
    assert count_axis(most).labels == labels


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (0.0, 0.0, ("10%", "5%", "0%")),
        (1.0, 1.0, ("100%", "95%", "90%")),
        (0.0, 1.0, ("100%", "50%", "0%")),
        (0.912, 0.961, ("100%", "95%", "90%")),
        (0.004, 0.005, ("0.5%", "0.45%", "0.4%")),
        (0.9999, 1.0, ("100%", "99.99%", "99.98%")),
    ],
)
def test_shares_lie_between_round_percents(
    low: float, high: float, labels: tuple[str, ...]
) -> None:
    assert share_axis(low, high).labels == labels


@pytest.mark.parametrize("high", [at / 64 for at in range(65)])
@pytest.mark.parametrize("part", [0.0, 0.3, 0.95, 0.9999, 1.0])
def test_no_share_lies_outside_its_axis(high: float, part: float) -> None:
    axis = share_axis(high * part, high)

    assert 0 <= axis.bottom <= high * part + 1e-9
    assert high - 1e-9 <= axis.top <= 1 + 1e-9


@pytest.mark.parametrize(
    ("draw", "values", "heights"),
    [
        (counts, (0, 50, 100), ("0.00", "50.00", "100.00")),
        (shares, (0.90, 0.95, 1.0), ("0.00", "50.00", "100.00")),
    ],
    ids=["counts", "shares"],
)
def test_bars_are_as_high_as_their_values(
    draw: Any, values: tuple[float, ...], heights: tuple[str, ...]
) -> None:
    drawn = draw([Bar("one", value) for value in values], about="three")

    assert tuple(re.findall(r"--v:([\d.]+)%", drawn)) == heights


@pytest.mark.parametrize(
    ("bars", "labels"),
    [(1, ["a"]), (2, ["a", "b"]), (4, ["a", "", "", "b"]), (13, ["a", "b"])],
)
def test_labels_stand_below_the_first_bar_and_the_last(bars: int, labels: list[str]) -> None:
    drawn = counts([Bar("one", 1)] * bars, about="some", ends=("a", "b"))

    assert re.findall(r"<span>(.*?)</span>", drawn.rpartition("pa-ends")[2]) == labels


def test_a_bar_has_the_colour_of_its_verdict() -> None:
    assert '<i class="pa-FAIL"' in counts([Bar("one", 1, "FAIL")], about="one")


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_text(name: str) -> None:
    drawn = counts([Bar(name, 1)], about=name, ends=(name, name))

    assert "<img" not in drawn
    assert "<script" not in drawn
    assert not re.search("[\x00\u202e\u200b]", drawn)
