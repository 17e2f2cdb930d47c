"""Phrases for values that no two rows share: duplicates are not allowed, each differs from all others.

The rows may be narrowed and the values be told of a group: different from those of every other
machine in the same hall.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.rules.duplicate_phrases import unique_among, unique_within
from backend.rules.language.terms import Cell, Value
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()


class Group(NamedTuple):
    """The column whose value the others share."""

    key: Cell


phrase.words("_duplicate", "duplicate | duplicated | repeated | double | non-unique | doubled")

# Duplicates are not allowed ---------------------------------------------------------------------


@phrase("doubles", "_duplicate <cell>", "(duplicates|repeats|repetitions) (of|in|among|for) <cell>")
def doubles(of: Cell) -> tuple[object, ...]:
    """Duplicate serial numbers."""
    return (of,)


@phrase("doubles", "_duplicate <cell> (among|in|of|for|within) [all|the] <rows>")
@phrase("doubles", "duplicates (of|in) <cell> (among|in|of|for|within) [all|the] <rows>")
def doubles_among(of: Cell, rows: RowSet) -> tuple[object, ...] | None:
    """Duplicate serial numbers among active machines."""
    return None if rows.each else (of, rows)


@phrase(
    "doubles", "_duplicate <cell> (within|per|inside) (the same|one|each|a|a single|any) <cell>"
)
@phrase("doubles", "_duplicate <cell> (within|per|inside) <cell>")
@phrase(
    "doubles", "_duplicate <cell> (in|of|for|at|on) (the same|one and the same|one|a single) <cell>"
)
def doubles_within(of: Cell, key: Cell) -> tuple[object, ...]:
    """Duplicate serial numbers within one hall."""
    return (of, key)


def _no_doubles(told: tuple[object, ...]) -> Statement | None:
    if len(told) == 1:
        return unique_among(told[0], RowSet())
    one, other = told
    return unique_among(one, other) if isinstance(other, RowSet) else unique_within(one, other)


@phrase("stmt", "[any|all|every|each] <doubles> [,] _not_tolerated", cost=0.05)
@phrase("stmt", "[any|all|every|each] <doubles> _be (_wrong|forbidden|prohibited)", cost=0.05)
@phrase("stmt", "no <doubles> [_tolerated]", "(avoid|prevent|forbid) <doubles>", cost=0.05)
@phrase("stmt", "there _must be no <doubles>", "there _must_not be [any] <doubles>", cost=0.05)
@phrase("stmt", "_flag [any|all] <doubles>", "(is|are) there [any|a] <doubles> [?]", cost=0.05)
@phrase("stmt", "<doubles> [:|-|–] (not allowed|forbidden|not permitted)", cost=0.05)
def no_doubles(told: tuple[object, ...]) -> Statement | None:
    """Duplicate serial numbers are not allowed."""
    return _no_doubles(told)


# Each differs from all the others ---------------------------------------------------------------

phrase.words("_its_value", "that | those | the one | the ones | the value | the values | what")
phrase.words(
    "_of_all_others",
    "(all|all the|any|any of the|every|each of the) (others|other) | every other one | any other one | each other | "
    "one another | all other ones | all the rest",
)
phrase.words("_of_any_other", "(every|any|each|all|all the|any of the) other | no other")
phrase.words("_held_in", "of | in | on | for | from | with")


@phrase(
    "all_others",
    "[_its_value _held_in] _of_all_others",
    "_its_value _held_in _of_any_other <noun>",
    "<cell> _held_in _of_any_other <noun>",
    "<cell> _held_in _of_all_others",
)
@phrase("all_others", "_of_any_other <noun>", "_of_any_other <noun> 's [<cell>]", cost=0.02)
@phrase("all_others", "_of_any_other <cell> [values|value]", cost=0.05)
def all_others(*parts: object) -> tuple[object, ...] | None:
    """From that of every other machine."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    return parts if all(row.where is None and not row.each for row in rows) else None


@phrase("another_one", "[_its_value _held_in] (another|another one)")
@phrase("another_one", "_its_value _held_in another <noun>", "another <noun> 's [<cell>]")
def another_one(*parts: object) -> tuple[object, ...] | None:
    """That of another machine, which a value must not be the same as."""
    return all_others(*parts)


@phrase("all_others", "<all_others> (in|of|at|within|on|with|for) (the same|that same|this) <cell>")
def others_in_group(before: tuple[object, ...], key: Cell) -> tuple[object, ...] | None:
    """Of every other machine in the same hall."""
    return None if any(isinstance(part, Group) for part in before) else (*before, Group(key))


def _distinct(of: Value, others: tuple[object, ...], rows: RowSet) -> Statement | None:
    """Unique, where the others are rows of the same table and the same column."""
    named = [part for part in others if isinstance(part, RowSet)]
    cells = [part for part in others if isinstance(part, Cell)]
    groups = [part.key for part in others if isinstance(part, Group)]
    tables = {part.table for part in (rows, *named)} - {""}
    is_same = isinstance(of, Cell) and all(cell == of for cell in cells) and len(tables) < 2
    if not is_same or (named and rows.where is not None):
        return None
    if groups:
        return unique_within(of, groups[0]) if rows.where is None else None
    found = RowSet(table="".join(tables), where=rows.where)
    return unique_among(of, found)


@phrase(
    "stmt", "[each|every|all] <cell> _must be (different|distinct) from <all_others>", cost=0.05
)
@phrase("stmt", "[each|every|all] <cell> _must (differ|be unlike) from <all_others>", cost=0.05)
@phrase("stmt", "no <cell> _may be (identical to|the same as|equal to) <all_others>", cost=0.05)
@phrase("stmt", "<cell> _must_not be (identical to|the same as|equal to) <all_others>", cost=0.05)
@phrase("stmt", "no <cell> _may be (identical to|the same as|equal to) <another_one>", cost=0.05)
@phrase("stmt", "<cell> _must_not be (identical to|the same as|equal to) <another_one>", cost=0.05)
def unlike_others(of: Value, others: tuple[object, ...]) -> Statement | None:
    """Each serial number must be different from all others."""
    return _distinct(of, others, RowSet())


