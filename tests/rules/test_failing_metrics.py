"""Metrics of a table and of its groups, against statistics computed here."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.errors import PlanError
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Predicate
from tests.rules.chance import chance
from tests.rules.words import (
    cell,
    compare,
    day,
    every,
    matches,
    math,
    measure,
    missing,
    no,
    num,
    one_of,
    text,
)  # fmt: skip
from tests.rules.worlds import found, source_of, world

X, S = cell("x"), cell("s")
IS_A = compare(S, "==", text("a"), "text")


def metrics(must: Predicate, by: tuple[str, ...] = (), **more: Any) -> FailingMetrics:
    return FailingMetrics(table="t", must=must, by=by, **more)


def _quantile(cells: list[float], share: float) -> float:
    """Linear interpolation (type 7 of Hyndman and Fan 1996)."""
    ranked = sorted(cells)
    place = share * (len(ranked) - 1)
    low = int(place)
    high = min(low + 1, len(ranked) - 1)
    return ranked[low] + (place - low) * (ranked[high] - ranked[low])


MEASURES: dict[str, Callable[[list[float]], float | None]] = {
    "count": len,
    "distinct": lambda cells: len(set(cells)),
    "sum": lambda cells: sum(cells) if cells else None,
    "mean": lambda cells: statistics.fmean(cells) if cells else None,
    "median": lambda cells: statistics.median(cells) if cells else None,
    "min": lambda cells: min(cells, default=None),
    "max": lambda cells: max(cells, default=None),
    "std": lambda cells: statistics.stdev(cells) if len(cells) > 1 else None,
    "var": lambda cells: statistics.variance(cells) if len(cells) > 1 else None,
    "quantile": lambda cells: _quantile(cells, 0.9) if cells else None,
}
ROWS = st.lists(
    st.tuples(
        st.sampled_from([None, 1, 2, 5]), st.sampled_from([None, "a", "b"]), st.sampled_from("gh")
    ),
    max_size=8,
)


@chance(70)
@given(ROWS, st.sampled_from(list(MEASURES)), st.booleans(), st.booleans(), st.booleans())
def test_a_measure_out_of_bounds_fails(
    rows: list[tuple[Any, ...]], kind: str, by: bool, has_own_filter: bool, is_filtered: bool
) -> None:
    """A rule's filter makes the groups; a measure's own filter leaves every group its 0."""
    more = {"quantile": 0.9} if kind == "quantile" else {}
    measured = measure(kind, X, where=IS_A if has_own_filter else None, **more)
    rule = metrics(
        compare(measured, "<=", num(2)), ("g",) if by else (), where=IS_A if is_filtered else None
    )
    counted = [row for row in rows if row[1] == "a" or not is_filtered]
    groups = {row[2] if by else "" for row in counted} if by else {""}
    values = {
        group: MEASURES[kind](
            [x for x, s, g in counted
             if x is not None and (g == group or not by) and (s == "a" or not has_own_filter)]
        )
        for group in groups
    }  # fmt: skip
    failing = [round(value, 9) for value in values.values() if value is not None and value > 2]
    told = [value for value in values.values() if value is not None]

    result = found(rule, world(t=[("x", "s", "g"), *rows]))
    assert result.tested == len(told)
    shown = [next(v for k, v in record.items() if k != "g") for record in result.records]
    assert sorted(shown) == pytest.approx(sorted(failing))


ROWS_OF_USERS = [
    ("u", "s", "x"),
    (1, "a", 1),
    (1, "b", 2),
    (2, "b", 3),
    (None, "a", 4),
    (2, None, 5),
]
COUNTED: dict[str, tuple[Predicate, list[Any], int]] = {
    "rows": (compare(measure("count"), "<", num(2)), [1, 2], 2),
    "rows that pass a filter, also where there are none": (
        compare(measure("count", where=IS_A), ">=", num(1)), [2], 2),
    "rows whose cell is empty": (compare(measure("count", where=missing(S)), "==", num(0)), [2], 2),
    "distinct values": (compare(measure("distinct", S), "==", num(2)), [2], 2),
    "distinct values that pass a filter": (
        compare(measure("distinct", X, where=IS_A), ">=", num(1)), [2], 2),
    "a share": (compare(measure("share", holds=IS_A), ">", num(0)), [2], 2),
    "two measures": (every(compare(measure("count"), ">", num(1)),
                           compare(measure("max", X), "<", num(4))), [2], 2),
    "one against another": (
        compare(measure("count", where=IS_A), "==", measure("count")), [1, 2], 2),
}  # fmt: skip


@pytest.mark.parametrize(("must", "failing", "tested"), COUNTED.values(), ids=COUNTED)
def test_each_group_is_judged(must: Predicate, failing: list[Any], tested: int) -> None:
    """Rows whose group is empty make no group."""
    result = found(metrics(must, ("u",)), world(t=ROWS_OF_USERS))

    assert ([record["u"] for record in result.records], result.tested) == (failing, tested)


def test_a_group_may_be_several_columns() -> None:
    rows = world(t=[("u", "v", "x"), (1, "a", 1), (1, "a", 2), (1, "b", 9), (2, "a", None)])
    result = found(metrics(compare(measure("sum", X), "<", num(5)), ("u", "v")), rows)

    assert result[1:] == (2, [{"u": 1, "v": "b", "sum x": 9}])


def test_one_untold_measure_does_not_excuse_another() -> None:
    """A single row has no deviation; its mean is out of bounds all the same."""
    both = every(compare(measure("mean", X), "<", num(5)), compare(measure("std", X), "<", num(5)))
    rows = world(t=[("g", "x"), ("a", 9), ("b", 1), ("b", 2), ("c", None)])
    result = found(metrics(both, ("g",)), rows)

    assert ([record["g"] for record in result.records], result.tested) == (["a"], 2)


EMPTY: dict[str, tuple[Predicate, tuple[int, int], tuple[int, int]]] = {
    "rows": (compare(measure("count"), ">=", num(3)), (1, 1), (1, 1)),
    "filled cells": (compare(measure("count", X), ">=", num(1)), (1, 1), (1, 1)),
    "distinct values": (compare(measure("distinct", X), ">=", num(1)), (1, 1), (1, 1)),
    "a sum": (compare(measure("sum", X), "==", num(0)), (0, 0), (0, 0)),
    "a mean": (compare(measure("mean", X), "<", num(1)), (0, 0), (0, 0)),
    "a quantile": (compare(measure("quantile", X, quantile=0.5), "<", num(1)), (0, 0), (0, 0)),
    "a mode": (compare(measure("top", X), "==", num(1)), (0, 0), (0, 0)),
    "a share of rows": (
        compare(measure("share", holds=no(missing(X))), ">=", num(1)),
        (0, 0),
        (1, 1),
    ),
    "the latest day": (compare(measure("max", X), "<=", num(1)), (0, 0), (0, 0)),
}


@pytest.mark.parametrize(("must", "no_rows", "no_cells"), EMPTY.values(), ids=EMPTY)
def test_without_anything_to_measure_only_counts_are_told(
    must: Predicate, no_rows: tuple[int, int], no_cells: tuple[int, int]
) -> None:
    for rows, expected in (([], no_rows), ([(None,), (None,)], no_cells)):
        result = found(metrics(must), world(t=[("x",), *rows]))
        assert (len(result.records), result.tested) == expected


@pytest.mark.parametrize("kind", ["count", "distinct", "mean"])
def test_without_rows_there_are_no_groups(kind: str) -> None:
    rule = metrics(compare(measure(kind, X), ">", num(1)), ("g",))

    assert found(rule, world(t=[("x", "g")]))[1:] == (0, [])


@pytest.mark.parametrize("by", [(), ("g",)], ids=["of the table", "of groups"])
@pytest.mark.parametrize(
    ("measured", "failing"),
    [
        (measure("mean", X), 1),
        (measure("sum", math(X, "*", X)), 1),
        (measure("max", X, where=no(matches(X, "contains", "n"))), 0),
        (measure("count", X), 0),
        (measure("distinct", X), 0),
        (measure("share", holds=compare(X, ">", num(0))), 0),
    ],
    ids=["a mean", "a computed sum", "filtered away", "a count", "distinct values", "a share"],
)
def test_cells_that_are_no_numbers_fail_what_is_computed_of_them(
    measured: Any, failing: int, by: tuple[str, ...]
) -> None:
    rows = world(t=[("x", "g"), (1, "a"), ("n/a", "a"), (2, "a"), (None, "a"), (1, "a")])
    result = found(metrics(compare(measured, "<", num(99)), by), rows)

    assert (len(result.records), result.tested) == (failing, 1)


def test_nothing_but_unreadable_cells_is_a_failure_and_no_lack_of_data() -> None:
    good = world(t=[("x",), (1,), ("?",), (2,)])
    rule = metrics(compare(measure("mean", X), "<", num(9)))
    only_bad = good._replace(
        frames={"t": good.frames["t"].iloc[[1]]}, texts={"t": good.texts["t"].iloc[[1]]}
    )

    result = found(rule, only_bad)
    assert (result.tested, result.records) == (1, [{"mean x": None, "unreadable cells": 1}])


def test_a_number_column_that_became_text_stops_the_program() -> None:
    """It was compiled for numbers alone: a wrong average would be told, so none is."""
    given_world = world(t=[("x",), (1,), (2,)])
    rule = metrics(compare(measure("mean", X), "<", num(9)))
    source = source_of(rule, given_world)
    functions: dict[str, Any] = {}
    exec(source, functions)

    with pytest.raises(ValueError, match="two"):
        functions["check"]({"t": given_world.frames["t"].astype("str").replace("2", "two")})


MODES: dict[str, tuple[list[Any], Predicate, int]] = {
    "text": (["a", "b", "a", None], one_of(measure("top", X), "a", reads="text"), 0),
    "another text": (["a", "b", "b"], one_of(measure("top", X), "a", reads="text"), 1),
    "a tie": (["a", "b", None, None], one_of(measure("top", X), "a", reads="text"), 1),
    "a tie of allowed": (["a", "b"], one_of(measure("top", X), "a", "b", reads="text"), 0),
    "numbers": ([2, 2, 3], compare(measure("top", X), "==", num(2)), 0),
    "other numbers": ([2, 3, 3, None], compare(measure("top", X), "==", num(2)), 1),
    "mostly numbers": (["2", "2", "3", "n/a"], compare(measure("top", X), "==", num(2)), 0),
    "numbers as text": ([2, 2, 3], compare(measure("top", X), "==", text("2"), "text"), 0),
}


@pytest.mark.parametrize(("cells", "must", "failing"), MODES.values(), ids=MODES)
def test_the_most_frequent_value(cells: list[Any], must: Predicate, failing: int) -> None:
    """Of several that are equally frequent, each is judged."""
    dtypes = ["as loaded", "Int64", "str"]

    assert len(found(metrics(must), world(t=[("x",), *zip(cells)]), dtypes).records) == failing
    assert Counter(cells)


@pytest.mark.parametrize("must", [
    every(compare(measure("top", X), "==", num(1)), compare(measure("count"), ">", num(1))),
    compare(measure("top", X), "==", num(1)),
], ids=["with another measure", "of groups"])  # fmt: skip
def test_the_most_frequent_value_is_told_alone(must: Predicate) -> None:
    with pytest.raises(PlanError) as error:
        source_of(metrics(must, ("x",)), world(t=[("x",), (1,)]))

    assert error.value.code == "top-alone"


def test_metrics_are_compared_without_the_dust_of_binary_fractions() -> None:
    rows = world(t=[("x",), (0.1,), (0.2,)])

    assert found(metrics(compare(measure("sum", X), "==", num(0.3))), rows)[1:] == (1, [])


def test_measures_of_dates() -> None:
    times = world(t=[("d",), ("2024-01-31 10:00",), ("2024-01-01 00:00",), (None,)])
    latest, earliest = measure("max", cell("d")), measure("min", cell("d"))
    by_day = compare(latest, "<=", day("2024-01-31"), "date")
    by_time = compare(latest, "<=", day("2024-01-31"), "time")
    both = every(by_day, compare(earliest, ">=", day("2024-01-01"), "date"))

    assert [len(found(metrics(must), times).records) for must in (by_day, by_time, both)] == [
        0,
        1,
        0,
    ]
    bad = world(t=[("d",), ("2024-01-31",), ("2024-01-01",), ("soon",)])
    assert len(found(metrics(by_day), bad).records) == 1


def test_two_tables_are_compared() -> None:
    tables = world(t=[("x",), (1,), (2,), (None,)], u=[("x",), (3,)])
    totals = compare(measure("sum", X), "==", measure("sum", cell("x", "u"), table="u"))
    sizes = compare(measure("count"), "==", measure("count", table="u"))

    assert found(metrics(totals), tables)[1:] == (1, [])
    assert found(metrics(sizes), tables).records == [{"rows": 3, "u rows": 1}]


def test_columns_of_the_report_have_names_of_their_own() -> None:
    """Groups and measures may be called alike; markers for missing are another measure."""
    marked = cell("x", empty_if=("9",))
    rows = world(t=[("mean x", "x"), ("a", 1), ("a", 9)])
    must = compare(measure("mean", X), "==", measure("mean", marked))
    result = found(metrics(must, ("mean x",)), rows, ["as loaded", "str"])

    assert result.records == [{"mean x": "a", "mean x 2": 5, "mean x 3": 1}]
