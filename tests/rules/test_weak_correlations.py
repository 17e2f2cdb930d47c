"""Correlations, against Python's own statistics."""

from __future__ import annotations

import statistics
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.weak_correlations import WeakCorrelations
from tests.rules.chance import chance
from tests.rules.worlds import found, world

CELLS = st.lists(
    st.tuples(st.sampled_from([None, 1, 2, 3, 7]), st.sampled_from([None, 5, 4, 2, -1])),
    max_size=8,
)


def _rule(*bounds: tuple[Any, float], **fields: bool) -> WeakCorrelations:
    return WeakCorrelations(table="t", left="x", right="y", bounds=bounds, **fields)


def _correlation(pairs: list[tuple[Any, Any]], ranks: bool) -> float | None:
    if len(pairs) < 2:
        return None
    sides = [_ranked(side) if ranks else side for side in map(list, zip(*pairs, strict=True))]
    try:
        return statistics.correlation(*sides)
    except statistics.StatisticsError:
        return None


def _ranked(cells: list[float]) -> list[float]:
    """Ranks, those of equal cells averaged."""
    return [
        sum(other < cell for other in cells) + (sum(other == cell for other in cells) + 1) / 2
        for cell in cells
    ]


@chance(20)
@given(CELLS, st.booleans())
def test_a_correlation_below_the_bound_fails(rows: list[tuple[Any, Any]], ranks: bool) -> None:
    pairs = [row for row in rows if None not in row]
    told = _correlation(pairs, ranks)

    _, tested, records = found(_rule((">=", 0.5), ranks=ranks), world(t=[("x", "y"), *rows]))

    if told is None or abs(told - 0.5) > 1e-6:
        assert (tested, len(records)) == (
            int(told is not None),
            int(told is not None and told < 0.5),
        )


@pytest.mark.parametrize(
    ("bounds", "size", "fails"),
    [
        ([("<=", -0.9)], False, 0),
        ([(">=", 0.9)], False, 1),
        ([(">=", 0.9)], True, 0),
        ([(">", -1), ("<", 0)], False, 1),
        ([("==", -1)], False, 0),
    ],
    ids=["negative", "wrong way", "its size", "open bound", "exactly"],
)
def test_bounds(bounds: list[Any], size: bool, fails: int) -> None:
    rows = [("x", "y"), (1, 3), (2, 2), (3, 1)]

    assert len(found(_rule(*bounds, size=size), world(t=rows)).records) == fails


def test_a_cell_that_is_no_number_makes_it_fail() -> None:
    rows = [("x", "y"), (1, 1), (2, 2), (3, "n/a"), (4, 4), (5, 5)]

    assert len(found(_rule((">=", 0.5)), world(t=rows)).records) == 1
