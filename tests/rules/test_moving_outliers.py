"""Values against the rows before them, by statistics computed here."""

from __future__ import annotations

import statistics
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.moving_outliers import MovingOutliers
from tests.rules.chance import chance
from tests.rules.worlds import Rows, found, world

HEADER = ("g", "day", "x")
ROWS = st.lists(
    st.tuples(
        st.sampled_from([None, "a", "b", "a"]),
        st.sampled_from([None, 1, 2, 2, 3, 4, 5]),
        st.sampled_from([None, 1, 2, 2, 2, 3, 50, -7]),
    ),
    max_size=14,
)


def _rule(rows: int = 3, *, by: bool = False, ordered: bool = False, **more: Any) -> MovingOutliers:
    return MovingOutliers(
        table="t",
        column="x",
        rows=rows,
        by=("g",) if by else (),
        order_by="day" if ordered else None,
        **{"factor": 2.0, **more},
    )


def _is_far(x: float, window: list[float], rule: MovingOutliers) -> bool:
    apart = x - statistics.fmean(window)
    told = {"both": abs(apart), "above": apart, "below": -apart}[rule.side]
    return round(told - rule.factor * statistics.stdev(window), 9) > 0


@chance(60)
@given(
    ROWS,
    st.integers(2, 4),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["both", "above", "below"]),
    st.sampled_from([0.5, 1.0, 2.0]),
)
def test_values_far_from_the_rows_before_are_flagged(
    rows: list[tuple[Any, ...]], n: int, by: bool, ordered: bool, side: Any, factor: float
) -> None:
    rule = _rule(n, by=by, ordered=ordered, side=side, factor=factor)
    kept = [
        (place, row)
        for place, row in enumerate(rows)
        if row[2] is not None and (row[0] or not by) and (row[1] is not None or not ordered)
    ]
    if ordered:
        kept.sort(key=lambda item: item[1][1])
    judged, broken = 0, []
    for at, (place, row) in enumerate(kept):
        window = [x for _, (g, _, x) in kept[:at] if g == row[0] or not by][-n:]
        if len(window) == n:
            judged += 1
            broken += [place] if _is_far(row[2], window, rule) else []

    assert found(rule, world(t=[HEADER, *rows]))[:2] == (sorted(broken), judged)


CASES = {
    "the row itself is not in its window": ([1, 2, 3, 9], {}, [3], 1),
    "on the bound is inside": ([1, 2, 3, 4], {}, [], 1),
    "the window moves on": ([1, 2, 3, 9, 9, 9, 9, 9], {}, [3], 5),
    "fewer rows than the window are not judged": ([1, 900, 3], {}, [], 0),
    "beside equal values any other is far": ([5, 5, 5, 5.01], {}, [3], 1),
    "beside equal values the same is near": ([0.1, 0.1, 0.1, 0.1], {}, [], 1),
    "too low is no fault where only too high is": ([1, 2, 3, -90], {"side": "above"}, [], 1),
    "an empty cell is no row": ([1, None, 2, None, 3, 9], {}, [5], 1),
    "a word stands in no window and is flagged": ([1, "n/a", 2, 3, 9], {}, [1, 4], 2),
    "large values far back leave no trace": ([1e12, 1, 2, 3, 4, 9], {}, [5], 3),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "more", "flagged", "tested"), CASES.values(), ids=CASES)
def test_what_stands_in_a_window(
    cells: list[Any], more: dict[str, Any], flagged: list[int], tested: int
) -> None:
    rows: Rows = [HEADER, *(("a", day, cell) for day, cell in enumerate(cells))]

    assert found(_rule(3, **more), world(t=rows))[:2] == (flagged, tested)


def test_a_place_that_cannot_be_read_is_flagged() -> None:
    days = ["2024-01-01", "2024-01-02", "soon", "2024-01-03", "2024-01-04", None]
    rows: Rows = [
        HEADER,
        *(("a", day, x) for day, x in zip(days, [1, 2, 900, 3, 4, 5], strict=True)),
    ]

    assert found(_rule(3, ordered=True), world(t=rows))[:2] == ([2], 2)
