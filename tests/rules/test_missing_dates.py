"""Days, months and years that are missing, against a walk along the calendar."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.missing_dates import MissingDates
from tests.rules.chance import chance
from tests.rules.words import cell, compare, text
from tests.rules.worlds import World, found, world

DAYS = st.sampled_from([None, "2023-12-30", "2024-01-02", "2024-01-03", "2024-03-01", "2026-01-01"])
ROWS = st.lists(st.tuples(DAYS, st.sampled_from([None, "a", "b"])), max_size=6)
SPELLED = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def _rule(unit: str = "day", by: bool = False, **more: Any) -> MissingDates:
    data = {"table": "t", "column": "d", "unit": unit, "by": ("g",) if by else (), **more}
    return MissingDates.model_validate(data)


def _gaps(days: list[str], form: str) -> set[str]:
    first, last = (dt.date.fromisoformat(day) for day in (min(days), max(days)))
    walked = {(first + dt.timedelta(n)).strftime(form) for n in range((last - first).days + 1)}
    return walked - {dt.date.fromisoformat(day).strftime(form) for day in days}


@chance(30)
@given(ROWS, st.sampled_from(list(SPELLED)), st.booleans())
def test_each_missing_date_is_a_record(rows: list[tuple[Any, ...]], unit: str, by: bool) -> None:
    groups: dict[Any, list[str]] = {}
    for day, group in rows:
        if day is not None and (group is not None or not by):
            groups.setdefault(group if by else None, []).append(day)
    expected = {
        (group, gap) for group, days in groups.items() for gap in _gaps(days, SPELLED[unit])
    }
    some, here = world(t=[("d", "g"), ("2024-01-01", "a")]), world(t=[("d", "g"), *rows])
    result = found(_rule(unit, by), World(here.frames, some.facts, here.texts))

    assert {(record.get("g"), record["missing d"]) for record in result.records} == expected
    assert len(result.records) == len(expected)
    assert result.tested == sum(map(len, groups.values()))


SPANS = {
    "week": (["2024-12-22", "2024-12-23", "2025-01-06"], ["2024-12-30/2025-01-05"]),
    "quarter": (["2023-12-31", "2024-01-01", "2024-10-01"], ["2024Q2", "2024Q3"]),
    "hour": (["2024-02-29 22:59", "2024-03-01 01:00"], ["2024-02-29 23:00", "2024-03-01 00:00"]),
}


@pytest.mark.parametrize("unit", list(SPANS))
def test_longer_and_shorter_spans_are_named(unit: str) -> None:
    days, gaps = SPANS[unit]
    rows = world(t=[("d", "g"), *((day, "a") for day in days), *((day, "b") for day in days[:1])])

    for by in (False, True):
        records = found(_rule(unit, by), rows).records
        assert [record["missing d"] for record in records] == gaps


@pytest.mark.parametrize("by", [False, True], ids=["of the table", "of groups"])
def test_a_cell_that_is_no_date_is_a_record(by: bool) -> None:
    cells = ["2024-01-01", "2024-01-02", "soon", "2024-01-04", None]
    rows = world(t=[("d", "g"), *zip(cells, ["a"] * 5, strict=True)])
    records = found(_rule(by=by), rows).records

    assert [record["missing d"] for record in records] == ["2024-01-03", None]
    assert [record["no date in d"] for record in records] == [None, "soon"]


def test_only_the_rows_that_count_are_walked() -> None:
    rows = world(t=[("d", "g"), ("2024-01-01", "a"), ("2024-01-02", "b"), ("2024-01-03", "a")])
    is_a = compare(cell("g"), "==", text("a"), "text")

    assert [each["missing d"] for each in found(_rule(where=is_a), rows).records] == ["2024-01-02"]


@pytest.mark.parametrize("name", ["missing", "found", "strays", "gaps", "d"])
def test_a_column_may_have_the_name_of_a_local(name: str) -> None:
    rows = world(t=[(name, "g"), ("2024-01-01", "a"), ("2024-01-03", "a")])

    for by in ((), ("g",)):
        records = found(MissingDates(table="t", column=name, by=by), rows).records
        assert [record[f"missing {name}"] for record in records] == ["2024-01-02"]
