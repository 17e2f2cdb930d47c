"""Running totals, against adding up by hand."""

from __future__ import annotations

import pytest

from backend.rules.running_totals import RunningTotals
from tests.rules.worlds import Rows, found, world

HEADER = ("g", "day", "move", "total")


def _rule(by: bool, ordered: bool) -> RunningTotals:
    return RunningTotals(
        table="t",
        total="total",
        amount="move",
        by=("g",) if by else (),
        order_by="day" if ordered else None,
    )


CASES = {
    "one wrong amount shows in all later rows": (
        [("a", 1, 5, 5), ("a", 2, 1, 7), ("a", 3, 1, 7)], True, True, [1],
    ),
    "wrong from here on": ([("a", 1, 5, 5), ("a", 2, 1, 7), ("a", 3, 1, 8)], True, True, [1, 2]),
    "groups start anew": ([("a", 1, 5, 5), ("b", 2, 1, 1), ("b", 3, 2, 3)], True, True, []),
    "without groups all rows add up": ([("a", 1, 5, 5), ("b", 2, 1, 1)], False, True, [1]),
    "the order counts, not the file": ([("a", 2, 1, 6), ("a", 1, 5, 5)], True, True, []),
    "the file's order where none is named": ([("a", 2, 1, 1), ("a", 1, 5, 6)], True, False, []),
    "rows of one place keep the file's order": (
        [("a", 1, 1, 1), ("a", 1, 2, 3)], True, True, [],
    ),
    "an empty total is not judged, its amount is left out": (
        [("a", 1, 5, 5), ("a", 2, 1, None), ("a", 3, 1, 6)], True, True, [],
    ),
    "tenths add up": ([("a", 1, 0.1, 0.1), ("a", 2, 0.2, 0.3)], True, True, []),
    "a word for an amount is flagged": (
        [("a", 1, 5, 5), ("a", 2, "n/a", 5), ("a", 3, 1, 6), ("a", 4, 1, 7)], True, True, [1],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "by", "ordered", "flagged"), CASES.values(), ids=CASES)
def test_totals_that_do_not_add_up(rows: Rows, by: bool, ordered: bool, flagged: list[int]) -> None:
    assert found(_rule(by, ordered), world(t=[HEADER, *rows])).rows == flagged
