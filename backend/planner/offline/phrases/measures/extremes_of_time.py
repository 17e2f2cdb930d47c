"""Phrases for how long the slowest and the fastest took: the slowest call may take 900 at most."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.superlatives import (
    extreme_bounded,
    extreme_does,
    extreme_not,
)
from backend.planner.offline.units import UNITS, unit_of_header
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Aggregate, Cell, Compare, Predicate, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

_TIMES = frozenset({"latency", "duration", "runtime", "time"})
phrase.words(
    "_take_so_long", "take | have taken | last | have lasted | run for | need | have needed"
)
phrase.words(
    "_takes_so_long", "takes | took | has taken | lasts | lasted | runs for | ran for | needed"
)


@phrase("stmt", "<extreme_rows> _must _take_so_long <adj>", cost=0.03)
@phrase("stmt", "<extreme_rows> _takes_so_long <adj>", cost=0.05)
def takes(of: Value, told: Predicate) -> Statement | None:
    """The slowest call must take less than 900."""
    return extreme_bounded(of, told) if _is_of_time(of) else None


@phrase("stmt", "<extreme_rows> (may|can) [only] _take_so_long <adj>", cost=0.03)
def may_take(of: Value, told: Predicate) -> Statement | None:
    """The slowest call may take 900 at most; what may take 900 may take less as well."""
    return takes(of, told) if _is_upper(told) else None


@phrase("stmt", "<extreme_rows> (may|can) [only] <acting> <adj>", cost=0.05)
def may_do(of: Value, deed: Cell, told: Predicate) -> Statement | None:
    """The best-paid buyer may earn 6000 at most."""
    return extreme_does(of, deed, told) if _is_upper(told) else None


def _is_upper(told: Predicate) -> bool:
    return isinstance(told, Compare) and told.sign in ("<", "<=")


@phrase("stmt", "<extreme_rows> _must_not _take_so_long <adj>", cost=0.03)
def takes_not(of: Value, told: Predicate) -> Statement | None:
    """The slowest call must not take more than 900."""
    return extreme_not(of, told) if _is_of_time(of) else None


@phrase("stmt", "not even [the] <extreme_rows> _may _take_so_long <adj>", cost=0.03)
def not_even_takes(of: Value, told: Predicate) -> Statement | None:
    """Not even the slowest call may take more than 900."""
    is_beyond = isinstance(told, Compare) and told.sign in (">", ">=")
    return takes_not(of, told) if is_beyond else None


def _is_of_time(of: Value) -> bool:
    cell = of.of if isinstance(of, Aggregate) else None
    if not isinstance(cell, Cell):
        return False
    unit = unit_of_header(cell.column)
    is_timed = unit is not None and UNITS[unit].kind == "time"
    return is_timed or bool(_TIMES & {*stems_of(cell.column)})
