"""Phrases for the numbers that a text is made of, and their bounds: the first number of an address.

The numbers are the groups that one sign parts. "The first number" of a code may also be its first
digit; a bound of two digits tells that it is not.
"""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.digits_in_groups import number_in_group, plain_number
from backend.planner.offline.own_formats import GROUP
from backend.planner.offline.phrases.formats.cuts_told import Group
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    All,
    Cell,
    Compare,
    Constant,
    How,
    It,
    Matches,
    Not,
    Predicate,
    Value,
)
from backend.rules.phrasing import IT, Phrases, Statement, about, not_

phrase = Phrases()

_EACH = 0
_FLIPPED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
Bounds = tuple[int, int | None]

phrase.words("_number_of_it", "number | octet | figure")
phrase.words("_numbers_of_it", "numbers | octets | figures")
phrase.words("_each_of_all", "each | every | each single | every single | any")

# The numbers --------------------------------------------------------------------------------------


@phrase("number_place", "<ordinal> _number_of_it")
@phrase("number_place", "(last|final) _number_of_it")
def number_place(place: int = -1) -> int | None:
    """The second number; the last one."""
    return place if place < 20 else None


@phrase("number_place", "_each_of_all (_number_of_it|_one_group)", "all [<number>] _numbers_of_it")
@phrase("number_place", "all [of] [the] [<number>] _numbers_of_it", cost=0.02)
def each_number(*_: Constant) -> int:
    """All four numbers."""
    return _EACH


@phrase("numbers_cut", "<number_place> (of|in) [every|each|a|an|any] <cell>")
@phrase("numbers_cut", "<cell> 's <number_place>")
def numbers_cut(*parts: Any) -> Group:
    """The first number of an address."""
    place = next(part for part in parts if isinstance(part, int))
    return Group(next(part for part in parts if isinstance(part, Cell)), place)


# What is told of them -----------------------------------------------------------------------------


def bounds_of(told: Predicate) -> Bounds | None:
    """The whole numbers from which and up to which a phrase reaches."""
    if isinstance(told, Not):
        inner = told.part
        if not isinstance(inner, Compare) or inner.sign not in _FLIPPED:
            return None
        return bounds_of(inner.model_copy(update={"sign": _FLIPPED[inner.sign]}))
    found = [_bound(part) for part in (told.parts if isinstance(told, All) else (told,))]
    spans = [each for each in found if each is not None]
    if len(spans) < len(found):
        return None
    low, highs = max(first for first, _ in spans), [last for _, last in spans if last is not None]
    high = min(highs) if highs else None
    return None if high is not None and low > high else (low, high)


def _bound(told: Predicate) -> Bounds | None:
    is_plain = isinstance(told, Compare) and told.left == It() and not told.tolerance
    if not is_plain or not isinstance(told, Compare) or not isinstance(told.right, Constant):
        return None
    value = told.right.value
    if not isinstance(value, int) or isinstance(value, bool) or told.right.unit or value < 0:
        return None
    spans = {">=": (value, None), ">": (value + 1, None), "<=": (0, value), "<": (0, value - 1)}
    return spans.get(told.sign)


def _is_of_several_digits(bounds: Bounds) -> bool:
    return max(bounds[0], bounds[1] or 0) > 9


def of_numbers(place: int, told: Predicate) -> Predicate | None:
    """The numbers at this place lie so."""
    bounds = bounds_of(told)
    if bounds is None or not _is_of_several_digits(bounds):
        return None
    return Matches(of=IT, how=How.FORMAT, text=f"{GROUP}{place} ({number_in_group(*bounds)})")


def _told(cut: Group, told: Predicate) -> Predicate | None:
    found = of_numbers(cut.place, told)
    return None if found is None else about(found, cut.of)


