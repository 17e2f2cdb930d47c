"""Keys into other tables: whether a row is there, and what its cells are."""

from __future__ import annotations

from typing import Any

import pytest
from pandas.errors import InvalidIndexError

from backend.rules.language.terms import Lookup
from tests.rules.words import cell, compare, every, exists, missing, must, no, num, one_of, text
from tests.rules.worlds import DTYPES, found, run, source_of, world

K = ("k", "k")
LARGE = 2**53

KEYS: dict[str, tuple[list[Any], list[Any], list[int]]] = {
    "numbers": ([1, 2, None, 9], [1, 1, 2], [3]),
    "numbers, some empty there": ([1, 2, 9], [1, None, 2, 2], [2]),
    "whole and decimal numbers": ([1, 2, 9], [1.0, 2.5, 2.0], [2]),
    "texts": (["a", "A", None, "b "], ["a", "b"], [1, 3]),
    "numbers and mostly numbers": ([1, 2, 9], ["1", "2", "n/a"], [2]),
    "mostly numbers and numbers": (["1", "2", "n/a"], [1, 2], [2]),
    "mostly numbers on both sides": (["1", "2", "n/a", "x"], ["1", "2", "n/a"], [3]),
    "codes and numbers": (["007", "7", "A1"], [7, 8], [0, 2]),
    "numbers beyond 2^53": ([LARGE, LARGE + 1], [LARGE, LARGE + 2], [1]),
    "nothing there": ([1, None], [None, None], [0]),
    "no rows there": ([1, None], [], [0]),
}


@pytest.mark.parametrize(("mine", "theirs", "unknown"), KEYS.values(), ids=KEYS)
def test_a_key_is_known_or_not(mine: list[Any], theirs: list[Any], unknown: list[int]) -> None:
    tables = world(t=[("k",), *zip(mine)], u=[("k",), *zip(theirs)])
    is_exact = LARGE in mine or "007" in mine
    dtypes = [each for each in DTYPES if each != "float64" or not is_exact]
    filled = [place for place, key in enumerate(mine) if key is not None]
    known = [place for place in filled if place not in unknown]

    assert found(must(exists("u", K)), tables, dtypes)[:2] == (unknown, len(filled))
    assert found(must(no(exists("u", K))), tables, dtypes)[:2] == (known, len(filled))


@pytest.mark.parametrize("mine", ["int64", "Int64", "float64", "str"])
@pytest.mark.parametrize("theirs", ["int64", "Int64", "float64", "str"])
def test_a_key_is_known_whatever_dtype_each_table_has(mine: str, theirs: str) -> None:
    """One table may have got a cell that is no number since the program was written."""
    given = world(t=[("k", "j"), (1, "a"), (9, "a"), (2, "b")], u=[("k", "j"), (1, "a"), (2, "a")])
    tables = {
        name: given.frames[name].astype({"k": "int64"}).astype({"k": dtype})
        for name, dtype in (("t", mine), ("u", theirs))
    }
    for rule, expected in [
        (must(exists("u", K)), [1]),
        (must(exists("u", K, ("j", "j"))), [1, 2]),
        (must(compare(Lookup(table="u", column="j", keys=(K,)), "==", text("a"), "text")), []),
        (must(missing(Lookup(table="u", column="j", keys=(K,)))), [0, 2]),
    ]:
        assert run(source_of(rule, given), rule, tables).rows == expected


def test_a_number_that_became_text_is_an_unknown_key() -> None:
    given = world(t=[("k",), (1,), (2,)], u=[("k",), (1,), (2,)])
    tables = {**given.frames, "t": given.frames["t"].astype("str").replace("2", "two")}
    known, unknown = must(exists("u", K)), must(no(exists("u", K)))

    assert run(source_of(known, given), known, tables).rows == [1]
    assert run(source_of(unknown, given), unknown, tables).rows == [0]


def test_only_rows_that_the_filter_keeps_are_known() -> None:
    tables = world(
        t=[("k", "s"), (1, "x"), (2, "x"), (3, "x"), (4, "x")],
        u=[("k", "s"), (1, "on"), (2, "off"), (3, None), (4, "off"), (4, "on")],
    )
    is_on = compare(cell("s", "u"), "==", text("on"), "text")

    assert found(must(exists("u", K, where=is_on)), tables).rows == [1, 2]
    assert found(must(exists("u", K, where=no(is_on))), tables).rows == [0, 2]


def test_a_filter_may_look_into_a_third_table() -> None:
    tables = world(t=[("k",), (1,), (2,)], u=[("k", "j"), (1, 5), (2, 6)], v=[("j",), (5,)])
    rule = must(exists("u", K, where=exists("v", ("j", "j"))))

    assert found(rule, tables).rows == [1]


COMPOSITE: dict[str, tuple[Any, Any, list[int]]] = {
    "text and number": ([("a", 1), ("a", 2), ("b", 1), (None, 1)], [("a", 1), ("b", 2)], [1, 2]),
    "parts empty there": ([("a", 1), ("b", 1)], [("a", None), (None, 1), ("b", 1)], [0]),
    "mixed types": ([("1", 1), ("x", 2), ("1", 3)], [(1, "1"), (1, "3"), (2, "?")], [1]),
    "nothing in common": ([("a b", "c"), ("a", "b c")], [("a", "b c")], [0]),
}


