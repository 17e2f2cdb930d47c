"""Phrases for further parts of a text: its characters 5 to 8, its third group, a number ahead."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.digits_in_groups import number_in_group
from backend.planner.offline.own_formats import GROUP
from backend.planner.offline.phrases.formats.forms_parts import Cut, _regex
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
    OneOf,
    Predicate,
)
from backend.rules.phrasing import Phrases, Statement, not_

phrase = Phrases()
_ANY = "(?s:.*)"
_LONGEST = 9

# From here to there -------------------------------------------------------------------------------

phrase.words(
    "_signs_from", "characters | letters | digits | signs | positions | places | chars | symbols"
)


@phrase(
    "cut",
    "_signs_from [number|no] <number> (to|through|-|–|and) <number> (of|in) [every|each|a|an] <cell>",
)
def cut_between(low: Constant, high: Constant, of: Cell) -> Cut | None:
    """The characters 5 to 6 of a code."""
    first, last = low.value, high.value
    if not isinstance(first, int) or not isinstance(last, int):
        return None
    return _slice(of, first, last)


@phrase(
    "cut",
    "<ordinal> (and|to|through) <ordinal> (_one_sign|_signs_from) (of|in) [every|each|a|an] <cell>",
)
def cut_of_two(first: int, last: int, of: Cell) -> Cut | None:
    """The third and fourth letters of a code."""
    return _slice(of, first, last) if last == first + 1 else None


def _slice(of: Cell, first: int, last: int) -> Cut | None:
    if not 0 < first < last < 40:
        return None
    before = f"(?s:.{{{first - 1}}})" if first > 1 else ""
    return Cut(of, before, _ANY, last - first + 1)


# Numbers in them ----------------------------------------------------------------------------------


@phrase("stmt", "<cut> <duty>", "<cut> <vp>", cost=0.05)
def part_in_range(cut: Cut, told: Predicate) -> Statement | None:
    """The first two digits must be between 10 and 44."""
    found = _of_bounds(cut, told)
    return None if found is None else rule(found, subject=cut.of)


@phrase("clause", "<cut> <vp>", cost=0.1)
def part_is_in_range(cut: Cut, told: Predicate) -> Predicate | None:
    """Where the first two digits are above 40."""
    return _of_bounds(cut, told)


def _of_bounds(cut: Cut, told: Predicate) -> Predicate | None:
    if isinstance(told, Not):
        inner = _of_bounds(cut, told.part)
        return None if inner is None else not_(inner)
    bounds = told.parts if isinstance(told, All) else (told,)
    if not 0 < cut.size <= _LONGEST or cut.mark:
        return None
    low, high = 0, 10**cut.size - 1
    for bound in bounds:
        found = _bound(bound)
        if found is None:
            return None
        low, high = max(low, found[0]), min(high, found[1])
    if low > high:
        return None
    regex = "|".join(_spans(f"{low:0{cut.size}d}", f"{high:0{cut.size}d}"))
    return Matches(of=cut.of, how=How.PATTERN, text=f"{cut.before}({regex}){cut.behind}")


def _bound(told: Predicate) -> tuple[int, int] | None:
    """The whole numbers from which and up to which a bound reaches."""
    is_plain = isinstance(told, Compare) and told.left == It() and not told.tolerance
    if not is_plain or not isinstance(told, Compare) or not isinstance(told.right, Constant):
        return None
    value, most = told.right.value, 10**_LONGEST
    if not isinstance(value, int) or isinstance(value, bool) or told.right.unit:
        return None
    spans = {">=": (value, most), ">": (value + 1, most), "<=": (0, value), "<": (0, value - 1)}
    return spans.get(told.sign)


def _spans(low: str, high: str) -> list[str]:
    """Patterns of the numbers between two of equally many digits."""
    if not low:
        return [""]
    if low[0] == high[0]:
        return [low[0] + rest for rest in _spans(low[1:], high[1:])]
    size = len(low) - 1
    first = [low[0] + rest for rest in _spans(low[1:], "9" * size)]
    last = [high[0] + rest for rest in _spans("0" * size, high[1:])]
    between = _digits(int(low[0]) + 1, int(high[0]) - 1)
    rest = rf"\d{{{size}}}" if size else ""
    middle = [between + rest] if between else []
    if not size:
        return [_digits(int(low), int(high))]
    return [*first, *middle, *last]


def _digits(low: int, high: int) -> str:
    if low > high:
        return ""
    return str(low) if low == high else f"[{low}-{high}]"


# Groups -------------------------------------------------------------------------------------------


class Group(NamedTuple):
    """One of the groups of a text, counted from its beginning; -1 is the last."""

    of: Cell
    place: int


phrase.words("_one_group", "group | block | part | section | segment | chunk | portion | component")


@phrase("group_cut", "<ordinal> _one_group (of|in) [every|each|a|an] <cell>")
@phrase("group_cut", "<cell> 's <ordinal> _one_group")
def group_cut(*parts: Any) -> Group:
    """The third group of a serial number."""
    place = next(part for part in parts if isinstance(part, int))
    return Group(next(part for part in parts if isinstance(part, Cell)), place)


@phrase("group_cut", "(last|final) _one_group (of|in) [every|each|a|an] <cell>")
def last_group(of: Cell) -> Group:
    """The last block of a number."""
    return Group(of, -1)


@phrase("stmt", "<group_cut> <duty>", "<group_cut> <vp>", cost=0.05)
def group_so(group: Group, told: Predicate) -> Statement | None:
    """The second group must begin with 7."""
    found = _of_group(group, told)
    return None if found is None else rule(found, subject=group.of)


@phrase("clause", "<group_cut> <vp>", cost=0.1)
def group_is_so(group: Group, told: Predicate) -> Predicate | None:
    """Where the last group has two digits."""
    return _of_group(group, told)


def _of_group(group: Group, told: Predicate) -> Predicate | None:
    """How the group is written; by what the groups are parted is seen in the column."""
    if isinstance(told, Not):
        inner = _of_group(group, told.part)
        return None if inner is None else not_(inner)
    regex = _numbers_in(told) or _regex(told, Cut(group.of, "", ""))
    if regex is None:
        return None
    return Matches(of=group.of, how=How.FORMAT, text=f"{GROUP}{group.place} ({regex})")


def _numbers_in(told: Predicate) -> str | None:
    """The numbers that a group is one of: 7, in groups of three digits, is 007."""
    match told:
        case Compare(left=It(), sign="==", right=Constant() as only):
            options: tuple[Constant, ...] = (only,)
        case OneOf(of=It()):
            options = told.options
        case _:
            return None
    found = [option.value for option in options if isinstance(option.value, int)]
    if len(found) != len(options):
        return None
    return f"({'|'.join(number_in_group(each, each) for each in found)})"
