"""Phrases for measures of many rows as they are restated."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.restated.terms import Fields, fields, in_table
from backend.rules.language.say import FUNCTIONS, MEASURES
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Constant,
    Function,
    Measure,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases

phrase = Phrases()

for _measure, _said in MEASURES.items():

    @phrase("measure", _said.format("<value>"))
    def measure(of: Value, what: Measure = _measure) -> Fields:
        """The mean of price."""
        return fields(measure=what, of=of)


for _measure, _said in ((Measure.MINIMUM, "the smallest"), (Measure.MAXIMUM, "the largest")):
    for _function, _named in FUNCTIONS.items():
        if _named.startswith("the ") and "(" not in _named:

            @phrase("measure", f"{_said} {_named.removeprefix('the ').format('<factor>')}")
            def end_of(
                of: Value, what: Measure = _measure, function: Function = _function
            ) -> Fields:
                """The smallest length of code."""
                return fields(measure=what, of=Apply(function=function, of=of))


@phrase("measure", "the <number> % quantile of <value>")
def quantile(percent: Constant, of: Value) -> Fields:
    """The 95% quantile of price."""
    return fields(measure=Measure.QUANTILE, of=of, quantile=float(percent.value) / 100)


@phrase("measure", "the number of <table> rows")
def count_of(table: str) -> Fields:
    """The number of orders rows."""
    return fields(measure=Measure.COUNT, table=table)


@phrase("measure", "the share of <table> rows for which <cond>")
def share_of(table: str, holds: Predicate) -> Fields:
    """The share of orders rows for which paid_at is filled."""
    return fields(measure=Measure.SHARE, table=table, holds=holds)


@phrase("aggregate", "<measure> [<keyed>] [<where>] [<within>]")
def aggregate(told: Fields, *parts: Any) -> Value:
    """The sum of amount over the payments rows whose order_id is this row's order_id."""
    found: dict[str, Any] = {"table": "", **told.named}
    for part in parts:
        if isinstance(part, Fields):
            found |= part.named
        elif isinstance(part, tuple):
            found["by"] = part
        else:
            found["where"] = part
    table = found["table"]
    if found.get("keys") and table:
        found |= {name: in_table(found[name], table) for name in ("of", "where") if name in found}
    return Aggregate(**found)


@phrase("keyed", "<keys>")
def keyed(keys: tuple[tuple[str, str], ...]) -> Fields:
    """Whose order_id is this row's order_id."""
    return fields(keys=keys)


@phrase("keyed", "over the <table> rows <keys>")
def keyed_over(table: str, keys: tuple[tuple[str, str], ...]) -> Fields:
    """Over the payments rows whose order_id is this row's order_id."""
    return fields(table=table, keys=keys)


@phrase("where", "where <cond>")
def where(told: Predicate) -> Predicate:
    """Where status equals 'paid'."""
    return told