@pytest.mark.parametrize(("mine", "theirs", "unknown"), COMPOSITE.values(), ids=COMPOSITE)
def test_several_columns_make_one_key(mine: Any, theirs: Any, unknown: list[int]) -> None:
    tables = world(t=[("k", "j"), *mine], u=[("l", "m"), *theirs])
    keys = ("k", "l"), ("j", "m")
    filled = [place for place, key in enumerate(mine) if None not in key]
    known = [place for place in filled if place not in unknown]

    assert found(must(exists("u", *keys)), tables)[:2] == (unknown, len(filled))
    assert found(must(no(exists("u", *keys))), tables).rows == known


def test_a_table_that_looks_into_itself_sees_all_its_rows() -> None:
    """The manager may be outside the rows that the rule is about."""
    users = world(
        t=[("id", "boss", "s"), (1, 3, "on"), (2, 9, "on"), (3, None, "off"), (4, 9, "off")]
    )
    is_on = compare(cell("s"), "==", text("on"), "text")
    boss = Lookup(table="t", column="s", keys=(("boss", "id"),))

    assert found(must(exists("t", ("boss", "id")), where=is_on), users)[:2] == ([1], 2)
    assert found(must(compare(boss, "==", text("on"), "text"), where=is_on), users)[:2] == ([0], 1)
    reports = exists("t", ("id", "boss"))
    assert found(must(no(reports), where=no(is_on)), users).rows == [2]


LOOKUPS = [
    ("k", "x", "w"),
    (1, 5, "a"),
    (2, 5, "a"),
    (3, 5, "a"),
    (None, 5, "a"),
    (9, 5, "a"),
    (4, 5, None),
]
PARENTS = [("k", "x", "w"), (1, 5, "a"), (2, 7, "b"), (3, None, None), (4, 5, "a"), (None, 1, "z")]


@pytest.mark.parametrize(
    ("column", "reads", "broken", "tested"),
    [("x", "number", [1], 3), ("w", "text", [1], 2), ("x", "text", [1], 3)],
    ids=["numbers", "texts", "numbers as text"],
)
def test_a_cell_is_compared_with_the_looked_up_one(
    column: str, reads: str, broken: list[int], tested: int
) -> None:
    """Without a key, a parent or the parent's cell there is nothing to compare."""
    parent = Lookup(table="u", column=column, keys=(K,))
    rule = must(compare(cell(column), "==", parent, reads))
    dtypes = ["as loaded", "Int64", "str"] if reads == "text" else DTYPES

    assert found(rule, world(t=LOOKUPS, u=PARENTS), dtypes)[:2] == (broken, tested)


def test_a_missing_parent_has_empty_cells() -> None:
    parent = Lookup(table="u", column="w", keys=(K,))

    assert found(must(no(missing(parent))), world(t=LOOKUPS, u=PARENTS)).rows == [2, 3, 4]


def test_looked_up_cells_may_have_markers_for_missing() -> None:
    tables = world(t=[("k",), (1,), (2,)], u=[("k", "x"), (1, -999), (2, 3)])
    parent = Lookup(table="u", column="x", keys=(K,), empty_if=("-999",))

    assert found(must(compare(parent, ">", num(5))), tables, ["as loaded", "str"])[:2] == ([1], 1)


def test_looked_up_numbers_stay_exact() -> None:
    tables = world(
        t=[("k", "x"), (1, LARGE + 1), (2, LARGE + 1), (9, 1)],
        u=[("k", "x"), (1, LARGE + 1), (2, LARGE + 2)],
    )
    rule = must(compare(cell("x"), "==", Lookup(table="u", column="x", keys=(K,))))

    assert found(rule, tables, ["as loaded", "Int64"]).rows == [1]


def test_two_parents_of_one_key_stop_the_program() -> None:
    """Which of them counts is not known, so nothing is told."""
    given = world(t=[("k",), (1,), (2,)], u=[("k", "x"), (1, 5), (3, 6), (3, 7)])
    rule = must(compare(Lookup(table="u", column="x", keys=(K,)), ">", num(1)))

    with pytest.raises(InvalidIndexError):
        run(source_of(rule, given), rule, given.frames)


def test_parents_without_a_key_are_no_two_of_one_key() -> None:
    given = world(t=[("k",), (1,)], u=[("k", "x"), (1, 0), (None, 6), (None, 7)])

    rule = must(compare(Lookup(table="u", column="x", keys=(K,)), ">", num(1)))
    assert found(rule, given).rows == [0]


def test_keys_and_conditions_go_together() -> None:
    tables = world(t=[("k", "x"), (1, 1), (2, 0), (9, 1), (9, 0)], u=[("k",), (1,), (2,)])
    rule = must(every(exists("u", K), one_of(cell("x"), 1, 2)))

    assert found(rule, tables).rows == [1, 2, 3]
