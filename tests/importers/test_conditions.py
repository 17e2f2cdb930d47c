"""Conditions: which rows they hold, which columns must be filled, and what is refused."""

from __future__ import annotations

import pytest

from backend.importers.condition_objects import read_row_condition
from backend.importers.condition_tokens import Dialect
from backend.importers.conditions import read_condition
from backend.importers.draft import Refusal, Subject
from backend.rules.language.say import say

TRIPS = Subject("trips")
READ: dict[str, tuple[str, Dialect, str, tuple[str, ...]]] = {
    "equal": ("mode == 'bus'", "pandas", "mode equals 'bus'", ()),
    "equal in SQL": ("mode = 'bus'", "sql", "mode equals 'bus'", ()),
    "quote in SQL": ("mode = 'it''s'", "sql", "mode equals 'it's'", ()),
    "name in SQL": ("\"to town\" = 'Ulm'", "sql", "to town equals 'Ulm'", ()),
    "text in Python": ('mode == "bus"', "pandas", "mode equals 'bus'", ()),
    "tick": ("`to town` == 'Ulm'", "pandas", "to town equals 'Ulm'", ()),
    "col": ('col("km")>=2.5', "pandas", "km is at least 2.5", ()),
    "date": ('col("day") > date("2024-01-31")', "pandas", "day is greater than 2024-01-31", ()),
    "negative": ("km > -3", "sql", "km is greater than -3", ()),
    "null": ("km IS NULL", "sql", "km is empty", ()),
    "not null": ("km is not null", "sql", "km is filled", ()),
    "method": ("km.notnull()", "pandas", "km is filled", ()),
    "list": ("mode in ('bus', 'tram')", "sql", "mode is 'bus' or 'tram'", ()),
    "no list": ("mode not in ('bus', 'tram')", "sql", "mode is not 'bus' or 'tram'", ()),
    "and": ("km > 1 and km < 9", "sql", "km is greater than 1 and km is less than 9", ()),
    "or": ("km > 9 | km < 1", "pandas", "km is greater than 9 or km is less than 1", ()),
    "brackets": ("(km > 1) & (mode == 'bus')", "pandas",
                 "km is greater than 1 and mode equals 'bus'", ()),
    "columns": ("km > miles", "sql", "km is greater than miles", ()),
    "formula": ("km + 1 <= miles * 2", "sql", "km + 1 is at most miles * 2", ()),
    "unequal in SQL": ("mode <> 'bus'", "sql", "mode differs from 'bus'", ()),
    "unequal in pandas": ("mode != 'bus'", "pandas", "mode differs from 'bus'", ("mode",)),
    "no list in pandas": ("mode not in ['bus']", "pandas", "mode differs from 'bus'", ("mode",)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "dialect", "said", "filled"), READ.values(), ids=READ)
def test_condition_is_read(text: str, dialect: Dialect, said: str, filled: tuple[str, ...]) -> None:
    found = read_condition(text, TRIPS, dialect)

    assert say(found.predicate) == said
    assert found.filled == filled


REFUSED: dict[str, str] = {
    "function": "lower(mode) = 'bus'",
    "like": "mode like 'b%'",
    "between": "km between 1 and 2",
    "not": "not km > 1",
    "subquery": "km in (select 1)",
    "chain": "1 < km < 2",
    "mixed": "km > 1 and km < 9 or mode = 'bus'",
    "cut short": "km >",
    "number alone": "1 = 1",
    "true": "late == True",
    "Jinja": "day >= '{{ start }}' !",
    "empty": "",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_more_than_the_simple_forms_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_condition(text, TRIPS, "sql")


OBJECTS: dict[str, dict[str, object]] = {
    "no type": {"column": {"name": "km"}, "operator": ">", "parameter": 1},
    "operator": {"type": "comparison", "column": {"name": "km"}, "operator": "~", "parameter": 1},
    "no parts": {"type": "and", "conditions": []},
    "list for a number": {"type": "comparison", "column": {"name": "km"}, "operator": ">",
                          "parameter": [1]},
}  # fmt: skip


@pytest.mark.parametrize("data", OBJECTS.values(), ids=OBJECTS)
def test_odd_objects_are_refused(data: dict[str, object]) -> None:
    with pytest.raises(Refusal):
        read_row_condition(data, TRIPS)
