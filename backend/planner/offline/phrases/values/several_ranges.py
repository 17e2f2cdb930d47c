"""Phrases for numbers in one of several ranges: 11 to 18, 21 to 28 and 31 to 38, or 99."""

from __future__ import annotations

from itertools import pairwise

from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import IT, Phrases, all_of, any_of, compare

phrase = Phrases()

Range = tuple[Constant, Constant]
Ranges = tuple[Range, ...]


@phrase("number_range", "[from] <number> (to|through|up to|-|–) <number>")
@phrase("between_range", "between <number> and <number>")
def number_range(low: Constant, high: Constant) -> Ranges | None:
    """From 11 to 18."""
    return ((low, high),) if _is_between(low, high) else None


def _is_between(low: Constant, high: Constant) -> bool:
    ends = (low.value, high.value)
    are_numbers = all(isinstance(each, int | float) and not isinstance(each, bool) for each in ends)
    return are_numbers and low.unit == high.unit and float(low.value) < float(high.value)


@phrase("some_range", "<number_range>", "<between_range>")
def some_range(found: Ranges) -> Ranges:
    """One of several."""
    return found


@phrase("some_range", "<number>", cost=0.1)
@phrase("single_range", "<number>", cost=0.1)
def single(value: Constant) -> Ranges:
    """99, besides the ranges."""
    return ((value, value),)


@phrase("number_ranges", "<number_range> (,|, and|and|, or|or) <some_range>")
@phrase("number_ranges", "<number_ranges> (,|, and|and|, or|or) <some_range>")
@phrase("number_ranges", "<between_range> (,|, and|and|, or|or) (<number_range>|<between_range>)")
@phrase("number_ranges", "<between_range> (, or|or) <single_range>")
def number_ranges(*parts: Ranges) -> Ranges | None:
    """One above the other."""
    told = tuple(each for part in parts for each in part)
    ascend = all(float(one[1].value) < float(other[0].value) for one, other in pairwise(told))
    return told if ascend else None


@phrase("adj", "[in|within] [one of|any of] [the] [ranges] [:] <number_ranges>", cost=0.05)
@phrase("adj", "either <number_ranges>", cost=0.05)
def in_some_range(told: Ranges) -> Predicate:
    """In one of the ranges 11 to 18 and 21 to 28."""
    return any_of(*(_inside(*each) for each in told))


def _inside(low: Constant, high: Constant) -> Predicate:
    if low == high:
        return compare(IT, "==", low)
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))
