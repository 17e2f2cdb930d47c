"""Phrases for what holds of some rows and what of all others: for everybody else it stays empty.

"The others" are the rows for which the condition of the sentence before does not hold.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.conditions import in_two_cases
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Compare, Missing, Not, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    not_,
)

phrase = Phrases()

phrase.words(
    "_the_others",
    "[all] [the] others | [all] [the] rest | everybody else | everyone else | anybody else | anyone else | "
    "everything else | all the rest | (all|every|any|each|the) other (<table>|<keynoun>|_row|<column>|ones) | "
    "[all] other (<table>|<keynoun>|_row|ones)",
)
phrase.words("_as_for", "for | in | with | on | of | at | as for | when it comes to | in case of")
phrase.words(
    "_whereas",
    "[,] and | [,] but | [,] while | [,] whereas | [,] though | . | ; | ; and | . and | . but | , | – | [,] yet",
)

# What the others must be --------------------------------------------------------------------------


@phrase("other_duty", "_as_for _the_others [,] <stmt>")
def others_told(statement: Statement) -> Statement | None:
    """For everybody else the company name has to stay empty."""
    return statement if getattr(statement.rule, "where", IT) is None else None


@phrase("other_duty", "_the_others _must <rowvp>", "_the_others <rowvp>")
def others_must(told: Predicate) -> Statement:
    """The others must have a date."""
    return rule(told)


@phrase("other_duty", "_the_others _must_not <rowvp>")
def others_must_not(told: Predicate) -> Statement:
    """The others must not have a date."""
    return rule(not_(told))


@phrase("other_duty", "_the_others _needs <feature>")
def others_need(told: Predicate) -> Statement | None:
    """All other orders need a date."""
    return None if isinstance(told, Missing) else rule(told)


@phrase(
    "other_duty",
    "_the_others [_must|do|does] (have|has|need|needs|require|requires|get|gets) one",
    "_as_for _the_others [,] [there] (must|has to) be one",
)
def others_have_one() -> Statement:
    """All other contract types do have one."""
    return rule(not_(Missing(of=IT)))


@phrase(
    "other_duty",
    "_the_others [_must] (have|has|get|gets) none",
    "_the_others (_must_not|do not|does not) (have|get|carry) (one|any|it)",
    "_the_others (go|goes|do|does) without [one|it]",
    "_as_for _the_others [,] [there] _must_not be one",
    "_as_for _the_others [,] there (is|must be) none",
)
def others_have_none() -> Statement:
    """The others have none."""
    return rule(Missing(of=IT))


@phrase("stmt", "<stmt> _whereas <other_duty>", cost=0.05)
def and_the_others(first: Statement, other: Statement) -> Statement | None:
    """A where B holds, and C of all others."""
    told = first.rule
    if not isinstance(told, BrokenRows) or told.where is None or first.also:
        return None
    subject = first.subject or asked_for(told.must)
    if subject is None and asked_for(told.where) is not None:
        return None  # only paid orders have a date: "all others" are those that are not paid
    if subject is not None:
        other = about(other, subject)
    open_rule = told.model_copy(update={"where": None})
    return in_two_cases(told.where, first.model_copy(update={"rule": open_rule}), other)


def asked_for(must: Predicate) -> Value | None:
    """The column that a condition wants filled, or empty."""
    inner = must.part if isinstance(must, Not) else must
    return inner.of if isinstance(inner, Missing) and isinstance(inner.of, Cell) else None


# Rows of two sorts --------------------------------------------------------------------------------

phrase.words(
    "_and_also",
    "[,] and [also] | [,] as well as | [,] plus | [,] or | [,] along with | [,] and likewise | [,] and so do "
    "| and , in turn ,",
)


@phrase(
    "rel",
    "(who|that|which) (have|has|carry|carries|do have|does have|show|shows|still have|still has) one",
    "with one",
    "having one",
    cost=0.05,
)
def with_one() -> Predicate:
    """Drivers that have one: of what was spoken of before."""
    return not_(Missing(of=IT))


@phrase(
    "rel",
    "(who|that|which) (lack|lacks|miss|misses|have no|has no|do not have|does not have|go without) one",
    "(who|that|which) (have|has) none",
    "without one",
    "(lacking|missing) one",
    cost=0.05,
)
def without_one() -> Predicate:
    """Teachers who lack one."""
    return Missing(of=IT)


@phrase("stmt", "_flag [all|any|every] <rows> _and_also [all|any|every] <rows>", cost=0.1)
def two_sorts(first: RowSet, other: RowSet) -> Statement | None:
    """Flag corporate drivers without a company and also private drivers that have one."""
    if first.where is None or other.where is None or other.table not in ("", first.table):
        return None
    found = [cell for part in walk(first.where) if (cell := _presence(part)) is not None]
    subject = found[0] if found else None
    second = other.where if subject is None else about(other.where, subject)
    if any(part == IT for part in walk(second)):
        return None
    return rule(not_(any_of(first.where, second)), first.table)


@phrase("stmt", "_flag [all|any|every] <rows> _and_also [all|any|every] <rows>", cost=0.1)
def sorts_narrowed(first: RowSet, other: RowSet) -> Statement | None:
    """Flag day tickets and week tickets above 50: what narrows the second may narrow both."""
    is_kind = isinstance(first.where, Compare) and first.where.sign == "=="
    if not is_kind or not isinstance(other.where, All) or other.table not in ("", first.table):
        return None
    assert first.where is not None
    kind, *rest = other.where.parts
    if any(part == IT for part in walk(other.where)):
        return None
    return rule(not_(all_of(any_of(first.where, kind), *rest)), first.table)


def _presence(part: Any) -> Cell | None:
    return part.of if isinstance(part, Missing) and isinstance(part.of, Cell) else None
