"""Phrases for the row of another table that a column leads to, and what it does: the doctor of a visit must …

"The doctor" is a column with a key; what is said of it is said of the row that this key leads to.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import is_key
from backend.planner.offline.kin_called import OTHER
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Exists, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

# Who is meant -----------------------------------------------------------------------------------


@phrase("leads_to", "<column>", cost=0.1)
def leads_to(key: Cell) -> Cell | None:
    """The doctor, by the column doctor_id."""
    return key if is_key(key.column) else None


@phrase("leads_of", "<leads_to> of [_each|a|an|any|the] <noun>", "[_each] <noun> 's <leads_to>")
def leads_of(*parts: Any) -> tuple[Cell, RowSet] | None:
    """The doctor of a visit."""
    key = next(part for part in parts if isinstance(part, Cell))
    rows = next(part for part in parts if isinstance(part, RowSet))
    is_own = bool(rows.table) and key.table in ("", rows.table)
    return (key, rows) if is_own else None


def _led(key: Cell, told: Predicate | None, table: str = OTHER) -> Predicate:
    return Exists(table=table, keys=((key.column, ""),), where=told)


# What it does -----------------------------------------------------------------------------------


@phrase("stmt", "<leads_of> _must <rowvp>", cost=0.15)
@phrase("stmt", "<leads_of> <rowvp>", cost=0.5)
def one_led_to_must(found: tuple[Cell, RowSet], told: Predicate) -> Statement:
    """The doctor of a visit must have the specialty Cardiology."""
    key, rows = found
    return rule(_led(key, told), rows.table, rows.where)


@phrase("stmt", "<leads_of> _must_not <rowvp>", cost=0.15)
def one_led_to_must_not(found: tuple[Cell, RowSet], told: Predicate) -> Statement:
    """The doctor of a visit must not have left before 2020."""
    key, rows = found
    return rule(not_(_led(key, told)), rows.table, rows.where)


@phrase("rel", "whose <leads_to> <rowvp>", cost=0.3)
@phrase("rel", "_with <leads_to> _that <rowvp>", cost=0.3)
def whose_one_led_to(key: Cell, told: Predicate) -> Predicate:
    """Whose doctor works in Rome."""
    return _led(key, told)


@phrase("rel", "whose <leads_to> we do not (know|have)", cost=0.1)
def whose_one_is_not_known(key: Cell) -> Predicate:
    """Whose doctor we do not know."""
    return not_(_led(key, None))


@phrase("rel", "_with <leads_to> <rel>", cost=0.35)
def with_one_led_to(key: Cell, told: Predicate) -> Predicate:
    """With a doctor whose specialty is Cardiology."""
    return _led(key, told)


@phrase("stmt", "no <noun> _may have <leads_to> _that <rowvp>", cost=0.1)
@phrase("stmt", "no <noun> _may have <leads_to> <rel>", cost=0.15)
def none_with(rows: RowSet, key: Cell, told: Predicate) -> Statement:
    """No visit may have a doctor who works in Rome."""
    return rule(not_(_led(key, told)), rows.table, rows.where)


@phrase("stmt", "<rows> _must have <leads_to> _that <rowvp>", cost=0.1)
@phrase("stmt", "<rows> _must have <leads_to> <rel>", cost=0.15)
def must_have_such(rows: RowSet, key: Cell, told: Predicate) -> Statement | None:
    """Visits in Rome must have a doctor who works in Rome."""
    is_own = bool(rows.table) and key.table in ("", rows.table)
    return rule(_led(key, told), rows.table, rows.where) if is_own else None


# What it is -------------------------------------------------------------------------------------


def _such(rows: RowSet, key: Cell, other: RowSet) -> Predicate | None:
    is_narrowed = other.where is not None and not other.each and other.table != rows.table
    return _led(key, other.where, other.table or OTHER) if is_narrowed else None


@phrase("stmt", "<leads_of> _must be <rows>", cost=0.12)
def one_led_to_is(found: tuple[Cell, RowSet], other: RowSet) -> Statement | None:
    """The doctor of a visit must be someone whose specialty is Cardiology."""
    key, rows = found
    told = _such(rows, key, other)
    return None if told is None else rule(told, rows.table, rows.where)


@phrase("stmt", "<leads_of> _must_not be <rows>", cost=0.12)
def one_led_to_is_not(found: tuple[Cell, RowSet], other: RowSet) -> Statement | None:
    """The doctor of a visit must not be someone who works in Rome."""
    key, rows = found
    told = _such(rows, key, other)
    return None if told is None else rule(not_(told), rows.table, rows.where)


# By whom it is seen to --------------------------------------------------------------------------

phrase.words(
    "_seen_to",
    "looked after | assisted | sponsored | coached | mentored | served | supported | supervised | managed | handled | cared for | taught | led | headed | supplied | written | "
    "delivered | treated | represented | advised | driven | run | published | operated | flown | organised | organized",
)


@phrase("rowvp", "(be|is|are|was|were|have been|has been) _seen_to by <rows>", cost=0.1)
@phrase("rel", "_seen_to by <rows>", cost=0.1)
def seen_to_by(other: RowSet) -> Predicate | None:
    """Are looked after by a doctor in Rome."""
    return exists(other) if other.table and not other.each else None


phrase.words("_may_only", "(may|can|must|should|shall) only be | are only | is only | be only")


@phrase("stmt", "<rows> _may_only _seen_to by <rows>", cost=0.1)
def only_seen_to_by(rows: RowSet, other: RowSet) -> Statement | None:
    """Pupils may only be taught by teachers in Rome: whoever has one has such a one."""
    told = None if other.where is None else seen_to_by(other)
    return None if told is None or rows.table == other.table else rule(told, rows.table, rows.where)


@phrase("rowvp", "(be|is|are|was|were) (not|never) _seen_to by [any] <rows>", cost=0.1)
def not_seen_to_by(other: RowSet) -> Predicate | None:
    """Are not looked after by any doctor."""
    return not_(exists(other)) if other.table and not other.each else None
