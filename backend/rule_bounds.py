"""What rules leave open to a value, and where two of them leave nothing: told without any data.

Only what is certain is told. A rule may always be kept by empty cells, which it does not judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from backend.planner.offline.canonical import likeness
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.say import say_value
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Apply,
    Compare,
    Constant,
    Exists,
    Function,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Reads,
    Value,
)
from backend.rules.rule import Rule

_NEVER_NEGATIVE = (Measure.COUNT, Measure.DISTINCT, Measure.SHARE)
_COUNTED = (Function.LENGTH, Function.WORDS)
Point = float | str
"""A number, or a date in ISO 8601 (which sorts as text)."""


@dataclass(frozen=True)
class Span:
    """What a value may be: between two ends, among some options, and not some others."""

    low: Point | None = None
    low_open: bool = False
    high: Point | None = None
    high_open: bool = False
    options: frozenset[Point] | None = None
    barred: frozenset[Point] = frozenset()

    def meet(self, other: Span) -> Span:
        """What both leave open."""
        low, low_open = _tighter((self.low, self.low_open), (other.low, other.low_open), max)
        high, high_open = _tighter((self.high, self.high_open), (other.high, other.high_open), min)
        options = self.options if other.options is None else other.options
        if self.options is not None and other.options is not None:
            options = self.options & other.options
        return Span(low, low_open, high, high_open, options, self.barred | other.barred)

    @property
    def is_empty(self) -> bool:
        """Whether no value at all is left."""
        if self.options is not None:
            return not any(self._holds(option) for option in self.options)
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (  # type: ignore[operator]
            self.low == self.high
            and (self.low_open or self.high_open or self.low in self.barred)
        )

    def _holds(self, point: Point) -> bool:
        above = self.low is None or point > self.low or (point == self.low and not self.low_open)  # type: ignore[operator]
        below = self.high is None or point < self.high or (point == self.high and not self.high_open)  # type: ignore[operator]
        return above and below and point not in self.barred


def _tighter(mine, theirs, pick):  # type: ignore[no-untyped-def]
    if mine[0] is None or theirs[0] is None:
        return theirs if mine[0] is None else mine
    if mine[0] == theirs[0]:
        return mine[0], mine[1] or theirs[1]
    return mine if pick(mine[0], theirs[0]) == mine[0] else theirs