@phrase("stmt", "<numbers_cut> <duty>", "<numbers_cut> <vp>", cost=0.05)
@phrase("stmt", "(is|are) <numbers_cut> [always] <adj> [?]", "<numbers_cut> : <adj>", cost=0.05)
@phrase("stmt", "<group_cut> <duty>", "<group_cut> <vp>", cost=0.1)
def numbers_so(cut: Group, told: Predicate) -> Statement | None:
    """The first number of an address must not be above 223."""
    found = _told(cut, told)
    return None if found is None else rule(found, subject=cut.of)


@phrase("clause", "<numbers_cut> <vp>", "<group_cut> <vp>", cost=0.1)
def numbers_are_so(cut: Group, told: Predicate) -> Predicate | None:
    """Where the first number of the address is above 223; of each, some may be meant."""
    return None if cut.place == _EACH else _told(cut, told)


phrase.words("_no_single", "no | none of the | no single | not one of the")


@phrase("stmt", "_no_single (_number_of_it|_numbers_of_it) (of|in) <cell> _may be <adj>", cost=0.05)
def no_number_so(of: Cell, told: Predicate) -> Statement | None:
    """No number of an address may be above 255."""
    return numbers_so(Group(of, _EACH), not_(told))


@phrase("verb", "_starts [a|an] _number_of_it <adj>", cost=0.05)
def starts_with_number(told: Predicate) -> Predicate | None:
    """Starts with a number above 223."""
    return of_numbers(1, told)


@phrase("verb", "_ends [a|an] _number_of_it <adj>", cost=0.05)
def ends_with_number(told: Predicate) -> Predicate | None:
    """Ends in a number above 223."""
    return of_numbers(-1, told)


@phrase("verb", "(have|has|with) [a|the] <number_place> <adj>", cost=0.05)
@phrase("verb", "(have|has|with) [a|the] <number_place> (that|which) <vp>", cost=0.05)
@phrase("them_feature", "[a|the] <number_place> <adj>", cost=0.05)
def has_number_so(place: int, told: Predicate) -> Predicate | None:
    """Has a first number above 223."""
    return None if place == _EACH else of_numbers(place, told)


# In front of a sign -------------------------------------------------------------------------------


@phrase(
    "front_number",
    "_number_of_it _cut_before [the] first <cut_mark> (of|in) [every|each|a|an] <cell>",
    "_number_of_it (of|in) [every|each|a|an] <cell> _cut_before [the] first <cut_mark>",
    "_the_part _cut_before [the] first <cut_mark> (of|in) [every|each|a|an] <cell>",
    "_the_part (of|in) [every|each|a|an] <cell> _cut_before [the] first <cut_mark>",
    "(in|of) [every|each|a|an] <cell> [,] (_the_part|_number_of_it) _cut_before [the] first <cut_mark>",
    "<cell> : (_the_part|_number_of_it) _cut_before [the] first <cut_mark>",
)
def front_number(*parts: Any) -> tuple[Value, str]:
    """The number before the first dot of an address."""
    mark = next(part for part in parts if isinstance(part, str))
    return next(part for part in parts if isinstance(part, Cell)), mark


@phrase("stmt", "<front_number> <duty>", "<front_number> <vp>", cost=0.05)
def front_so(front: tuple[Value, str], told: Predicate) -> Statement | None:
    """The number before the first dot of an address must not be above 223."""
    found = _fronted(front, told)
    return None if found is None else rule(found, subject=front[0])


@phrase("clause", "<front_number> <vp>", cost=0.1)
def _fronted(front: tuple[Value, str], told: Predicate) -> Predicate | None:
    """Where the number before the first dot is above 223."""
    of, mark = front
    bounds = bounds_of(told)
    if bounds is None or mark.isdigit():
        return None
    low, high = bounds
    numbers = plain_number(str(low), "" if high is None else str(high))
    text = f"0*{numbers}{re.escape(mark)}(?s:.*)".replace("\\-", "-")
    return Matches(of=of, how=How.PATTERN, text=text)
