"""Rows at a told place: which row that is, and when it fails."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.errors import PlanError
from backend.rules.broken_places import BrokenPlaces
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Missing, Reads
from backend.rules.phrasing import compare, number
from tests.rules.chance import chance
from tests.rules.worlds import Rows, found, world

HEADER = ("x", "state")
X, STATE = Cell(table="t", column="x"), Cell(table="t", column="state")
IS_ONE = compare(X, "==", number(1), reads=Reads.NUMBER)
IS_ON = compare(STATE, "==", Constant(value="on", reads=Reads.TEXT))


@chance(60)
@given(
    st.lists(
        st.tuples(st.sampled_from([None, 1, 1, 2]), st.sampled_from(["on", "off", None])),
        max_size=6,
    ),
    st.sampled_from([1, 2, 3, -1, -2, -3]),
    st.booleans(),
)
def test_the_row_that_is_counted_to(rows: list[tuple[Any, ...]], place: int, some: bool) -> None:
    rule = BrokenPlaces(table="t", place=place, must=IS_ONE, where=IS_ON if some else None)
    kept = [x for x, state in rows if state == "on" or not some]
    at = place - 1 if place > 0 else len(kept) + place
    fails = not 0 <= at < len(kept) or kept[at] != 1
    result = found(rule, world(t=[HEADER, *rows]))

    assert (len(result.records), result.tested) == (int(fails), 1)


CASES: dict[str, tuple[list[tuple[Any, ...]], int, Any, dict[str, Any]]] = {
    "the row is another": (
        [(5, "on"), (1, "on")], 1, IS_ONE,
        {"place": "row 1", "rows there": 1, "rows as told": 0, "x": 5},
    ),
    "there is no such row": (
        [(1, "on"), (1, "on")], 3, IS_ONE,
        {"place": "row 3", "rows there": 0, "rows as told": 0, "x": None},
    ),
    "an empty cell does not tell": (
        [(1, "on"), (None, "on")], -1, IS_ONE,
        {"place": "the last row", "rows there": 1, "rows as told": 0, "x": None},
    ),
    "a filled cell that must be empty": (
        [(1, "on"), (2, "off")], -2, Missing(of=STATE),
        {"place": "row 2 from the end", "rows there": 1, "rows as told": 0, "state": "on"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "place", "must", "record"), CASES.values(), ids=CASES)
def test_what_a_failing_place_tells(
    rows: list[tuple[Any, ...]], place: int, must: Any, record: dict[str, Any]
) -> None:
    given_rows: Rows = [HEADER, *rows]
    result = found(BrokenPlaces(table="t", place=place, must=must), world(t=given_rows))

    assert result.records == [record]


def test_an_empty_cell_is_as_told_where_it_must_be_empty() -> None:
    rule = BrokenPlaces(table="t", place=2, must=Missing(of=STATE))

    assert found(rule, world(t=[HEADER, (1, "on"), (2, None)])).records == []


@pytest.mark.parametrize(
    ("place", "must"),
    [
        (0, IS_ONE),
        (1, compare(X, ">", Aggregate(measure=Measure.MEAN, table="t", of=X), reads=Reads.NUMBER)),
    ],
)
def test_no_such_place_and_no_other_rows(place: int, must: Any) -> None:
    with pytest.raises(PlanError):
        found(BrokenPlaces(table="t", place=place, must=must), world(t=[HEADER, (1, "on")]))
