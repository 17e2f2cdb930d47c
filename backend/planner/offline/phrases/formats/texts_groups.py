"""Phrases for the groups of a text, one after the other: the first not 000, the last not 0000."""

from __future__ import annotations

import re
from typing import NamedTuple

from backend.planner.offline.digits_in_groups import number_in_group
from backend.planner.offline.own_formats import GROUP
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, not_

phrase = Phrases()


class OfGroup(NamedTuple):
    """What is told of a group, by its place; -1 is the last."""

    place: int
    told: Predicate


# The values of a group ----------------------------------------------------------------------------

phrase.words(
    "_and_up",
    "up | on | upwards | upward | onwards | or more | or above | or higher | and above | and up",
)


@phrase("group_value", "[value|number] <number>")
def one_number(value: Constant) -> str | None:
    """666: with as many digits as the groups have."""
    whole = _whole(value)
    return None if whole is None else number_in_group(whole, whole)


@phrase("group_value", "<text>", "[the letters|letters] <bare>", cost=0.3)
def one_text(value: Constant) -> str:
    """SN."""
    return re.escape(str(value.value)).replace(r"\-", "-")


@phrase(
    "group_value",
    "(anything|any number|any value|everything|a number|numbers) (from|above or equal to) <number> [_and_up]",
    "[from] <number> _and_up",
    "<number> or (any|a) (higher|larger|greater) [number|value]",
)
def number_up(low: Constant) -> str | None:
    """Anything from 900 up."""
    whole = _whole(low)
    return None if whole is None else number_in_group(whole, None)


@phrase("group_value", "(anything|any number|everything|a number|numbers) (above|over) <number>")
def number_above(low: Constant) -> str | None:
    """Anything above 899."""
    whole = _whole(low)
    return None if whole is None else number_in_group(whole + 1, None)


@phrase(
    "group_value",
    "[anything|any number|a number] (from|between) <number> (to|and|through|up to) <number>",
    "<number> (to|through|-|–) <number>",
)
def number_between(low: Constant, high: Constant) -> str | None:
    """From 900 to 999."""
    first, last = _whole(low), _whole(high)
    if first is None or last is None or first > last:
        return None
    return number_in_group(first, last)


def _whole(value: Constant) -> int | None:
    found = value.value
    is_whole = isinstance(found, int) and not isinstance(found, bool) and found >= 0
    return found if is_whole and isinstance(found, int) else None


@phrase("group_list", "<group_value>", "<group_list> , <group_value>")
def group_list(*found: object) -> tuple[str, ...]:
    """000, 666."""
    return (*found[0], found[1]) if isinstance(found[0], tuple) else found  # type: ignore


@phrase(
    "group_values", "<group_list>", "<group_list> [,] (or|nor|and|and not|and never) <group_value>"
)
@phrase(
    "group_values", "either <group_list> or <group_value>", "neither <group_list> nor <group_value>"
)
def group_values(found: tuple[str, ...], *more: str) -> str:
    """000, 666 or anything from 900 up."""
    return f"({'|'.join((*found, *more))})" if len(found) + len(more) > 1 else found[0]


# What is told of a group --------------------------------------------------------------------------


@phrase("group_place", "<ordinal> _one_group")
@phrase("group_place", "<ordinal> [one|of them]", cost=0.1)
def group_place(place: int) -> int | None:
    """The second group; the second."""
    return place if 0 < place < 20 else None


@phrase("group_place", "(last|final) _one_group")
@phrase("group_place", "(last|final) [one|of them]", cost=0.1)
def last_place() -> int:
    """The last."""
    return -1


@phrase(
    "of_group", "<group_place> _must be <group_values>", "<group_place> is [always] <group_values>"
)
@phrase("of_group", "<group_place> [:|=] <group_values>", cost=0.2)
def group_is(place: int, values: str) -> OfGroup:
    """The first group must be SN."""
    return OfGroup(place, Matches(of=IT, how=How.FORMAT, text=f"{GROUP}{place} ({values})"))


@phrase("of_group", "<group_place> _must_not be <group_values>", cost=-0.1)
@phrase("of_group", "<group_place> (is|be|are) (not|never) <group_values>", cost=-0.1)
@phrase("of_group", "<group_place> [:|,] (not|never|no|nor) <group_values>", cost=-0.1)
@phrase(
    "of_group", "<group_place> _must be (other than|different from|anything but) <group_values>"
)
def group_is_not(place: int, values: str) -> OfGroup:
    """The second not 00."""
    return OfGroup(place, not_(group_is(place, values).told))


@phrase("of_groups", "<of_group>")
@phrase("of_groups", "<of_groups> (,|;|and|but|while|, and|, but|, while|; and) <of_group>")
def of_groups(*found: OfGroup | tuple[OfGroup, ...]) -> tuple[OfGroup, ...] | None:
    """What is told of several groups, each of another one."""
    flat: tuple[OfGroup, ...] = ()
    for part in found:
        flat += (part,) if isinstance(part, OfGroup) else part
    return flat if len({part.place for part in flat}) == len(flat) else None


@phrase("stmt", "(in|within|of|for) [every|each|a|an|any] <cell> [,] <of_groups>", cost=-0.2)
@phrase("stmt", "<cell> (:|-|–|,) <of_groups>", cost=0.0)
def groups_of(of: Cell, found: tuple[OfGroup, ...]) -> Statement:
    """In a number the first group must not be 000, the second not 00 and the last not 0000."""
    return rule(all_of(*(about(part.told, of) for part in found)), subject=of)


@phrase(
    "stmt",
    "<ordinal> _one_group (of|in) [every|each|a|an|any] <cell> _must_not be <group_values> [,] (,|and|;) <of_groups>",
    cost=-0.2,
)
def first_group_and_more(
    place: int, of: Cell, values: str, found: tuple[OfGroup, ...]
) -> Statement | None:
    """The first group of a number must not be 000, the second not 00."""
    several = of_groups(group_is_not(place, values), found)
    return None if several is None else groups_of(of, several)


phrase.words("_just_zeros", "[all|only|just|nothing but] (zeros|zeroes|noughts) [only|alone]")


@phrase(
    "stmt",
    "no _one_group (of|in) [any|every|each|a|an] <cell> _may (be|consist of|be made of|have) _just_zeros",
    "(in|of|for) [any|every|each|a|an] <cell> [,] no _one_group _may (be|consist of|be made of) _just_zeros",
    cost=0.0,
)
def no_zero_group(of: Cell) -> Statement:
    """No group of a number may consist of zeros only."""
    told = "((?s:.*)[^0-9A-Za-z])?0+([^0-9A-Za-z](?s:.*))?"
    return rule(not_(Matches(of=of, how=How.PATTERN, text=told)), subject=of)
