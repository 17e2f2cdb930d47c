"""Rows against other rows: the row before, their group, all rows, the rows of another table."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.errors import PlanError
from backend.rules.language.terms import Constant, Previous
from tests.rules.chance import chance
from tests.rules.words import (
    apply,
    cell,
    compare,
    every,
    math,
    measure,
    missing,
    must,
    no,
    num,
    one_of,
    text,
)  # fmt: skip
from tests.rules.worlds import World, found, source_of, typed, world

X, Y = cell("x"), cell("y")
NUMBERS = st.sampled_from([None, "1", "2", "3", "5", "n/a"])
GROUPS = st.sampled_from([None, "a", "b"])
ROWS = st.lists(st.tuples(NUMBERS, GROUPS, st.sampled_from([None, "1", "2", "3"])), max_size=7)
PADDING = [("1", "pad", "9")] * 9
"""Good cells in a group of their own, so that the columns are numbers with some bad cells."""


def _number(cell: str | None) -> float | None:
    return None if cell in (None, "n/a") else float(str(cell))


def _world(rows: Sequence[tuple[Any, ...]]) -> World:
    """The rows, in columns that were typed when there were more of them."""
    cells = map(list, zip(*rows, *PADDING, strict=True))
    more = typed({"t": dict(zip("xgo", cells, strict=True))})
    first = [{"t": part["t"].iloc[: len(rows)]} for part in (more.frames, more.texts)]
    return World(first[0], more.facts, first[1])


@chance(30)
@given(ROWS, st.booleans(), st.booleans())
def test_a_row_is_compared_with_the_row_before(
    rows: list[tuple[Any, ...]], in_groups: bool, in_order: bool
) -> None:
    """Rows without the compared cell, a group or a place are no part of the sequence."""
    before = Previous(of=X, by=("g",) if in_groups else (), order_by="o" if in_order else None)
    places = [place for place, (x, _, o) in enumerate(rows) if x and (o or not in_order)]
    if in_order:
        places.sort(key=lambda place: rows[place][2])
    last: dict[Any, str] = {}
    broken, tested = [], 0
    for place in places:
        x, group, _ = rows[place]
        group = group if in_groups else ""
        if group in last:
            tested += 1
            pair = _number(x), _number(last[group])
            broken += [place] if None in pair or pair[0] < pair[1] else []  # type: ignore[operator]
        if group is not None:
            last[group] = x

    result = found(must(compare(X, ">=", before)), _world(rows))

    assert (result.rows, result.tested) == (sorted(broken), tested)


def test_the_row_before_may_lack_another_cell_than_the_one_compared() -> None:
    """The row before stays the row before: nothing is known of its end, nothing is flagged."""
    periods = world(t=[("x", "y"), (1, 5), (2, None), (3, 9), (4, 1)])
    overlap = must(compare(X, ">=", Previous(of=Y)))

    assert found(overlap, periods)[:2] == ([1, 3], 2)


def test_the_row_before_is_among_the_rows_that_count() -> None:
    steps = world(t=[("x", "s"), (1, "a"), (9, "b"), (2, "a"), (None, "a"), (1, "a")])
    rule = must(compare(X, ">", Previous(of=X)), where=compare(cell("s"), "==", text("a"), "text"))

    assert found(rule, steps)[:2] == ([4], 2)


def test_a_condition_beside_the_row_before_changes_nothing_of_it() -> None:
    steps = world(t=[("x", "y"), (3, 1), (5, None), (4, 1)])
    both = must(every(compare(X, ">", Previous(of=X)), compare(Y, ">", num(0))))

    assert found(both, steps).rows == [2]


def test_the_row_before_may_be_missing() -> None:
    """The first row has none; a text is there however it is written."""
    steps = world(t=[("s",), ("a",), (None,), ("b",), ("c",)])

    assert found(must(no(missing(Previous(of=cell("s"))))), steps).rows == [0, 2]


def test_large_numbers_stay_exact_in_the_row_before() -> None:
    large = 2**53
    steps = world(t=[("x",), (large + 1,), (large + 2,), (large + 2,), (large + 1,)])

    rule = must(compare(X, ">", Previous(of=X)))
    assert found(rule, steps, ["as loaded", "Int64", "str"]).rows == [2, 3]


def test_a_change_is_measured_from_the_row_before() -> None:
    levels = world(t=[("x",), (1.0,), (6.0,), (6.5,), (1.4,)])
    step = apply("absolute", math(X, "-", Previous(of=X)))

    assert found(must(compare(step, "<=", num(5))), levels).rows == [3]


MEASURES: dict[str, Callable[[list[float]], float | None]] = {
    "count": len,
    "sum": sum,
    "mean": lambda cells: statistics.fmean(cells) if cells else None,
    "median": lambda cells: statistics.median(cells) if cells else None,
    "min": lambda cells: min(cells, default=None),
    "max": lambda cells: max(cells, default=None),
    "std": lambda cells: statistics.stdev(cells) if len(cells) > 1 else None,
    "distinct": lambda cells: len(set(cells)),
}
SAMPLE = [
    ("k", "x", "y"), ("a", 1, 4), ("a", 3, None), ("b", None, 2), ("b", 2, 2), ("c", 9, None),
    (None, 5, 5), ("a", 2, 4), ("b", 7, 6),
]  # fmt: skip


def _filled(rows: list[tuple[Any, ...]]) -> list[float]:
    return [row[2] for row in rows if row[2] is not None]


@pytest.mark.parametrize("kind", MEASURES)
def test_a_row_is_compared_with_its_group(kind: str) -> None:
    """A row whose group or cell is empty, or whose group has nothing to measure, is not judged."""
    rule = must(compare(X, "<=", measure(kind, Y, by=("k",))))
    broken, tested = [], 0
    for place, (key, x, _) in enumerate(SAMPLE[1:]):
        limit = MEASURES[kind](_filled([row for row in SAMPLE[1:] if row[0] == key]))
        if None not in (key, x, limit):
            tested += 1
            broken += [place] if x > limit else []

    assert found(rule, world(t=SAMPLE))[:2] == (broken, tested)


@pytest.mark.parametrize("kind", MEASURES)
def test_a_row_is_compared_with_all_rows(kind: str) -> None:
    limit = MEASURES[kind](_filled(SAMPLE[1:]))
    expected = [place for place, row in enumerate(SAMPLE[1:]) if row[1] and row[1] > limit]

    assert found(must(compare(X, "<=", measure(kind, Y))), world(t=SAMPLE)).rows == expected


def test_an_average_of_nothing_judges_nobody() -> None:
    prices = world(t=[("x", "y"), (1, None), (2, None)])

    assert found(must(compare(X, "<=", measure("mean", Y))), prices)[:2] == ([], 0)


def test_the_filter_of_a_measure_is_its_own() -> None:
    orders = world(t=[("x", "s"), (1, "a"), (3, "a"), (9, "b"), (2, "b")])
    is_a = compare(cell("s"), "==", text("a"), "text")
    over_all = must(compare(X, "<=", measure("mean", X, where=is_a)))
    in_group = must(compare(X, "<=", measure("max", X, where=is_a, by=("s",))))
    size = must(compare(measure("count", where=is_a, by=("s",)), "==", num(2)))
    share = must(compare(measure("share", holds=is_a, by=("s",)), "==", num(1)))

    assert found(over_all, orders).rows == [1, 2]
    assert found(in_group, orders)[:2] == ([], 2)
    assert found(size, orders).rows == [2, 3]
    assert found(share, orders).rows == [2, 3]


def test_the_rows_that_count_make_the_group() -> None:
    orders = world(t=[("x", "g", "s"), (1, "a", "ok"), (3, "a", "ok"), (90, "a", "no")])
    rule = must(
        compare(X, "<=", measure("mean", X, by=("g",))),
        where=compare(cell("s"), "==", text("ok"), "text"),
    )

    assert found(rule, orders)[:2] == ([1], 2)


def test_an_outlier_is_far_from_the_mean_of_its_column() -> None:
    cells = [10, 11, 9, 10, None, 10, 11, 9, 10, 40]
    far = apply("absolute", math(X, "-", measure("mean", X)))
    limit = math(num(2), "*", measure("std", X))

    assert found(must(compare(far, "<=", limit)), world(t=[("x",), *zip(cells)])).rows == [9]


def test_a_measure_of_another_table_needs_no_key() -> None:
    tables = world(t=[("x",), (1,), (7,)], u=[("x",), (3,), (5,)])

    rule = must(compare(X, "<=", measure("max", cell("x", "u"), table="u")))
    assert found(rule, tables).rows == [1]


PARENTS = [("k", "x"), (1, 5), (2, 0), (3, 2), (None, 0), (4, None)]
CHILDREN = [("p", "y", "s"), (1, 2, "a"), (1, 3, "b"), (3, 9, "a"), (3, None, "a"), (7, 1, "a"),
            (None, 4, "a"), (4, 1, "b")]  # fmt: skip


@pytest.mark.parametrize("kind", MEASURES)
@pytest.mark.parametrize("is_filtered", [False, True], ids=["all rows", "filtered"])
def test_a_row_is_compared_with_its_rows_of_another_table(kind: str, is_filtered: bool) -> None:
    """No rows count 0 and add up to 0, but have no mean; without a key nothing is told."""
    where = compare(cell("s", "u"), "==", text("a"), "text") if is_filtered else None
    theirs = measure(kind, cell("y", "u"), table="u", keys=(("k", "p"),), where=where)
    broken, tested = [], 0
    for place, (key, x) in enumerate(PARENTS[1:]):
        rows = [
            ("", "", row[1])
            for row in CHILDREN[1:]
            if row[0] == key and (row[2] == "a" or not where)
        ]
        total = MEASURES[kind](_filled(rows))
        if None not in (key, x, total):
            tested += 1
            broken += [place] if round(abs(x - total), 6) > 0 else []  # type: ignore[operator]

    result = found(must(compare(X, "==", theirs)), world(t=PARENTS, u=CHILDREN))
    assert result[:2] == (broken, tested)


def test_parents_without_children_have_none() -> None:
    count = measure("count", table="u", keys=(("k", "p"),))
    tables = world(t=PARENTS, u=CHILDREN)

    assert found(must(compare(count, ">=", num(1))), tables)[:2] == ([1], 4)
    assert found(must(one_of(count, 1, 2)), tables).rows == [1]
    assert found(must(no(one_of(count, 1, 2))), tables).rows == [0, 2, 4]


def test_the_share_of_a_parents_rows() -> None:
    is_a = compare(cell("s", "u"), "==", text("a"), "text")
    share = measure("share", table="u", keys=(("k", "p"),), holds=is_a)

    result = found(must(compare(share, ">=", num(0.5))), world(t=PARENTS, u=CHILDREN))
    assert result[:2] == ([4], 3)


@pytest.mark.parametrize(
    ("parents", "children"),
    [(["1", "2", "x"], ["1", "1", "2"]), ([1, 2, 3], ["1", "1", "x"]), (["1", "2"], [1, 1])],
    ids=["text to numbers", "numbers to text", "spelled as text"],
)
def test_related_rows_are_found_across_types(parents: list[Any], children: list[Any]) -> None:
    tables = world(t=[("k",), *zip(parents)], u=[("p",), *zip(children)])
    expected = [
        i for i, key in enumerate(parents) if [str(c) for c in children].count(str(key)) < 2
    ]
    count = measure("count", table="u", keys=(("k", "p"),))

    assert found(must(compare(count, ">=", num(2))), tables).rows == expected


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (must(compare(X, "==", measure("top", X))), "no-window"),
        (
            must(compare(X, "==", measure("count", keys=(("x", "x"), ("y", "y"))))),
            "composite-lookup",
        ),
        (must(compare(X, ">", Previous(of=Constant(value=1, reads="number")))), "unfinished-rule"),  # type: ignore[arg-type]
        (must(compare(cell("x", "u"), ">", num(1))), "foreign-cell"),
        (must(compare(cell("z"), ">", num(1))), "undeclared-column"),
    ],
    ids=[
        "the mode of rows",
        "two keys",
        "a constant before",
        "a cell of another table",
        "no column",
    ],
)
def test_what_cannot_be_said_is_no_program(rule: Any, code: str) -> None:
    with pytest.raises(PlanError) as error:
        source_of(rule, world(t=[("x", "y"), (1, 1)]))

    assert error.value.code == code
