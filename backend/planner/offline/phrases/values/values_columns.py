"""Phrases for several columns of a row at once: wave1 to wave4, the lots columns, each of the three.

Columns in a run are told by the first and the last; columns of one noun are told by the noun, with
the list of them behind it or in brackets.
"""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about_all,
    all_of,
    compare,
    not_,
)

phrase = Phrases()

_MOST = 24
_NUMBERED = re.compile(r"(.*?)(\d+)")
_LETTERED = re.compile(r"(.*[_\s-])([a-z])", re.IGNORECASE)

# From the first to the last ---------------------------------------------------------------------


@phrase("and_cells", "[all|all of] <cell> (to|through|thru|up to) <cell>", cost=0.1)
@phrase("and_cells", "[all|all of] columns <cell> (to|through|thru|-|–|up to) <cell>", cost=0.02)
@phrase("and_cells", "<cell> (-|–|...|..) <cell>", cost=0.4)
def run_of_columns(first: Cell, last: Cell) -> Subjects | None:
    """Wave1 to wave4: three at least, of one name with a number or a letter behind it."""
    if not isinstance(first, Cell) or not isinstance(last, Cell) or first.table != last.table:
        return None
    names = _between(first.column, last.column)
    if not 3 <= len(names) <= _MOST:
        return None
    return Subjects(items=tuple(Cell(table=first.table, column=name) for name in names))


def _between(first: str, last: str) -> list[str]:
    """The headers from one to another; none where they do not count on."""
    numbers = [_NUMBERED.fullmatch(name) for name in (first, last)]
    if numbers[0] and numbers[1] and numbers[0][1] == numbers[1][1]:
        head, low, high = numbers[0][1], numbers[0][2], numbers[1][2]
        width = len(low) if low.startswith("0") else 0
        return [f"{head}{str(each).zfill(width)}" for each in range(int(low), int(high) + 1)]
    letters = [_LETTERED.fullmatch(name) for name in (first, last)]
    if letters[0] and letters[1] and letters[0][1] == letters[1][1]:
        head, low, high = letters[0][1], letters[0][2], letters[1][2]
        return [f"{head}{chr(each)}" for each in range(ord(low), ord(high) + 1)]
    return []


# A noun with its columns ------------------------------------------------------------------------

phrase.words(
    "_of_the_kind",
    "columns | fields | values | entries | figures | numbers | amounts | quarters | months | weeks | days | terms | "
    "rounds | waves | tests | dates | answers | questions | scores | marks | levels | readings | "
    "parts | results | measures | names | codes | times | measurements | dimensions | sizes | coordinates | payments | "
    "bills | attributes | variables | features",
)
phrase.words(
    "_one_of_the_kind",
    "column | field | value | entry | figure | number | amount | quarter | month | week | day | term | round | wave | "
    "test | date | answer | question | score | mark | level | reading | part | result | measure",
)


@phrase("and_cells", "[all|both|all of|each of] <family> <and_cells>", cost=0.02)
@phrase("and_cells", "[all|both|all of|each of] <like_columns> <and_cells>", cost=0.02)
@phrase(
    "and_cells", r"[all|both|all of|each of] <family> \( (<and_cells>|<cell_list>) \)", cost=0.02
)
@phrase(
    "and_cells",
    r"[all|both|all of|each of] <like_columns> \( (<and_cells>|<cell_list>) \)",
    cost=0.02,
)
@phrase("and_cells", r"_each <kin_column> \( (<and_cells>|<cell_list>) \)", cost=0.02)
def told_by_both(named: Subjects, listed: object) -> Subjects | None:
    """The lots lots_a and lots_b: the list tells which are meant."""
    items = listed.items if isinstance(listed, Subjects) else listed
    assert isinstance(items, tuple)
    known = {cell.column for cell in named.items if isinstance(cell, Cell)}
    told = {cell.column for cell in items if isinstance(cell, Cell)}
    return Subjects(items=items) if told <= known and len(told) == len(items) else None


