"""Phrases for asking after rows in further ways, and for a share of rows that opens a rule."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.numbers import of_so_many
from backend.planner.offline.phrases.remarks.flags import flag
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import count, share, statement
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()

# Asking after rows ----------------------------------------------------------------------------

phrase.words(
    "_refuse",
    "(we|i) (do not|don't|cannot|can not|must not|never|will not) (accept|allow|want|tolerate|permit|"
    "take) | (we|i) (cannot|can not) have | (do not|don't|never) (accept|allow|tolerate|permit)",
)


@phrase("stmt", "which <noun> (are there|do we have|exist) <rel> [?]", "_refuse [any] <rows>")
@phrase("stmt", "any <narrow_rows> ?", "any <narrow_rows>", cost=0.1)
def asked_for(*parts: Any) -> Statement | None:
    """Which parcels are there whose weight is negative?"""
    rows = parts[0] if len(parts) == 1 else parts[0].that(parts[1])
    return flag(rows)


@phrase("narrow_rows", "<noun> <rel>")
def narrow_rows(found: RowSet, told: Predicate) -> RowSet:
    """Parcels without a weight."""
    return found.that(told)


phrase.words("_when", "if | when | whenever | where | in case | as soon as")


@phrase("stmt", "_flag [any|every|each|all] <noun> _when <clauses>", cost=0.05)
@phrase("stmt", "_flag [any|every|each|all] <noun> _when (it|they) <rowvp>", cost=0.05)
def flag_if(found: RowSet, told: Predicate) -> Statement | None:
    """Flag a parcel if its weight is negative."""
    return flag(found.that(told))


# A share of rows that opens a rule ------------------------------------------------------------


@phrase("stmt", "(in|for|on|with) <share_bound> of [all] <rows> [,] <stmt>", cost=0.05)
@phrase("stmt", "(in|for|on|with) <nine_in_ten> <rows> [,] <stmt>", cost=0.05)
def in_a_share(bound: Predicate, rows: RowSet, told: Statement) -> Statement | None:
    """In at least 90% of the rows the weight must be positive."""
    found = told.rule
    if rows.each or not isinstance(found, BrokenRows) or found.where is not None or told.remarks:
        return None
    if found.table not in ("", rows.table) and rows.table:
        return None
    return statement(about(bound, share(rows, found.must)))


@phrase(
    "stmt", "(in|for|on) <share_bound> of [all] <rows> [,] <cell> (may|can) be <adj>", cost=0.05
)
def in_a_share_may(bound: Predicate, rows: RowSet, of: Value, told: Predicate) -> Statement | None:
    """In no more than 10% of the rows the weight may be missing."""
    if rows.each or not allows(bound):
        return None
    return statement(about(bound, share(rows, about(told, of))))


@phrase("nine_in_ten", "[at least] <number> (out of|in|of) [every] <number>")
def nine_in_ten(part: Constant, whole: Constant) -> Predicate | None:
    """9 out of 10."""
    found = of_so_many(part, whole)
    return None if found is None else compare(IT, ">=", number(found))


@phrase("stmt", "<count_bound> <noun> <rel>", cost=0.3)
def so_many_such(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """At most two parcels without a weight."""
    return statement(about(bound, count(rows.that(told))))


# One value of a column ------------------------------------------------------------------------


@phrase("stmt", "<cell> (<bare>|<text>) : <stmt>", cost=0.1)
def of_value(cell: Value, value: Value, told: Statement) -> Statement | None:
    """Status lost: a remark is required."""
    from backend.planner.offline.phrases.sentences.rules import narrowed

    return narrowed(told, RowSet(where=compare(cell, "==", value)))


phrase.widen("_too", "too | as well | also | likewise")
_EMPTY = (
    "[a|an|any] (empty|blank|missing) <cell> [values] (_be (_bad|_wrong)|fails|counts as wrong)"
)


@phrase(
    "hint", f"<hint> _and_stop {_EMPTY} [_too] [.]", f"<hint> _stop {_EMPTY} _too [.]", cost=0.05
)
def empty_cell_bad(told: Statement, cell: Cell) -> Statement | None:
    """A weight must be positive, and an empty weight is wrong too."""
    found = told.rule
    if not isinstance(found, BrokenRows) or found.where is not None or told.also:
        return None
    must = all_of(found.must, not_(Missing(of=cell)))
    return told.model_copy(update={"rule": found.model_copy(update={"must": must})})


@phrase("remark", "<rows> (excluded|excepted|exempted|not counted|not included|left aside)")
def rows_excluded(found: RowSet) -> Modifier | None:
    """Lost parcels excluded."""
    return None if found.where is None else remark("left-out", condition=found.where)
