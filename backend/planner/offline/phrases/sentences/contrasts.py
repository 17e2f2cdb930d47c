"""Phrases that take up a row or a value again: the private ones must have none."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.keys.keys import refers_within
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell, Missing, Predicate, Unless, Value
from backend.rules.metric_groups import group_may, group_size
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, Subjects, about_all, not_

phrase = Phrases()

# Rows taken up again --------------------------------------------------------------------------


@phrase("rows", "<adjective> ones", "[any] ones <rel>", "one <rel>", cost=0.15)
@phrase("rows", "<flag_word> ones", cost=0.25)
def ones(condition: Predicate) -> RowSet:
    """Private ones; one that is not delivered."""
    return RowSet(where=condition)


# A value taken up again -----------------------------------------------------------------------


@phrase("stmt", "<rows> _needs <needed_cell>", "<rows> _must have <needed_cell>", cost=0.35)
def rows_need_it(found: RowSet, of: Value) -> Statement:
    """Business accounts need a VAT number, which a later sentence may call "one"."""
    return rule(not_(Missing.model_validate({"of": of})), found.table, found.where, of)


@phrase("needed_cell", "[any|their|its] <cell>")
def needed_cell(cell: Cell) -> Value:
    """A column that is to be filled."""
    return cell


phrase.words("_any_either", "one | any | it | one at all | one either | any at all")


@phrase(
    "stmt",
    "<rows> _must_not have _any_either",
    "<rows> _must have none",
    "<rows> have none",
    cost=0.1,
)
@phrase("stmt", "<rows> (do|does) not have _any_either", cost=0.1)
def have_none(found: RowSet) -> Statement:
    """The private ones must not have one."""
    return rule(Missing(of=IT), found.table, found.where)


@phrase("stmt", "<rows> _must have one", "<rows> (need|needs|require|requires) one", cost=0.1)
def have_one(found: RowSet) -> Statement:
    """The others must have one."""
    return rule(not_(Missing(of=IT)), found.table, found.where)


# Conditions on the row ------------------------------------------------------------------------


@phrase("stmt", "<stmt> [,] _if <noun> <rowvp>", cost=0.06)
def if_row(statement: Statement, found: RowSet, told: Predicate) -> Statement | None:
    """A fee must be given if the parcel is lost."""
    return narrowed(statement, found.that(told))


@phrase("stmt", "<stmt> [,] unless <noun> <rowvp>", "unless <noun> <rowvp> , <stmt>", cost=0.06)
def unless_row(*parts: Any) -> Statement | None:
    """A weight must be given unless the parcel is lost."""
    statement = next(part for part in parts if isinstance(part, Statement))
    found, told = (part for part in parts if not isinstance(part, Statement))
    if found.where is not None:
        return None
    return narrowed(statement, RowSet(table=found.table, where=Unless(part=told)))


# Several columns, both of them ----------------------------------------------------------------

phrase.words(
    "_all_of_both", "both | all | each | all three | all four | both of them | all of them"
)


@phrase("stmt", "<all_subjects> _all_of_both <duty>", cost=0.3)
def both_must(found: Subjects, told: Predicate) -> Statement:
    """A and B both have to be filled."""
    return rule(about_all(told, found))


# A key taken up in its own table --------------------------------------------------------------


@phrase("stmt", "[_each] <cell> _must be (a|an) [known|existing] <cell>", cost=0.1)
def must_be_a_key(subject: Value, key: Value) -> Statement | None:
    """The boss must be a staff_no: some row's, where that column tells rows apart."""
    is_named = isinstance(key, Cell) and bool(ID_WORDS & {*stems_of(key.column)})
    return refers_within(subject, key) if is_named else None


# So many of one key ---------------------------------------------------------------------------

phrase.words(
    "_takes_care_of",
    "look after | looks after | handle | handles | manage | manages | serve | serves | treat | treats | "
    "supervise | supervises | teach | teaches | carry out | carries out | deal with | deals with | _holds",
)
phrase.words("_with_one", "with | on | for | at | in | of | under | sharing")


@phrase(
    "stmt",
    "no <keys> _may _takes_care_of _several_of <rows> _with_one (the same|one) <cell>",
    "no <keys> _takes_care_of _several_of <rows> _with_one (the same|one) <cell>",
    "(<keys>|<each_group>|the same <keys>) _must_not _takes_care_of _several_of <rows> _with_one the same <cell>",
    cost=0.02,
)
def one_with_it(keys: tuple[Value, ...], rows: RowSet, of: Value) -> Statement | None:
    """No guest may have two bookings with the same arrival."""
    names = tuple(cell.column for cell in (*keys, of) if isinstance(cell, Cell))
    if rows.each or len(names) <= len(keys) or of in keys:
        return None
    return Statement(rule=Duplicates(table=rows.table, where=rows.where, columns=names))


@phrase("stmt", "<keys> _takes_care_of <count_bound> <rows> each", cost=0.05)
@phrase("stmt", "<keys> _must _takes_care_of <count_bound> <rows> each", cost=0.05)
def so_many_each(by: Any, bound: Predicate, rows: RowSet) -> Statement | None:
    """Support reps look after no more than 25 customers each."""
    return group_size(by, bound, rows)


@phrase("stmt", "<keys> (may|can) [only] _takes_care_of <count_bound> <rows> each", cost=0.05)
def so_many_may_each(by: Any, bound: Predicate, rows: RowSet) -> Statement | None:
    """Guests may have at most 2 bookings each."""
    return group_may(by, bound, rows)
