"""Phrases for how much a measure may change, and how high it may be, against earlier runs."""

from __future__ import annotations

from typing import Literal, NamedTuple

from backend.rules.changed_measures import ChangedMeasures
from backend.rules.earlier_runs import Baseline
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Missing,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import aggregates_in, count
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

Unit = Literal["amount", "percent", "points", "times", "deviations"]
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}
_DENIED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


class Size(NamedTuple):
    """More than 20 percent: a sign, a number and its unit."""

    sign: str
    number: float
    unit: Unit

    def denied(self) -> Size | None:
        """What is not so."""
        sign = _DENIED.get(self.sign)
        return None if sign is None else self._replace(sign=sign)


class Bounds(NamedTuple):
    """What a measure, or its change, must be: lower and upper bound, each perhaps open."""

    unit: Unit
    least: float | None = None
    most: float | None = None
    least_open: bool = False
    most_open: bool = False

    def denied(self) -> Bounds | None:
        """What is not so; None of two bounds, between which it must not lie."""
        if (self.least is None) == (self.most is None):
            return None
        least, most, is_open = self.least, self.most, self.least_open or self.most_open
        return Bounds(self.unit, most, least, not is_open, not is_open)


class Level(NamedTuple):
    """At least 90% of the last run: bounds with the runs that they are against."""

    bounds: Bounds
    since: Baseline


def bounds_of(move: str, size: Size) -> Bounds | None:
    """The signed change, where it must go up, down or either way by this."""
    sign, number, unit = size
    if move == "either":
        is_open = sign == "<"
        return Bounds(unit, -number, number, is_open, is_open) if sign in ("<", "<=") else None
    if move == "down":
        sign, number = _TURNED[sign], -number or 0.0
    if sign in ("<", "<="):
        return Bounds(unit, most=number, most_open=sign == "<")
    return Bounds(unit, least=number, least_open=sign == ">") if sign != "==" else None


def against(measure: Value, bounds: Bounds | None, since: Baseline) -> Statement | None:
    """A rule against history."""
    if bounds is None:
        return None
    if bounds.unit == "percent" and not bounds.least and not bounds.most:
        bounds = bounds._replace(unit="amount")  # by no percent is by nothing
    tables = {part.table for part in aggregates_in(measure)}
    rule = ChangedMeasures.model_validate(
        {
            "table": next(iter(tables)) if len(tables) == 1 else "",
            "of": measure,
            "since": since,
            **{name: value + 0.0 if isinstance(value, float) else value
               for name, value in bounds._asdict().items()},
        }
    )  # fmt: skip
    return Statement(rule=rule)


# What is measured ------------------------------------------------------------------------------


@phrase("kept_measure", "<metric>", "<share_metric>", "[total|overall] <metric>")
@phrase("kept_measure", "number of rows", "row count", "rowcount")
def kept_measure(*found: Value) -> Value:
    """The number of orders."""
    return found[0] if found else count(RowSet())


@phrase(
    "kept_measure",
    "number of (filled|non-empty|known|given|non-missing) <cell> [values|cells]",
    "number of rows with [a|an] <cell>",
)
def filled(of: Value) -> Value:
    """The number of filled emails."""
    return count(RowSet(where=not_(Missing.model_validate({"of": of}))))


@phrase("row_volume", "<table>", "_volume (of|in) <table>", "<table> 's _volume", "<table> _volume")
@phrase("row_volume", "(size|length) of [table] <table>", "<table> table")
def row_volume(table: str) -> Value:
    """Orders must not shrink: their number of rows."""
    return count(RowSet(table=table))


phrase.words("_volume", "volume | row volume | data volume | size")


@phrase("kept_measure", "row count (of|in|for) <rows>", "rowcount (of|in) <rows>")
@phrase("kept_measure", "number of rows (of|in|for) <rows>", "count of rows (of|in) <rows>")
def rows_counted(rows: RowSet) -> Value | None:
    """The row count of orders."""
    return None if rows.each else count(rows)


@phrase(
    "kept_measure",
    "<kept_measure> (per|by|for each|for every|in each|of each|within each|in every) <cell>",
    cost=0.02,
)
def per_value(measure: Value, of: Value) -> Value | None:
    """The number of orders per store."""
    if not isinstance(measure, Aggregate) or not isinstance(of, Cell) or measure.by:
        return None
    return measure.model_copy(update={"by": (of.column,), "table": measure.table or of.table})


# How much it changes ---------------------------------------------------------------------------

phrase.words("_points", "percentage points | percentage point | pp | pps | percent points | "
             "percent point | % points | %-points | ppt")  # fmt: skip


@phrase("size", "<count_bound>")
def amount_size(bound: Predicate) -> Size | None:
    """More than 20."""
    if not isinstance(bound, Compare) or not isinstance(bound.right, Constant):
        return None
    return Size(bound.sign, float(bound.right.value), "amount")


@phrase("size", "<share_size>")
def share_size(found: Size) -> Size:
    """More than 20%."""
    return found


for _head, _sign in (("_ge", ">="), ("_gt", ">"), ("_lt", "<"), ("_le", "<=")):

    @phrase("share_size", f"{_head} <percent>")
    def percents(part: float, sign: str = _sign) -> Size:
        """More than 20%."""
        return Size(sign, round(part * 100, 10), "percent")

    @phrase("point_size", f"{_head} <number> _points")
    def points(number: Constant, sign: str = _sign) -> Size:
        """More than 2 percentage points."""
        return Size(sign, float(number.value), "points")


for _words, _sign in (
    ("or more", ">="), ("or less", "<="), ("at most", "<="), ("at the most", "<="),
    ("at least", ">="), ("or fewer", "<="), ("maximum", "<="), ("max", "<="),
):  # fmt: skip

    @phrase("share_size", f"<percent> {_words}")
    def percents_after(part: float, sign: str = _sign) -> Size:
        """20% or more."""
        return Size(sign, round(part * 100, 10), "percent")

    @phrase("point_size", f"<number> _points {_words}")
    def points_after(number: Constant, sign: str = _sign) -> Size:
        """2 percentage points or more."""
        return Size(sign, float(number.value), "points")


@phrase("size", "<point_size>")
def point_size(found: Size) -> Size:
    """More than 2 percentage points."""
    return found