@phrase("and_cells", "[all|all of] [the] <number> _of_the_kind <and_cells>", cost=0.05)
@phrase("and_cells", r"[all|all of] [the] <number> _of_the_kind \( <and_cells> \)", cost=0.05)
def so_many_columns(count: Constant, listed: Subjects) -> Subjects | None:
    """The two amounts paid and due; three would be others."""
    return listed if count.value == len(listed.items) else None


@phrase("and_cells", "[all|all of] <number> (<family>|<like_columns>) <and_cells>", cost=0.02)
def so_many_of_kind(count: Constant, named: Subjects, listed: Subjects) -> Subjects | None:
    """The two shares equity_share and bond_share."""
    return told_by_both(named, listed) if count.value == len(listed.items) else None


@phrase("and_cells", "[the|all|all of|each of] _of_the_kind <and_cells>", cost=0.1)
@phrase("and_cells", r"[the|all] _of_the_kind \( (<and_cells>|<cell_list>) \)", cost=0.1)
@phrase("and_cells", r"_each _one_of_the_kind \( (<and_cells>|<cell_list>) \)", cost=0.1)
def with_their_noun(listed: object) -> Subjects:
    """The quarters q1 to q4; every quarter (q1, q2)."""
    return listed if isinstance(listed, Subjects) else Subjects(items=listed)  # type: ignore[arg-type]


@phrase("some_subjects", "(at least one|one or more|any) of [the|its|their] <number> <family>")
@phrase(
    "some_subjects", "(at least one|one or more|any) of [the|its|their] <number> <like_columns>"
)
def some_of_so_many(count: Constant, found: Subjects) -> Subjects | None:
    """At least one of the four waves."""
    whole = count.value == len(found.items)
    return found.model_copy(update={"mode": "any"}) if whole else None


@phrase("one_subject", "(exactly|only|just) one of [the|its|their] [<number>] <family>")
@phrase("one_subject", "(exactly|only|just) one of [the|its|their] [<number>] <like_columns>")
def one_of_so_many(*parts: object) -> Subjects | None:
    """Exactly one of the four waves."""
    return _of_mode("one", parts)


@phrase("no_subject", "none of [the|its|their] <number> (<family>|<like_columns>)")
@phrase("no_subject", "none of [the|its|their] <like_columns>")
def none_of_so_many(*parts: object) -> Subjects | None:
    """None of the four waves."""
    return _of_mode("none", parts)


def _of_mode(mode: str, parts: tuple[object, ...]) -> Subjects | None:
    found = parts[-1]
    assert isinstance(found, Subjects)
    count = parts[0]
    if isinstance(count, Constant) and count.value != len(found.items):
        return None
    return found.model_copy(update={"mode": mode})


phrase.words("_of_those_left", "(other|remaining) (_of_the_kind|measurements|dimensions|details)")


@phrase(
    "feature",
    r"none of [the|its|their] _of_those_left [either] \( (<and_cells>|<cell_list>|<or_cells>) \)",
    r"no _of_those_left [either] \( (<and_cells>|<cell_list>|<or_cells>) \)",
    "no <cell_list> [,] or <cell> [either]",
    cost=0.02,
)
def none_of_those_left(listed: Any, *last: Value) -> Predicate:
    """None of the other readings (a, b, c); no a, b or c either."""
    named = listed.items if isinstance(listed, Subjects) else listed
    return about_all(Missing(of=IT), Subjects(items=(*named, *last)))


# What is said of them ---------------------------------------------------------------------------

phrase.words(
    "_this_goes_for",
    "(this|that|the same|it|which) (goes for|applies to|holds for|is true of|is true for|is valid for|concerns|counts for) [all of]",
)


@phrase("stmt", "<all_subjects> _must each be <adj>", "<all_subjects> _must each <verb>", cost=0.02)
@phrase("stmt", "<all_subjects> _be each <adj>", "<all_subjects> each <verb>", cost=0.3)
def each_must(found: Subjects, told: Predicate) -> Statement:
    """A, B and C must each be at least 0."""
    return rule(about_all(told, found))


