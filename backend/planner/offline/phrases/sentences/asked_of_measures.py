"""Phrases for questions after a measure that leave no doubt which answer is wanted: does it stay below 5?"""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import is_open, statement
from backend.rules.phrasing import Phrases, Statement, about, compare

phrase = Phrases()

_LOW = (Measure.MINIMUM,)
_HIGH = (Measure.MAXIMUM, Measure.SUM, Measure.MEAN, Measure.COUNT)


@phrase("stmt", "(is|are|was|were) <metric> still <adj> [?]", cost=0.05)
def is_still(metric: Value, told: Predicate) -> Statement | None:
    """Is the longest wait still under 5? Of "the longest is still above 5" it is not plain."""
    if is_open(metric) or not isinstance(metric, Aggregate) or not isinstance(told, Compare):
        return None
    is_kept = told.sign == "<" and metric.measure in _HIGH
    is_kept = is_kept or (told.sign == ">" and metric.measure in _LOW)
    return statement(about(told, metric)) if is_kept else None


@phrase("stmt", "(does|do|did) <metric> [still|always] (stay|remain|keep) <adj> [?]", cost=0.05)
@phrase("stmt", "(has|have) <metric> [still|always] (stayed|remained|kept) <adj> [?]", cost=0.05)
@phrase("stmt", "(does|do|did) <metric> (equal|come to|amount to) <number> [?]", cost=0.05)
def does_it_stay(metric: Value, told: Any) -> Statement | None:
    """Does the highest rate stay below 20?"""
    if is_open(metric):
        return None
    is_value = isinstance(told, Constant)
    return statement(compare(metric, "==", told) if is_value else about(told, metric))


@phrase(
    "stmt",
    "(does|do|did) [all] <cell> (add up|sum up|sum|come) [_together] to <number> [_together] [?]",
    cost=0.1,
)
def does_it_add_up(of: Value, total: Value) -> Statement | None:
    """Do the shifts add up to zero?"""
    if not isinstance(of, Cell):
        return None
    return statement(compare(Aggregate(measure=Measure.SUM, of=of, table=""), "==", total))
