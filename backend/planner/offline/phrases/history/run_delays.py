"""Phrases for how late data come beside earlier runs: the days since the newest date of a column."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.history.run_bounds import Size, against, bounds_of
from backend.rules.earlier_runs import Baseline
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.newest_dates import days_since_newest
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words("_newest_date", "newest | latest | most recent")
phrase.words(
    "_how_late",
    "delay | lag | age | staleness | freshness lag | data delay | delay in days | age in days",
)


@phrase(
    "delay_measure",
    "_how_late of [the] _newest_date <cell> [value|date]",
    "_how_late of the [row|record|entry] with the _newest_date <cell>",
    "[number of] days (since|from) [the] _newest_date <cell> [value|date]",
    "[number of] days from [the] _newest_date <cell> [value|date] to (today|the day of the run|the run)",
    "[number of] days between [the] _newest_date <cell> [value|date] and (today|the day of the run|the run)",
    "[number of] days that have passed since [the] _newest_date <cell>",
    "_newest_date <cell> 's _how_late",
    "days that [the] _newest_date <cell> lies back",
)
def delay(of: Value) -> Value | None:
    """The delay of the newest order_date."""
    return days_since_newest(of) if isinstance(of, Cell) and not of.empty_if else None


phrase("kept_measure", "<delay_measure>")(lambda measure: measure)
phrase("days_more", "_gt <number> (day|days)")(
    lambda number: Size(">", float(number.value), "amount")
)
phrase("days_more", "_le <number> (day|days)")(
    lambda number: Size("<=", float(number.value), "amount")
)


@phrase("stmt", "<delay_measure> _must_not <how> [by] <days_more> <since>")
@phrase("stmt", "<delay_measure> _must_not be <days_more> _up [that|those] [_at] <then>")
def must_not_grow(*parts: Any) -> Statement | None:
    """The delay of the newest order_date must not grow by more than 2 days since the last run."""
    measure, move, size, runs = parts if len(parts) == 4 else (parts[0], "up", *parts[1:])
    denied = size.denied() if size.sign == ">" else None
    return None if denied is None else against(measure, bounds_of(move, denied), runs)


@phrase("stmt", "<delay_measure> _must be <days_more> _up [that|those] [_at] <then>")
@phrase("stmt", "<delay_measure> (may|can) [only] <how> [by] <days_more> <since>")
def may_grow(*parts: Any) -> Statement | None:
    """The delay of the newest order_date must be at most 2 days longer than in the last run."""
    measure, move, size, runs = parts if len(parts) == 4 else (parts[0], "up", *parts[1:])
    return against(measure, bounds_of(move, size), runs) if size.sign == "<=" else None


@phrase("stmt", "<delay_measure> _must be within <number> (day|days) of [that] [_at] <then>")
def within_days(measure: Value, number: Constant, runs: Baseline) -> Statement | None:
    """The delay of the newest order_date must be within 2 days of the last run."""
    size = Size("<=", float(number.value), "amount")
    return against(measure, bounds_of("either", size), runs)


phrase.words("_longer", "longer | later | older | higher | greater | larger | bigger | staler")


@phrase(
    "stmt",
    "<delay_measure> _must_not be _longer than [that] [_at] <then>",
    "<delay_measure> _must_not (exceed|surpass) [that] [_at] <then>",
)
def must_not_be_longer(measure: Value, runs: Baseline) -> Statement | None:
    """The delay of the newest order_date must not be longer than the maximum of the last 10 runs."""
    return against(measure, bounds_of("up", Size("<=", 0.0, "amount")), runs)