@phrase("stmt", "<and_cells> <vp> (:|;|,|–|-) _this_goes_for <and_cells>", cost=0.02)
@phrase("stmt", "<and_cells> <duty> (:|;|,|–|-) _this_goes_for <and_cells>", cost=0.02)
@phrase("stmt", "<like_columns> (<vp>|<duty>) (:|;|,|–|-) _this_goes_for <and_cells>", cost=0.02)
@phrase("stmt", "<like_columns> (<vp>|<duty>) : <and_cells>", cost=0.05)
@phrase("stmt", "<and_cells> <vp> : <and_cells>", "<and_cells> <duty> : <and_cells>", cost=0.05)
def named_behind(first: Subjects, told: Predicate, behind: Subjects) -> Statement | None:
    """Shares lie between 0 and 1: this goes for share_a and share_b."""
    both_told = set(behind.items) == set(first.items) or _columns(behind) == _columns(first)
    return rule(about_all(told, behind)) if both_told else None


def _columns(found: Subjects) -> set[str]:
    return {cell.column for cell in found.items if isinstance(cell, Cell)}


@phrase("feature", "<all_subjects> (at|on) <number>", cost=0.05)
@phrase("feature", "<some_subjects> (at|on) <number>", cost=0.05)
def all_at(found: Subjects, wanted: Constant) -> Predicate:
    """All three lots at 0."""
    return about_all(compare(IT, "==", wanted), found)


phrase.words("_any_one_of", "any of | any one of | one or more of | at least one of | some of")


@phrase("clause", "_any_one_of <and_cells> _be <adj>", "_any_one_of <and_cells> <verb>", cost=0.05)
@phrase("clause", "any <family> _be <adj>", "any <like_columns> _be <adj>", cost=0.05)
@phrase("clause", "any [one] <kin_column> _be <adj>", "any [one] <kin_column> <verb>", cost=0.05)
@phrase("feature", "_any_one_of <and_cells> <adj>", cost=0.05)
def some_so(found: Subjects, told: Predicate) -> Predicate:
    """Any of A, B and C is negative."""
    return about_all(told, found.model_copy(update={"mode": "any"}))


phrase.words("_none_of", "none of | not [even|a single] one of")


@phrase("clause", "no <kin_column> _be <adj>", "no <kin_column> <verb>", cost=0.05)
@phrase("clause", "_none_of <and_cells> _be <adj>", "_none_of <and_cells> <verb>", cost=0.05)
def none_so(found: Subjects, told: Predicate) -> Predicate:
    """No judge is above 3."""
    return about_all(told, found.model_copy(update={"mode": "none"}))


phrase.words(
    "_has_filled",
    "(have|has) (given|entered|filled|filled in|answered|stated|recorded|put in|supplied|provided|told)",
)


@phrase(
    "rowvp", "_has_filled (<some_subjects>|<one_subject>)", "_has_filled <all_subjects>", cost=0.1
)
def has_filled(found: Subjects) -> Predicate:
    """Has answered at least one of the four waves."""
    return about_all(not_(Missing(of=IT)), found)


phrase.words("_blank_together", "empty | blank | missing | unfilled | unanswered")


@phrase("stmt", "no <noun> _may (have|leave) all [of] <and_cells> _blank_together", cost=0.05)
@phrase("stmt", "no <noun> _may (have|leave) all <number> <family> _blank_together", cost=0.05)
def not_all_blank(rows: RowSet, *parts: object) -> Statement | None:
    """No pupil may leave all three marks blank."""
    found = parts[-1]
    assert isinstance(found, Subjects)
    counts = [part for part in parts if isinstance(part, Constant)]
    if rows.where is not None or any(each.value != len(found.items) for each in counts):
        return None
    return rule(not_(all_of(*(Missing(of=item) for item in found.items))), rows.table)
