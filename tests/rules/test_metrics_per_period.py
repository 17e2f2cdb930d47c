"""Measures per period of the calendar, against periods counted by hand."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.plan import ColumnRead
from backend.proof.witnesses import derive_witnesses
from backend.rules.catalog import kind_of, write_page
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.periods import Period
from backend.rules.language.terms import Predicate
from tests.proof.trials import AS_OF, expected, told
from tests.rules.chance import chance
from tests.rules.words import cell, compare, measure, num, text
from tests.rules.worlds import World, found, world

ATMOST_1 = compare(measure("count"), "<=", num(1))


def metrics(unit: str, must: Predicate = ATMOST_1, **more: Any) -> FailingMetrics:
    period = Period.model_validate({"column": "d", "unit": unit})
    return FailingMetrics(table="t", must=must, per=(period,), **more)


def dates(*cells: str | None) -> World:
    return world(t=[("d", "n"), *((cell, place) for place, cell in enumerate(cells))])


PERIODS: dict[str, tuple[str, World, list[str]]] = {
    "hours": ("hour", dates("2026-11-20 09:00", "2026-11-20 09:59", "2026-11-20 10:00"),
              ["2026-11-20 09:00"]),
    "days of times": ("day", dates("2026-11-20 00:00", "2026-11-20 23:59", "2026-11-21 00:00"),
                      ["2026-11-20"]),
    "days": ("day", dates("2026-11-20", "2026-11-21", "2026-11-21"), ["2026-11-21"]),
    "a week begins on Monday": ("week", dates("2026-11-15", "2026-11-16", "2026-11-22"),
                                ["2026-W47"]),
    "a week over the year's end": ("week", dates("2024-12-30", "2025-01-05", "2025-01-06"),
                                   ["2025-W01"]),
    "a 53rd week": ("week", dates("2026-12-31", "2027-01-03", "2027-01-04"), ["2026-W53"]),
    "months of two years": ("month", dates("2026-11-01", "2025-11-30", "2026-11-30"), ["2026-11"]),
    "quarters": ("quarter", dates("2026-09-30", "2026-10-01", "2026-12-31", "2025-12-31"),
                 ["2026-Q4"]),
    "years": ("year", dates("2026-01-01", "2026-12-31", "2027-01-01"), ["2026"]),
    "days with an offset are those of UTC": (
        "day",
        dates("2026-11-20T23:30:00+02:00", "2026-11-20T22:00:00Z", "2026-11-20T23:30:00-02:00"),
        ["2026-11-20"],
    ),
    "rows without a date are in no period": ("month", dates(None, None, "2026-11-01"), []),
    "dates of another spelling": (
        "month", dates("01.11.2026", "30.11.2026", "13.12.2026"), ["2026-11"]),
}  # fmt: skip


@pytest.mark.parametrize(("unit", "given_world", "failing"), PERIODS.values(), ids=PERIODS)
def test_rows_are_counted_in_their_period(
    unit: str, given_world: World, failing: list[str]
) -> None:
    result = found(metrics(unit), given_world)

    assert [record[f"{unit} of d"] for record in result.records] == failing


def test_a_cell_that_is_no_date_fails_as_a_period_of_its_own() -> None:
    """Nobody can tell where its row belongs, so that no count is certain."""
    result = found(metrics("month"), dates("2026-11-01", "2026-12-01", "2026-13-01"))

    assert result.tested == 3
    assert result.records == [{"month of d": "2026-13-01", "rows": 1, "unreadable cells": 1}]


def test_periods_and_cells_group_together() -> None:
    rows = [("d", "s", "x"), ("2026-11-01", "a", 3), ("2026-11-30", "a", 4),
            ("2026-11-02", "b", 5), ("2026-12-01", "a", 9), ("2026-12-01", None, 9)]  # fmt: skip
    rule = metrics("month", compare(measure("sum", cell("x")), "<=", num(6)), by=("s",))
    result = found(rule, world(t=rows))

    shown = [(each["s"], each["month of d"], each["sum x"]) for each in result.records]
    assert (shown, result.tested) == ([("a", "2026-11", 7), ("a", "2026-12", 9)], 3)


def test_a_measures_own_filter_leaves_each_period_its_0() -> None:
    paid = measure("count", where=compare(cell("s"), "==", text("paid"), "text"))
    rows = [("d", "s"), ("2026-11-01", "paid"), ("2026-12-01", "open"), ("2026-12-02", "open")]
    result = found(metrics("month", compare(paid, ">=", num(1))), world(t=rows))

    assert ([each["month of d"] for each in result.records], result.tested) == (["2026-12"], 2)


@pytest.mark.parametrize("unit", ["week", "quarter", "month"])
def test_without_rows_there_are_no_periods(unit: str) -> None:
    full = dates("2026-11-01")
    none = full._replace(
        frames={"t": full.frames["t"].iloc[:0]}, texts={"t": full.texts["t"].iloc[:0]}
    )

    assert found(metrics(unit), none)[1:] == (0, [])


DAYS = st.dates(dt.date(1999, 12, 1), dt.date(2028, 1, 31))
ISO = {
    "day": lambda day: day.isoformat(),
    "week": lambda day: "{}-W{:02}".format(*day.isocalendar()[:2]),
    "month": lambda day: day.isoformat()[:7],
    "quarter": lambda day: f"{day.year}-Q{(day.month - 1) // 3 + 1}",
    "year": lambda day: str(day.year),
}


@chance(25)
@given(st.lists(DAYS, min_size=1, max_size=12), st.sampled_from(sorted(ISO)))
def test_any_days_fall_into_the_calendars_periods(days: list[dt.date], unit: str) -> None:
    counts = Counter(ISO[unit](day) for day in days)
    result = found(metrics(unit), dates(*map(str, days)))

    assert result.tested == len(counts)
    shown = {record[f"{unit} of d"]: record["rows"] for record in result.records}
    assert shown == {period: times for period, times in counts.items() if times > 1}


FACTS = {
    ("t", "d"): ColumnRead.model_validate(
        {"table": "t", "column": "d", "type": "date", "date_format": "%Y-%m-%d %H:%M:%S"}
    ),
    ("t", "s"): ColumnRead.model_validate({"table": "t", "column": "s", "type": "text"}),
}


@pytest.mark.parametrize("by", [(), ("s",)], ids=["alone", "with cells"])
@pytest.mark.parametrize("unit", ["hour", "day", "week", "month", "quarter", "year"])
def test_witnesses_hold_and_tell_one_unit_from_another(unit: str, by: tuple[str, ...]) -> None:
    rule = metrics(unit, compare(measure("count"), "<=", num(3)), by=by)
    facts = {key: fact for key, fact in FACTS.items() if key[1] == "d" or by}
    source = write_page(rule, facts, title="T-1 · Test")
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)

    assert all(told(source, rule, each, facts, {}) == expected(each) for each in witnesses)
    for other in {"hour", "day", "week", "month", "quarter", "year"} - {unit}:
        wrong = rule.model_copy(update={"per": metrics(other).per})
        page = write_page(wrong, facts, title="T-1 · Test")
        assert any(told(page, rule, each, facts, {}) != expected(each) for each in witnesses), other


def test_the_restatement_says_which_periods_are_judged() -> None:
    said = kind_of(metrics("month")).say(metrics("month", by=("s",)))

    assert said == (
        "Within each s and month of d of t, the number of t rows is at most 1. "
        "Only months that have rows are judged."
    )