@phrase("stmt", "<cell> (of|in|on|for) <rows> _must be (different|distinct) from <all_others>")
@phrase("stmt", "<cell> (of|in|on|for) <rows> _must differ from <all_others>")
def of_rows_unlike(of: Value, rows: RowSet, others: tuple[object, ...]) -> Statement | None:
    """The serial number of a machine must differ from that of every other machine."""
    return _distinct(of, others, rows)


phrase.words(
    "_has_own", "(must|should) have | has | have | gets | get | carries | carry | is given | bears"
)


@phrase(
    "stmt",
    "<rows> _has_own [its|their] [own] [unique] <cell> [,] (different|distinct) from <all_others>",
)
@phrase(
    "stmt",
    "<rows> _has_own [a|an|its] <cell> (that|which) (differs|is different) from <all_others>",
)
@phrase(
    "stmt",
    "<rows> _has_own [its|their] [own] <cell> [,] (shared with|used by) (no other <noun>|nobody else|no one else|none of the others)",
)
def own_value(rows: RowSet, of: Value, *others: object) -> Statement | None:
    """Each machine has its own serial number, different from that of every other machine."""
    found = others[0] if others and isinstance(others[0], tuple) else others
    told = found if isinstance(found, tuple) else ()
    return _distinct(of, told, rows)


# All of them are different ----------------------------------------------------------------------


@phrase("stmt", "(each|every) <cell> [value] _must be (different|distinct)", cost=0.1)
@phrase("stmt", "(each|every) <cell> [value] _must be a (different|distinct) one", cost=0.1)
@phrase("stmt", "all <cell> [values] _must be (different|distinct)", cost=0.1)
@phrase("stmt", "<cell> [values] _must all be (different|distinct) [from _of_all_others]", cost=0.1)
@phrase("stmt", "<cell> _must be different (in|for|on) (each|every) _row", cost=0.1)
def all_different(of: Value) -> Statement | None:
    """Every serial number must be different."""
    return unique_among(of, RowSet()) if isinstance(of, Cell) else None


@phrase("stmt", "<cell> _must be (different|distinct) (in|for|on) (each|every) <noun>", cost=0.1)
def different_for_each(of: Value, rows: RowSet) -> Statement | None:
    """The serial number must be different for every machine."""
    return unique_among(of, rows) if rows.table and rows.where is None else None


@phrase(
    "stmt", "<cell> (of|in|on|for) <rows> _must be (distinct|all distinct|all different)", cost=0.1
)
@phrase("stmt", "<cell> (of|in|on|for) <rows> _must all be (distinct|different|unique)", cost=0.1)
@phrase(
    "stmt",
    "<cell> _must (differ|be different|be distinct) (between|among) [all|the] <rows>",
    cost=0.1,
)
def different_among(of: Value, rows: RowSet) -> Statement | None:
    """The vouchers of paid bookings must all be different."""
    return unique_among(of, rows) if isinstance(of, Cell) and not rows.each else None


phrase.words(
    "_all_have_other", "(must|should|have to) all have (different|distinct|unlike|differing|unique)"
)


@phrase("stmt", "<rows> _all_have_other <cell>", cost=0.05)
@phrase("stmt", "all <rows> _must have (different|distinct|unlike|differing) <cell>", cost=0.05)
def rows_differ(rows: RowSet, of: Value) -> Statement | None:
    """Paid bookings must all have different vouchers."""
    return unique_among(of, rows) if isinstance(of, Cell) and not rows.each else None


@phrase("stmt", "<rows_of_one> _all_have_other <cell>", cost=0.05)
def rows_of_one_differ(found: tuple[RowSet, Keys], of: Value) -> Statement | None:
    """Machines of the same hall must all have different owners; without "all" some may be alike."""
    rows, by = found
    is_plain = rows.where is None and len(by) == 1 and isinstance(by[0], Cell)
    return unique_within(by[0], of) if is_plain and isinstance(of, Cell) else None


# Of some rows only ------------------------------------------------------------------------------

phrase.words(
    "_look_only_at",
    "(look|looking) only at | only (look|looking) at | (consider|check|take|count|regard) only | only (consider|check|take|"
    "count|regard) | (focus|focusing) on | (restrict|restricting|limit|limiting) (it|this|the check|yourself) to",
)
phrase.words("_among_just_those", "(among|for|of|within|in) (those|these|them) [,]")


@phrase(
    "stmt", "[so] _look_only_at <rows> (:|,|;|-|–|, and|and) [_among_just_those] <stmt>", cost=0.05
)
def only_of(rows: RowSet, told: Statement) -> Statement | None:
    """Look only at paid bookings: among those, each voucher must be unique."""
    is_narrowed = rows.where is not None and not rows.each
    return narrowed(told, rows) if is_narrowed and not told.also and not told.remarks else None


# By one row alone -------------------------------------------------------------------------------


# Rather than that the column which narrows the rows has one value for each.
@phrase(
    "stmt",
    "[_each] <held> _belongs (only one|just one|exactly one|at most one|one single) <noun>",
    cost=-0.3,
)
def of_one_such_row(of: Cell, rows: RowSet) -> Statement | None:
    """A serial number is used by only one active machine."""
    is_narrowed = rows.where is not None and not rows.each and bool(rows.table)
    return unique_among(rows, of) if is_narrowed and of.table in ("", rows.table) else None
