"""Phrases that ask for a change against earlier runs, or want it reported, or name it tersely."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.history.run_bounds import Level, Size, against, bounds_of
from backend.rules.earlier_runs import Baseline
from backend.rules.language.terms import Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_alarm",
    "_flag | alert | alert me | warn | warn me | fail | complain | tell me | notify me | let me "
    "know | raise an alarm | raise an error | raise an alert | it is _wrong | it must not happen "
    "that | it must never happen that",
)
phrase.words("_if_ever", "if | when | whenever | in case | should | where | that")


def _taboo(measure: Value, move: str, size: Size, runs: Baseline) -> Statement | None:
    """What goes beyond is wrong; that something stays below cannot be meant so."""
    denied = size.denied()
    if denied is None or size.sign in ("<", "<="):
        return None
    return against(measure, bounds_of(move, denied), runs)


Shift = tuple[str, Size, Baseline]


@phrase(
    "stmt",
    "_alarm [_if_ever] <volume_measure> <run_shifted>",
    "_alarm [_if_ever] <volume_measure> <run_shift>",
    "(has|have) <volume_measure> <run_shifted> [?]",
    "(did|does|do) <volume_measure> <run_shift> [?]",
    "<volume_measure> <run_shifted> ?",
    "<volume_measure> <run_shifted> _be _wrong",
    cost=0.05,
)
def moved_too_far(measure: Value, told: Shift) -> Statement | None:
    """Alert when the number of orders drops by more than 20% since the last run."""
    return _taboo(measure, *told)


@phrase("stmt", "_alarm [_if_ever] <volume_measure> (is|are|be|was|were) <run_level>", cost=0.05)
@phrase("stmt", "<volume_measure> <run_level> (is|are) _wrong", cost=0.05)
def is_so(measure: Value, level: Level) -> Statement | None:
    """Flag if the number of orders is lower than in the last run."""
    return against(measure, level.bounds.denied(), level.since)


@phrase(
    "stmt",
    "_alarm [_if_ever] <volume_measure> (is|are|was|were) (not|no longer) <run_within>",
    "_alarm [_if_ever] <volume_measure> is outside <run_within>",
    "_alarm unless <volume_measure> (is|are) <run_level>",
    cost=0.05,
)
def is_not_so(measure: Value, level: Level) -> Statement | None:
    """Flag if the number of orders is not within 10% of the last run."""
    return against(measure, level.bounds, level.since)


# Nouns -------------------------------------------------------------------------------------------

phrase.words("_in_it", "in | of | for")


@phrase(
    "stmt",
    "_alarm [any|on] <run_change> _in_it <volume_measure> [of|by] <size> <since>",
    "_alarm [any|on] <run_change> _in_it <volume_measure> <since> (of|by) <size>",
    "_alarm [any|on] <run_change> [of] <size> _in_it <volume_measure> <since>",
    "no <run_change> _in_it <volume_measure> [of|by] <size> <since>",
    "no <run_change> [of|by] <size> _in_it <volume_measure> <since>",
    "no <volume_measure> <run_change> (of|by) <size> <since>",
    "there (must|should|may) (not be|be no) <run_change> _in_it <volume_measure> [of|by] <size> <since>",
    "there (must|should|may) (not be|be no) <run_change> [of] <size> _in_it <volume_measure> <since>",
    cost=0.05,
)
def no_such_change(*parts: Any) -> Statement | None:
    """No drop in the number of orders of more than 5% since the last run."""
    measure, move, size, runs = _sorted(parts)
    return _taboo(measure, move, size, runs)


@phrase(
    "stmt",
    "<run_change> _in_it <volume_measure> <since> [_must be|_be|:] <size>",
    "<run_change> _in_it <volume_measure> (_must be|_be|:) <size> <since>",
    "<volume_measure> <run_change> <since> [_must be|_be|:] <size>",
    "<volume_measure> <run_change> [_must be|_be|:] <size> <since>",
    "<size> <run_change> _in_it <volume_measure> <since>",
    cost=0.05,
)
def such_change(*parts: Any) -> Statement | None:
    """The change of the number of orders since the last run must be at most 20%."""
    measure, move, size, runs = _sorted(parts)
    return against(measure, bounds_of(move, size), runs)


@phrase(
    "stmt",
    "<run_change> _in_it <volume_measure> <since> _must_not (be|exceed) <size>",
    "<volume_measure> <run_change> <since> _must_not be <size>",
    "<run_change> _in_it <volume_measure> <since> (above|over|beyond) <size> _be _wrong",
)
def change_must_not(*parts: Any) -> Statement | None:
    """The change of the number of orders since the last run must not be more than 20%."""
    return no_such_change(*parts)


@phrase(
    "stmt",
    "<run_change> _in_it <volume_measure> <since> _must_not exceed <percent>",
    "<volume_measure> <run_change> <since> _must_not exceed <percent>",
    "<run_change> _in_it <volume_measure> <since> (<=|=<|≤) <percent>",
    "<volume_measure> <run_change> <since> (<=|=<|≤) <percent>",
)
def change_limit(*parts: Any) -> Statement | None:
    """The change of the number of orders since the last run must not exceed 20%."""
    move = next(part for part in parts if isinstance(part, str))
    share = next(part for part in parts if isinstance(part, float))
    runs = next(part for part in parts if isinstance(part, Baseline))
    measure = next(part for part in parts if not isinstance(part, str | float | Baseline))
    return against(measure, bounds_of(move, Size("<=", round(share * 100, 10), "percent")), runs)


@phrase("stmt", "no <run_change> _in_it <volume_measure> <since>", cost=0.05)
@phrase("stmt", "there (must|should|may) be no <run_change> _in_it <volume_measure> <since>")
@phrase("stmt", "_alarm [any] <run_change> _in_it <volume_measure> <since>")
def no_change_at_all(move: str, measure: Value, runs: Baseline) -> Statement | None:
    """No drop in the number of orders since the last run."""
    return against(measure, bounds_of(move, Size("<=", 0.0, "amount")), runs)


def _sorted(parts: tuple[Any, ...]) -> tuple[Value, str, Size, Baseline]:
    """The parts of a phrase, whatever their order in it."""
    move = next(part for part in parts if isinstance(part, str))
    size = next(part for part in parts if isinstance(part, Size))
    runs = next(part for part in parts if isinstance(part, Baseline))
    measure = next(part for part in parts if not isinstance(part, str | Size | Baseline))
    return measure, move, size, runs
