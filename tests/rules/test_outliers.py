"""Outliers by quartiles, by the median and by the mean, against statistics computed here."""

from __future__ import annotations

import statistics
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.outliers import Outliers
from tests.rules.chance import chance
from tests.rules.worlds import found, world

ROWS = st.lists(
    st.tuples(st.sampled_from([None, 1, 2, 2, 3, 4, 50, -7]), st.sampled_from([None, "a", "b"])),
    max_size=10,
)


def _is_far(x: float, cells: list[float], way: str, factor: float) -> bool:
    if way == "mad":
        median = statistics.median(cells)
        return abs(x - median) > factor * statistics.median(abs(each - median) for each in cells)
    if len(cells) < 2:
        return False
    if way == "deviations":
        return abs(x - statistics.fmean(cells)) > factor * statistics.stdev(cells)
    low, _, high = statistics.quantiles(cells, n=4, method="inclusive")
    return not low - factor * (high - low) <= x <= high + factor * (high - low)


@chance(40)
@given(
    ROWS, st.sampled_from(["iqr", "mad", "deviations"]), st.sampled_from([1.5, 3.0]), st.booleans()
)
def test_values_far_from_the_others_are_flagged(
    rows: list[tuple[Any, ...]], way: Any, factor: float, by: bool
) -> None:
    kept = {n: row for n, row in enumerate(rows) if row[0] is not None and (row[1] or not by)}
    broken = []
    for place, (x, group) in kept.items():
        cells = [other for other, own in kept.values() if own == group or not by]
        broken += [place] if _is_far(x, cells, way, factor) else []
    rule = Outliers(table="t", column="x", way=way, factor=factor, by=("g",) if by else ())

    assert found(rule, world(t=[("x", "g"), *rows]))[:2] == (broken, len(kept))


@pytest.mark.parametrize("way", ["iqr", "mad", "deviations"])
def test_a_cell_that_is_no_number_is_flagged(way: Any) -> None:
    rows = world(t=[("x",), (1,), (2,), ("n/a",), (3,), (None,)])

    assert found(Outliers(table="t", column="x", way=way, factor=9), rows)[:2] == ([2], 4)
