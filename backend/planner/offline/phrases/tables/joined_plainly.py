"""Phrases that join what is said of one row: A or B of it, that A and that B, both must hold.

A room may not have a rate under 40 or more than 3 beds; both must hold: …; when the room has a sink
and its kind is double; a rate of it must be so if it has a sink.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.joint_duties import Duties, _joint
from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.planner.offline.phrases.tables.joined import condition_of_row
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Missing, Not, Predicate, Unless, Value
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, RowSet, Statement, about, all_of, any_of, not_

phrase = Phrases()

# Features joined by or --------------------------------------------------------------------------


def _is_measured(told: Predicate, *, may_join: bool = False) -> bool:
    """Whether it tells more than that something is there, and no several things of which it is one."""
    if isinstance(told, AnyOf) or (may_join and isinstance(told, All)):
        parts = told.parts
    else:
        parts = (told,)
    plainly = (part.part if isinstance(part, Not) else part for part in parts)
    return not any(isinstance(part, All | AnyOf | Missing) for part in plainly)


@phrase("either_feature", "[either] <feature> [,] or <feature>", cost=0.15)
def either_feature(left: Predicate, right: Predicate) -> Predicate | None:
    """A rate under 40 or more than 3 beds; "A or B and C" is A, or both of the others."""
    is_told = _is_measured(left) and _is_measured(right, may_join=True)
    return any_of(left, right) if is_told else None


phrase("feature", "<either_feature>")(lambda told: told)


@phrase("rel", "(without|lacking) <either_feature>", cost=0.05)
def with_neither(told: Predicate) -> Predicate:
    """Without a rate above 40 or a fee above 3: with neither."""
    return not_(told)


# Rows told by one mark or another ---------------------------------------------------------------


@phrase("marked_rel", "_with <feature>", "_that <rowvp>")
@phrase("marked_rel", "(where|in which|for which) <clause>")
def marked(told: Predicate) -> Predicate:
    """With a rate under 40."""
    return told


@phrase("marked_rel", "whose <expr> <vp>")
def marked_whose(of: Value, told: Predicate) -> Predicate:
    """Whose rate is under 40."""
    return about(told, of)


@phrase("marked_rel", "(without|lacking|with no) <cell>")
def marked_without(of: Value) -> Predicate:
    """Without a rate."""
    return Missing(of=of)


@phrase("rel", "[,] [either] <marked_rel> [,] or <marked_rel> [,]", cost=0.05)
def one_mark_or_other(one: Predicate, other: Predicate) -> Predicate:
    """With a rate under 40, or with more than 3 beds."""
    return any_of(one, other)


@phrase("rel", "[,] [either] <marked_rel> [,] or <marked_rel> [,] [and] <rel>", cost=0.1)
def one_mark_or_two(one: Predicate, other: Predicate, third: Predicate) -> Predicate:
    """With A, or with B and of C: it may as well be of C in either case."""
    return any_of(one, all_of(other, third))


# Duties joined by that --------------------------------------------------------------------------


@phrase("clauses", "<clauses> [,] and that <clause>")
def and_that_clause(left: Predicate, right: Predicate) -> Predicate:
    """It must never happen that A is below 40 and that B is above 3: both at once."""
    return all_of(left, right)


@phrase("stmt", "_ensure <stmt> [,] _and_that <stmt>", cost=0.06)
def and_that(one: Statement, other: Statement) -> Statement | None:
    """Make sure that A is at least 40 and that B is at most 3."""
    if one.remarks or other.remarks or one.also or other.also:
        return None
    return _joint((one, other))


@phrase("stmt", "_both_hold [(for|in|of) <rows>] (:|-|–|,|.) <duties>", cost=0.02)
def both_duties_hold(*parts: RowSet | Duties) -> Statement | None:
    """Both must hold: A is at least 40 and B is at most 3."""
    duties = next(part for part in parts if isinstance(part, tuple))
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    joint = _joint(duties)
    return None if joint is None else narrowed(joint, rows)


# What the row at hand has -------------------------------------------------------------------------


@phrase("clauses", "<clauses> [,] and <noun> <rowvp>", "<noun> <rowvp> [,] and <clauses>", cost=0.1)
def and_the_row(*parts: Predicate | RowSet) -> Predicate | None:
    """The kind is double and the room has a sink."""
    at = next(here for here, part in enumerate(parts) if isinstance(part, RowSet))
    row, told = parts[at : at + 2]
    clauses = parts[0] if at else parts[2]
    assert isinstance(row, RowSet)
    placed = condition_of_row(row, told)  # type: ignore[arg-type]
    return None if placed is None else all_of(clauses, placed)  # type: ignore[arg-type]


def _narrowed_by_own(statement: Statement, told: Predicate, where: Predicate) -> Statement | None:
    """The rule for rows that are so, of a column of rows that the sentence names."""
    found = statement.rule
    subject = statement.subject
    if not isinstance(found, BrokenRows) or not isinstance(subject, Cell):
        return None
    if found.where is None and not found.table:
        return None
    cells = {part.column for part in walk(told) if isinstance(part, Cell)}
    return narrowed(statement, RowSet(where=where)) if cells - {subject.column} else None


@phrase("stmt", "<stmt> [,] _if it (has|have) <feature>", cost=0.08)
def if_it_has(statement: Statement, told: Predicate) -> Statement | None:
    """The rate of a double room must be at least 110 if it has a sink: no column has another."""
    return _narrowed_by_own(statement, told, told)


@phrase("stmt", "<stmt> [,] unless it (has|have) <feature>", cost=0.08)
def unless_it_has(statement: Statement, told: Predicate) -> Statement | None:
    """The rate of a double room must be at most 110 unless it has a sink."""
    return _narrowed_by_own(statement, told, Unless(part=told))
