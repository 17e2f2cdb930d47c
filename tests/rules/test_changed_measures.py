"""Measures against earlier runs: the bounds, a past of zero, cells that are no numbers."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.errors import PlanError
from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.executor.run_history import history_table
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.earlier_runs import Baseline
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    Not,
    Reads,
)
from tests.rules.worlds import World, found, world

ROWS = Aggregate(measure=Measure.COUNT, table="t")
EMPTY = Missing(of=Cell(table="t", column="x"))


def of(measure: Measure, column: str = "x") -> Aggregate:
    return Aggregate(measure=measure, table="t", of=Cell(table="t", column=column))


def past(given: World, *runs: tuple[int, str, str, float], value: str = "") -> World:
    """The world with a history: (days ago, column, measure, number), the last run first."""
    rows: list[tuple[object, ...]] = [
        (number, days, "2024-01-01", column, measure, value, told)
        for number, (days, column, measure, told) in enumerate(runs, start=1)
    ]
    return with_history(given, rows)


def with_history(given: World, rows: list[tuple[object, ...]]) -> World:
    frame = history_table(rows).to_pandas()
    given.frames["t/history"] = frame
    for name in frame:
        told = ColumnRead(table="t/history", column=name, type=ColumnType.TEXT)
        given.facts["t/history", name] = told
    return given


def judged(given: World, measure: Aggregate, **how: Any) -> tuple[int, list[dict[str, Any]]]:
    rule = ChangedMeasures(table="t", of=measure, **how)
    result = found(rule, given)
    return result.tested, result.records


def numbers(*cells: float | str | None) -> World:
    return world(t=(("id", "x"), *enumerate(cells)))


@pytest.mark.parametrize(
    ("before", "how", "fails"),
    [
        (4.0, {"unit": "percent", "least": -25, "most": 25}, False),
        (4.0, {"unit": "percent", "least": -25, "least_open": True}, True),
        (4.0, {"unit": "percent", "least": -24.9}, True),
        (2.0, {"unit": "percent", "most": 50}, False),
        (2.0, {"unit": "percent", "most": 50, "most_open": True}, True),
        (3.0, {"unit": "percent", "least": 0, "most": 0}, False),
        (0.0, {"unit": "percent", "most": 1_000_000}, True),
        (0.0, {"unit": "percent", "least": -5}, False),
        (2.0, {"unit": "amount", "most": 1}, False),
        (2.0, {"unit": "amount", "most": 0.5}, True),
        (2.0, {"unit": "amount", "least": 0, "least_open": True}, False),
        (3.0, {"unit": "amount", "least": 0, "least_open": True}, True),
        (4.0, {"unit": "times", "least": 0.75}, False),
        (4.0, {"unit": "times", "least": 0.76}, True),
        (2.0, {"unit": "times", "most": 1.5}, False),
        (2.0, {"unit": "times", "most": 1.5, "most_open": True}, True),
    ],
)
def test_three_rows_against_before(before: float, how: dict[str, Any], fails: bool) -> None:
    tested, records = judged(past(numbers(1, 2, 3), (1, "", "rows", before)), ROWS, **how)

    assert (tested, bool(records)) == (1, fails)


def test_from_nothing_to_nothing_is_no_change() -> None:
    given = past(world(t=(("id", "x"),)), (1, "", "rows", 0))

    assert judged(given, ROWS, unit="percent", least=0, most=0) == (1, [])


def test_a_negative_past_is_measured_by_its_size() -> None:
    given = past(numbers(-90), (1, "x", "sum", -100))

    assert judged(given, of(Measure.SUM), unit="percent", most=10) == (1, [])
    [record] = judged(given, of(Measure.SUM), unit="percent", most=9)[1]
    assert (record["now"], record["before"], record["change in percent"]) == (-90, -100, 10)


def test_tenths_add_up() -> None:
    given = past(numbers(0.1, 0.2), (1, "x", "sum", 0.3))

    assert judged(given, of(Measure.SUM), least=0, most=0) == (1, [])


@pytest.mark.parametrize(
    ("since", "before"),
    [
        (Baseline(), 10.0),
        (Baseline(of="mean", runs=3), 20.0),
        (Baseline(of="median", runs=3), 20.0),
        (Baseline(of="min", runs=2), 10.0),
        (Baseline(of="max", runs=4), 60.0),
        (Baseline(days=1), 10.0),
        (Baseline(days=7), 20.0),
        (Baseline(days=8), 60.0),
    ],
)
def test_which_run_is_meant(since: Baseline, before: float) -> None:
    runs = [(1, "", "rows", 10), (7, "", "rows", 20), (7, "", "rows", 30), (8, "", "rows", 60)]
    [record] = judged(past(numbers(1), *runs), ROWS, since=since, most=-1000)[1]

    assert record["before"] == before


@pytest.mark.parametrize(
    "since", [Baseline(of="mean", runs=3), Baseline(days=3), Baseline(of="max", runs=5)]
)
def test_runs_that_are_not_there_leave_nothing_to_test(since: Baseline) -> None:
    runs = [(1, "", "rows", 10), (2, "", "rows", 20)]

    assert judged(past(numbers(1), *runs), ROWS, since=since, least=0, most=0) == (0, [])


def test_the_first_run_has_nothing_to_test() -> None:
    assert judged(past(numbers(1)), ROWS, least=0, most=0) == (0, [])


def test_a_mean_of_nothing_is_not_judged_and_a_sum_of_nothing_is_zero() -> None:
    given = numbers(1.5, 2)
    source_facts = given.facts
    empty = past(numbers(None, None), (1, "x", "mean", 3), (1, "x", "sum", 3))
    empty.facts.update(source_facts)

    assert judged(empty, of(Measure.MEAN), unit="percent", least=-5) == (0, [])
    gone = past(numbers(None), (1, "x", "sum", 3))
    gone.facts.update(source_facts)
    assert judged(gone, of(Measure.SUM), unit="percent", least=-5)[1][0]["now"] == 0


def test_a_cell_that_is_no_number_fails_the_measure() -> None:
    given = past(numbers(1, 2, 3, "n/k"), (1, "x", "mean", 2))
    [record] = judged(given, of(Measure.MEAN), unit="percent", least=-5, most=5)[1]

    assert record["unreadable cells"] == 1


@pytest.mark.parametrize(
    ("measure", "key", "now"),
    [
        (of(Measure.DISTINCT), "distinct", 2),
        (of(Measure.MEDIAN), "median", 2),
        (of(Measure.MINIMUM), "min", 2),
        (of(Measure.MAXIMUM), "max", 5),
        (ROWS.model_copy(update={"where": Not(part=EMPTY)}), "filled", 3),
        (ROWS.model_copy(update={"where": EMPTY}), "missing", 1),
    ],
)
def test_what_is_measured_now(measure: Aggregate, key: str, now: float) -> None:
    given = past(numbers(2, 2, 5, None), (1, "x", key, 100))
    [record] = judged(given, measure, least=0)[1]

    assert (record["now"], record["before"]) == (now, 100)


def test_rows_of_one_value() -> None:
    five = Compare(
        left=Cell(table="t", column="x"),
        sign="==",
        right=Constant(value=5, reads=Reads.NUMBER),
        reads=Reads.NUMBER,
    )
    given = past(numbers(2, 5, 5), (1, "x", "value", 4), value="5")
    [record] = judged(given, ROWS.model_copy(update={"where": five}), least=0)[1]

    assert (record["now"], record["before"]) == (2, 4)


def test_rows_of_each_value_whatever_the_dtype() -> None:
    rows: list[tuple[object, ...]] = [
        (1, 1, "", "x", "values", "", 2), (1, 1, "", "x", "value", "7", 1),
        (1, 1, "", "x", "value", "9", 3), (1, 1, "", "x", "value", "6", 0),
    ]  # fmt: skip
    given = with_history(numbers(7, 7, 8, None), rows)
    each = ROWS.model_copy(update={"by": ("x",)})
    tested, records = judged(given, each, least=0)

    assert tested == 3
    assert [(record["x"], record["now"], record["before"]) for record in records] == [("9", 0, 3)]


def test_a_measure_that_no_run_keeps_is_refused() -> None:
    with pytest.raises(PlanError, match="no run keeps") as refused:
        judged(past(numbers(1)), of(Measure.VARIANCE), least=0)
    assert refused.value.code == "not-kept"


def test_history_is_typed_for_programs_also_when_it_is_empty() -> None:
    kinds = history_table([]).to_pandas().dtypes.astype(str).tolist()

    assert kinds == ["int64", "int64", "str", "str", "str", "str", "float64"]
