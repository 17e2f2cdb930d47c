"""Functional dependencies against a reading of all pairs of rows."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.inconsistent_values import InconsistentValues
from tests.rules.chance import chance
from tests.rules.words import cell, compare, num
from tests.rules.worlds import found, world

KEYS = st.sampled_from([None, "x", "y"])
VALUES = st.sampled_from([None, 1, 2])
ROWS = st.lists(st.tuples(KEYS, KEYS, VALUES, VALUES), max_size=8)
DEPENDENCIES = [("a", "c"), ("ab", "c"), ("a", "cd"), ("ab", "cd"), ("c", "a")]


@chance(25)
@given(ROWS, st.sampled_from(DEPENDENCIES), st.booleans())
def test_rows_of_a_key_with_several_values_are_flagged(
    rows: list[tuple[Any, ...]], columns: tuple[str, str], is_filtered: bool
) -> None:
    key, values = columns
    where = compare(cell("d"), "==", num(1)) if is_filtered else None
    rule = InconsistentValues(table="t", key=tuple(key), values=tuple(values), where=where)
    places = {name: ["abcd".index(each) for each in name] for name in (key, values)}
    whole = {
        number: tuple(tuple(row[place] for place in places[name]) for name in (key, values))
        for number, row in enumerate(rows)
        if None not in [row[place] for name in (key, values) for place in places[name]]
        and (row[3] == 1 or not is_filtered)
    }
    pairs = combinations(whole, 2)
    clashes = [p for p in pairs if whole[p[0]][0] == whole[p[1]][0] and whole[p[0]] != whole[p[1]]]
    keys = {whole[one][0] for one, _ in clashes}
    broken = [number for number, (own, _) in whole.items() if own in keys]

    assert found(rule, world(t=[tuple("abcd"), *rows]))[:2] == (broken, len(whole))


@pytest.mark.parametrize("rows", [[], [("x", None), (None, 1)]], ids=["no rows", "no whole row"])
def test_without_whole_rows_there_is_nothing_to_test(rows: list[Any]) -> None:
    rule = InconsistentValues(table="t", key=("a",), values=("c",))

    assert found(rule, world(t=[("a", "c"), *rows]))[:2] == ([], 0)
