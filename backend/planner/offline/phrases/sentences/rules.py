"""Phrases for whole rules about rows: duties, conditions, things to flag."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.features import feature
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Exists,
    How,
    Matches,
    Missing,
    Not,
    OneOf,
    Predicate,
    Term,
    Unless,
    Value,
)
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    about,
    both,
    compare,
    not_,
)
from backend.rules.rule import Rule

phrase = Phrases()


phrase.words(
    "_flag",
    "flag | find | list | report | show | identify | return | mark | highlight | detect | "
    "select | give me | show me | look for | alert on | catch | raise | search for | get | "
    "output | check for | watch for | reject",
)
phrase.words(
    "_wrong",
    "implausible | outliers | an outlier | nonsense | not plausible | absurd | not usable | unusable | impossible | not possible | not wanted | unwanted | undesired | a data entry mistake | a typo | typos | data entry errors | wrong | invalid | an error | errors | incorrect | not allowed | forbidden | suspicious "
    "| a problem | problems | not acceptable | unacceptable | not ok | not valid | not "
    "permitted | bad | a defect | defects | an issue | suspect | a mistake | to be flagged "
    "| to be reported | prohibited | illegal | flagged | a data error | not correct | "
    "reported",
)
phrase.words(
    "_if",
    "if | when | whenever | where | wherever | once | in case | as soon as | provided | "
    "provided that | as long as | while | for rows where | for rows with | for records "
    "where | for all rows where | in rows where",
)


def rule(
    must: Predicate, table: str = "", where: Predicate | None = None, subject: Value | None = None
) -> Statement:
    """A rule about the rows of a table."""
    return Statement(rule=BrokenRows(table=table, where=where, must=must), subject=subject)


# Duties of rows -------------------------------------------------------------------------------


@phrase("stmt", "<rows> _must <rowvp>", cost=0.0)
@phrase("stmt", "<rows> <rowvp>", cost=0.35)
def row_duty(found: RowSet, told: Predicate) -> Statement:
    """Every order must have a user."""
    return rule(told, found.table, found.where)


@phrase(
    "stmt",
    "<rows> _must_not <rowvp>",
    "<rows> _must not <rowvp>",
    "no <rows> _may <rowvp>",
    "no <rows> <rowvp>",
    cost=0.0,
)
def row_taboo(found: RowSet, told: Predicate) -> Statement:
    """No order may have a negative price."""
    return rule(not_(told), found.table, found.where)


@phrase(
    "stmt",
    "<rows> _must have <cell> <vp>",
    "<rows> _must have <expr> <adj>",
    "<rows> _must have <cell> <operand>",
    cost=0.05,
)
def rows_have(found: RowSet, subject: Value, told: Any) -> Statement | None:
    """Orders must have a price above 0."""
    condition = feature(subject, told)
    return None if condition is None else rule(condition, found.table, found.where)


@phrase(
    "stmt",
    "(for|in|among|within|on|of) <rows> [,] <stmt>",
    "(for|in|among|within|on) <rows> : <stmt>",
    "[taking|looking at|considering] only <rows> [,|:] <stmt>",
    "<rows> : <stmt>",
    "(taking|considering|looking at|counting) only <rows> , <stmt>",
    cost=0.05,
)
def among(found: RowSet, statement: Statement) -> Statement | None:
    """Among paid orders, …"""
    return narrowed(statement, found)


@phrase(
    "stmt",
    "<stmt> , but only (for|in|among) <rows>",
    "<stmt> [but] only (for|in|among) <rows>",
    cost=0.2,
)
def only_among(statement: Statement, found: RowSet) -> Statement | None:
    """… but only for paid orders; of "open or lost only for gifts" one value may be meant."""
    must = statement.rule.must if isinstance(statement.rule, BrokenRows) else None
    offers = isinstance(must, AnyOf) or (isinstance(must, OneOf) and len(must.options) > 1)
    is_idle = found.where is None and not found.table  # "only in case" is of no rows
    return None if offers or is_idle else among_after(statement, found)


@phrase("stmt", "<stmt> of <rows>", cost=0.2)
def among_those_of(statement: Statement, found: RowSet) -> Statement | None:
    """… of paid orders; "must be the number of paid orders" is no number, of paid orders."""
    must = statement.rule.must if isinstance(statement.rule, BrokenRows) else None
    is_number = isinstance(must, Matches) and must.how == How.FORMAT and must.text == "number"
    return None if is_number else among_after(statement, found)


@phrase("stmt", "<stmt> (for|in|among|within|on) <rows>", cost=0.2)
def among_after(statement: Statement, found: RowSet) -> Statement | None:
    """… among paid orders; "once in an order" is no table but a group, "a code in T" that of T."""
    is_elsewhere = isinstance(getattr(statement.rule, "must", None), Exists)
    if (isinstance(statement.rule, Duplicates) or is_elsewhere) and found.where is None:
        return None
    if any(isinstance(part, Aggregate) and part.where is not None for part in walk(statement.rule)):
        return None
    return narrowed(statement, found)


def narrowed(statement: Statement, found: RowSet) -> Statement | None:
    """The statement, about fewer rows."""
    told = statement.rule
    if found.table and told.table not in ("", found.table):
        return None
    if found.each and not isinstance(told, BrokenRows):
        return None
    if isinstance(told, FailingMetrics):
        if _measures_of(told) - {"", found.table} and found.table:
            return None  # of each of these rows, and not of all rows that belong to any of them
        fresh: Rule = rewrite(told, lambda part: _narrowed_measure(part, found))
    else:
        where = both(found.where, told.where)
        fresh = told.model_copy(update={"table": found.table or told.table, "where": where})
    return statement.model_copy(update={"rule": fresh})


def _measures_of(told: FailingMetrics) -> set[str]:
    return {part.table for part in walk(told.must) if isinstance(part, Aggregate)}


def _narrowed_measure(part: Term, found: RowSet) -> Term | None:
    if not isinstance(part, Aggregate) or part.keys:
        return None
    where = both(found.where, part.where)
    return part.model_copy(update={"table": part.table or found.table, "where": where})


# Conditions -----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_if <clauses> [,|:] [then] <stmt>",
    "_if <rows> <rowvp> [,] [then] <stmt>",
    "for <cell> (<text>|<bare>|<number>) [,] <stmt>",
    cost=0.0,
)
def implication(*parts: Any) -> Statement | None:
    """If paid, then …"""
    statement = parts[-1]
    if not isinstance(statement, Statement):
        return None
    if len(parts) == 3 and isinstance(parts[0], RowSet):
        told = parts[1]
        if isinstance(told, Not) and isinstance(told.part, Missing):
            statement = about(statement, told.part.of)  # where one has a code, it must be …
        return narrowed(statement, parts[0].that(told))
    if len(parts) == 3:
        return narrowed(statement, RowSet(where=compare(parts[0], "==", parts[1])))
    subject = _subject_of(parts[0])
    if subject is not None:
        statement = about(statement, subject)
    return narrowed(statement, RowSet(where=parts[0]))


def _subject_of(condition: Predicate) -> Value | None:
    inner = condition.part if condition.type == "not" else condition
    return getattr(inner, "of", None) or getattr(inner, "left", None)


@phrase("stmt", "<stmt> [,] _if <clauses>", cost=0.05)
def implication_after(statement: Statement, condition: Predicate) -> Statement | None:
    """… if paid."""
    return narrowed(statement, RowSet(where=condition))


@phrase(
    "stmt",
    "<stmt> [,] unless <clauses>",
    "<stmt> [,] except (if|when|where) <clauses>",
    "unless <clauses> [,] <stmt>",
    cost=0.05,
)
def unless(*parts: Any) -> Statement | None:
    """… unless cancelled."""
    statement = next(part for part in parts if isinstance(part, Statement))
    condition = next(part for part in parts if not isinstance(part, Statement))
    return narrowed(statement, RowSet(where=Unless.model_validate({"part": condition})))
