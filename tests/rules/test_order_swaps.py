"""Swapped rows against a reading of all pairs of rows."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.order_swaps import OrderSwaps
from tests.rules.chance import chance
from tests.rules.worlds import World, found, typed, world

KEYS = st.sampled_from([None, "k", "l"])
RANKS = st.sampled_from([None, 1, 2, 3, 5])
ROWS = st.lists(st.tuples(KEYS, RANKS, RANKS), max_size=7)


def _rule(**more: Any) -> OrderSwaps:
    return OrderSwaps.model_validate({"table": "t", "above": "a", "below": "b", **more})


def _world(rows: list[tuple[Any, ...]], *, as_dates: bool) -> World:
    def day(number: int | None) -> str | None:
        return None if number is None else f"2024-03-{number:02}"

    cells = [(key, a, day(b) if as_dates else b) for key, a, b in rows]
    return world(t=[("k", "a", "b"), *cells, ("pad", 30, day(31) if as_dates else 31)])


@chance(40)
@given(ROWS, st.booleans(), st.sampled_from(["above", "both"]), st.booleans())
def test_swapped_rows_are_flagged(
    rows: list[tuple[Any, ...]], by: bool, flag: str, as_dates: bool
) -> None:
    ranked = {
        place: (key if by else "", a, b)
        for place, (key, a, b) in enumerate(rows)
        if None not in (a, b) and (key is not None or not by)
    }
    broken = set()
    for one, other in permutations(ranked, 2):
        (key, a, b), (its_key, its_a, its_b) = ranked[one], ranked[other]
        if key == its_key and a > its_a and b < its_b:
            broken |= {one, other} if flag == "both" else {one}
    rule = _rule(by=("k",) if by else (), flag=flag)

    assert set(found(rule, _world(rows, as_dates=as_dates)).rows) == broken


def test_a_cell_that_cannot_be_read_is_flagged_and_hides_no_swap() -> None:
    cells = {"a": ["1", "2", "3", "?"], "b": ["5", "x", "4", "9"]}
    padded = {name: [*column, *[str(n) for n in range(100, 120)]] for name, column in cells.items()}

    assert found(_rule(), typed({"t": padded})).rows == [1, 2, 3]


@pytest.mark.parametrize("rows", [[], [(None, 1)]], ids=["no rows", "no ranks"])
def test_without_ranks_there_is_nothing_to_test(rows: list[Any]) -> None:
    some = world(t=[("a", "b"), (1, 2)])
    none = world(t=[("a", "b"), *rows])
    assert found(_rule(), World(none.frames, some.facts, none.texts))[:2] == ([], 0)
