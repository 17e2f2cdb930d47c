"""Bounds that no number keeps: at least 11 and at most 18, and at least 21 and at most 28 besides.

Whoever lists ranges with "and" between them means any of them; a reading that asks for all of them
is none.
"""

from __future__ import annotations

from datetime import date
from math import inf
from typing import NamedTuple

from backend.planner.offline.context import Misfit
from backend.planner.offline.spelling import name_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Any,
    Apply,
    Compare,
    Constant,
    Function,
    OneOf,
    Predicate,
    Reads,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


class _Range(NamedTuple):
    """From one end to another; an end that is left out lies a little inside itself."""

    low: tuple[float, int] = (-inf, 0)
    high: tuple[float, int] = (inf, 0)


_Kept = dict[Value, list[_Range]]
"""The numbers that values may be; a day is its number."""


def refuse_never_kept(rule: Rule) -> None:
    """Pass a rule that some number could keep, or whose two bounds are plainly crossed.

    Above 10 and below 5 is what it says: `lint` warns that nothing can hold it.

    Raises:
        Misfit: a value must be more than it may be.
    """
    if not isinstance(rule, BrokenRows):
        return
    for value, ranges in numbers_kept(rule.must).items():
        if not ranges and _times_bounded(value, rule.must) > _A_PAIR:
            raise Misfit(f"no number is all that {name_of(value)} must be at once")


_A_PAIR = 2


def _times_bounded(value: Value, must: Predicate) -> int:
    """In how many places of a condition a value is held against something."""
    compared = (part for part in walk(must) if isinstance(part, Compare) and part.left == value)
    listed = (part for part in walk(must) if isinstance(part, OneOf) and part.of == value)
    return len([*compared, *listed])


def numbers_kept(told: Predicate) -> _Kept:
    """What numbers a condition lets values be; of others than these nothing is told."""
    match told:
        case All():
            return _of_all([numbers_kept(part) for part in told.parts])
        case Any():
            return _of_any([numbers_kept(part) for part in told.parts])
        case Compare(
            left=Apply(function=Function.YEAR, of=day), sign="==", right=Constant() as year
        ):
            return _in_year(day, year)
        case Compare(left=value, sign=sign, right=Constant() as constant):
            bound = place_of(constant)
            found = None if bound is None else _range(sign, bound, told.tolerance)
            return {} if found is None else {value: [found]}
        case OneOf(of=value):
            numbers = [each.value for each in told.options]
            if not all(isinstance(each, int | float) for each in numbers):
                return {}
            return {value: [_Range((float(each), 0), (float(each), 0)) for each in numbers]}
        case _:
            return {}


def place_of(bound: Constant) -> float | None:
    """Where a number or a day lies among its like."""
    match bound.value:
        case bool():
            return None
        case int() | float() as number:
            return float(number)
        case str(text) if bound.reads == Reads.DATE:
            try:
                return float(date.fromisoformat(text).toordinal())
            except ValueError:
                return None
        case _:
            return None


def _in_year(day: Value, year: Constant) -> _Kept:
    if not isinstance(year.value, int) or not date.min.year <= year.value < date.max.year:
        return {}
    begin, end = (date(each, 1, 1).toordinal() for each in (year.value, year.value + 1))
    return {day: [_Range((begin, 0), (end, -1))]}


def _range(sign: str, bound: float, tolerance: float) -> _Range | None:
    ranges = {
        ">=": _Range(low=(bound, 0)), ">": _Range(low=(bound, 1)),
        "<=": _Range(high=(bound, 0)), "<": _Range(high=(bound, -1)),
        "==": _Range((bound - tolerance, 0), (bound + tolerance, 0)),
    }  # fmt: skip
    return ranges.get(sign)


def _of_all(parts: list[_Kept]) -> _Kept:
    found: _Kept = {}
    for part in parts:
        for value, ranges in part.items():
            before = found.get(value, [_Range()])
            both = [
                _Range(max(one.low, other.low), min(one.high, other.high))
                for one in before
                for other in ranges
            ]
            found[value] = [each for each in both if each.low <= each.high]
    return found


def _of_any(parts: list[_Kept]) -> _Kept:
    """Of one value: where another one counts as well, nothing is known."""
    values = {value for part in parts for value in part}
    if len(values) != 1 or not all(parts):
        return {}
    [value] = values
    return {value: [each for part in parts for each in part[value]]}
