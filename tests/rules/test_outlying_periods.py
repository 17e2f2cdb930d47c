"""Periods against the periods before them, by statistics computed here."""

from __future__ import annotations

import statistics
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.language.periods import Period
from backend.rules.language.terms import Aggregate, Cell, Measure
from backend.rules.outlying_periods import OutlyingPeriods
from tests.rules.chance import chance
from tests.rules.worlds import Rows, found, world

HEADER = ("g", "day", "x")
ROWS = st.lists(
    st.tuples(
        st.sampled_from([None, "a", "b", "a"]),
        st.sampled_from([None, *(f"2024-02-2{n}" for n in range(1, 9)), "2024-03-01"]),
        st.sampled_from([None, 1, 2, 2, 3, 50, -7]),
    ),
    max_size=24,
).map(lambda rows: [("a", "2024-02-20", 1), *rows])
MEASURED = {
    Measure.COUNT: len,
    Measure.SUM: sum,
    Measure.MEAN: statistics.fmean,
    Measure.MEDIAN: statistics.median,
    Measure.MINIMUM: min,
    Measure.MAXIMUM: max,
    Measure.DISTINCT: lambda cells: len({*cells}),
}


def _rule(measure: Measure = Measure.COUNT, *, by: bool = False, **more: Any) -> OutlyingPeriods:
    of = None if measure is Measure.COUNT else Cell(table="t", column="x")
    return OutlyingPeriods(
        table="t",
        of=Aggregate(measure=measure, table="t", of=of),
        per=(Period(column="day", unit=more.pop("unit", "day")),),
        by=("g",) if by else (),
        **{"factor": 2.0, "periods": 3, **more},
    )


def _is_far(value: float, window: list[float], rule: OutlyingPeriods) -> bool:
    apart = value - statistics.fmean(window)
    told = {"both": abs(apart), "above": apart, "below": -apart}[rule.side]
    return round(told - rule.factor * statistics.stdev(window), 9) > 0


@chance(60)
@given(
    ROWS,
    st.sampled_from(list(MEASURED)),
    st.integers(3, 4),
    st.booleans(),
    st.sampled_from(["both", "above", "below"]),
    st.sampled_from([0.5, 1.0, 2.0]),
)
def test_days_far_from_the_days_before_are_told(
    rows: list[tuple[Any, ...]], measure: Measure, n: int, by: bool, side: Any, factor: float
) -> None:
    rule = _rule(measure, periods=n, by=by, side=side, factor=factor)
    cells: dict[Any, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for g, day, x in rows:
        if day is not None and (g is not None or not by):
            of_day = cells[g if by else ""][day]
            of_day += [1] if measure is Measure.COUNT else [x] if x is not None else []
    judged, broken = 0, []
    for group, days in cells.items():
        told = [
            (day, MEASURED[measure](days[day]))  # type: ignore[operator]
            for day in sorted(days)
            if days[day] or measure is Measure.DISTINCT
        ]
        for at in range(n, len(told)):
            judged += 1
            day, value = told[at]
            window = [float(each) for _, each in told[at - n : at]]
            broken += [(group, day)] if _is_far(value, window, rule) else []
    result = found(rule, world(t=[HEADER, *rows]))

    assert result.tested == judged
    assert sorted((each.get("g", ""), each["day of day"]) for each in result.records) == sorted(
        broken
    )


def test_a_record_tells_what_the_days_before_were() -> None:
    days = ["2024-01-01"] * 2 + ["2024-01-02"] * 3 + ["2024-01-05"] * 4 + ["2024-01-06"] * 9
    result = found(_rule(), world(t=[HEADER, *(("a", day, 1) for day in days)]))

    assert result.records == [
        {
            "day of day": "2024-01-06",
            "rows": 9,
            "unreadable cells": 0,
            "mean before": 3.0,
            "deviation before": 1.0,
        }
    ]


CASES: dict[str, tuple[list[tuple[Any, Any]], dict[str, Any], list[str], int]] = {
    "a cell that is no date fails": (
        [(1, 1), (2, 1), ("soon", 1), (3, 1), (4, 1)], {}, ["soon"], 2,
    ),
    "a cell that is no number fails its day, which stands in no window": (
        [(1, 1), (2, 2), (3, "n/a"), (4, 3), (5, 2)], {"measure": Measure.SUM}, ["2024-01-03"], 2,
    ),
    "weeks go over the year's end": (
        [(-20, 5), (-13, 6), (-6, 7), (1, 90)],
        {"measure": Measure.SUM, "unit": "week"}, ["2024-W01"], 1,
    ),
    "beside equal days any other is far": (
        [(1, 5), (2, 5), (3, 5), (4, 5.1)], {"measure": Measure.SUM}, ["2024-01-04"], 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("days", "more", "failing", "tested"), CASES.values(), ids=CASES)
def test_what_is_a_period(
    days: list[tuple[Any, Any]], more: dict[str, Any], failing: list[str], tested: int
) -> None:
    def spelled(day: Any) -> Any:
        if isinstance(day, str):
            return day
        return f"2024-01-{day:02}" if day > 0 else f"2023-12-{31 + day:02}"

    rows: Rows = [HEADER, *(("a", spelled(day), x) for day, x in days)]
    result = found(_rule(**more), world(t=rows))
    unit = more.get("unit", "day")

    assert sorted(str(each[f"{unit} of day"]) for each in result.records) == failing
    assert result.tested == tested
