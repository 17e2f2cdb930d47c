"""Overlaps against a reading of all pairs of rows."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.overlapping_intervals import OverlappingIntervals
from tests.rules.chance import chance
from tests.rules.worlds import World, found, typed, world

KEYS = st.sampled_from([None, "k", "l"])
STARTS = st.sampled_from([None, 1, 2, 3, 5])
LENGTHS = st.sampled_from([None, 0, 1, 2, 4])
ROWS = st.lists(st.tuples(KEYS, STARTS, LENGTHS), max_size=7)
ENDLESS = 99


def _rule(**more: Any) -> OverlappingIntervals:
    return OverlappingIntervals.model_validate({"table": "t", "start": "s", "end": "e", **more})


def _as_numbers(rows: list[tuple[Any, ...]]) -> World:
    cells = [(key, s, None if None in (s, n) else s + n) for key, s, n in rows]
    return world(t=[("k", "s", "e"), *cells, ("pad", 90, 91)])


def _as_dates(rows: list[tuple[Any, ...]]) -> World:
    def day(number: int | None) -> str | None:
        return None if number is None else f"2024-03-{number:02} 10:00"

    cells = [(key, day(s), None if None in (s, n) else day(s + n)) for key, s, n in rows]
    return world(t=[("k", "s", "e"), *cells, ("pad", day(30), day(31))])


@chance(40)
@given(ROWS, st.booleans(), st.booleans(), st.sampled_from(["all", "later"]), st.booleans())
def test_rows_that_overlap_are_flagged(
    rows: list[tuple[Any, ...]], by: bool, closed: bool, flag: str, as_dates: bool
) -> None:
    spans = {
        place: (key if by else "", s, ENDLESS if n is None else s + n)
        for place, (key, s, n) in enumerate(rows)
        if s is not None and (key is not None or not by)
    }
    broken = set()
    for first, second in permutations(sorted(spans, key=lambda place: (spans[place][1], place)), 2):
        (key, start, end), (other, later, _) = spans[first], spans[second]
        if key != other or (start, first) > (later, second):
            continue
        if later < end or (closed and later == end):
            broken |= {second} if flag == "later" else {first, second}
    is_endless = {place for place in spans if rows[place][2] is None and not by}
    given_world = (_as_dates if as_dates else _as_numbers)(rows)
    rule = _rule(by=("k",) if by else (), closed=closed, flag=flag)
    pad = {len(rows)} if is_endless else set()
    endless = is_endless if flag == "all" else set()

    assert set(found(rule, given_world).rows) == broken | pad | endless


def test_a_cell_that_cannot_be_read_is_flagged_and_hides_no_overlap() -> None:
    cells = {"s": ["1", "2", "50", "?", "60"], "e": ["55", "x", "52", "9", "61"]}
    padded = {name: [*column, *[str(n) for n in range(100, 120)]] for name, column in cells.items()}

    assert found(_rule(), typed({"t": padded})).rows == [0, 1, 2, 3]


@pytest.mark.parametrize("rows", [[], [(None, 1)]], ids=["no rows", "no starts"])
def test_without_intervals_there_is_nothing_to_test(rows: list[Any]) -> None:
    some = world(t=[("s", "e"), (1, 2)])
    none = world(t=[("s", "e"), *rows])
    assert found(_rule(), World(none.frames, some.facts, none.texts))[:2] == ([], 0)


def test_an_open_end_lasts_beyond_three_centuries() -> None:
    rows = world(t=[("s", "e"), ("2024-01-01", None), ("3000-01-01", "9999-12-31")])

    assert found(_rule(), rows).rows == [0, 1]
