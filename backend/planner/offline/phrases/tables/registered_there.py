"""Phrases for keys that another table must have: used in orders only if it is registered in shops."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Exists, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()
Target = tuple[RowSet, str]

phrase.widen(
    "_given", "used | occurring | appearing | mentioned | referenced | that occurs | that is used"
)
phrase.widen(
    "_exists_in",
    "occur among | occurs among | appear among | appears among | be found among | be present among | occur at least "
    "once in | appear at least once in | occur at least once among | appear at least once among | be registered among | is "
    "registered in | is known in | is defined in | is recorded in | is contained in | is available in | is in | is among | "
    "has been registered in | be used in | be used at least once in | is used in | is used at least once in",
)
phrase.words(
    "_turn_up_in",
    "(be used|be entered|be recorded|be listed|be mentioned|be referenced|be given|occur|appear|exist|turn up|be) in",
)
phrase.words(
    "_points_at",
    "refer to | refers to | referring to | point to | points to | pointing to | point at | points at | reference | "
    "references | lead to | leads to | mention | mentions | use | uses | using | carry | carries | contain | contains | "
    "quote | quotes | name | names | hold | holds",
)


# A key that is not there ----------------------------------------------------------------------------


@phrase("key_not_there", "<cell> [that is|that are|which is|which are] _missing_from <target>")
@phrase("key_not_there", "<cell> (that|which) _is_no_part_of <target>")
@phrase("key_not_there", "<cell> (that|which) (has|have) no (match|counterpart|entry) in <target>")
def key_not_there(of: Value, found: Target) -> Predicate | None:
    """A shop_id that is not in shops."""
    told = refers(of, found)
    return None if told is None else not_(told)


phrase("feature", "<key_not_there>")(lambda told: told)


@phrase("rowvp", "_points_at [a|an|any] <key_not_there>", cost=0.02)
@phrase("rel", "_points_at [a|an|any] <key_not_there>", cost=0.05)
def points_at_none(told: Predicate) -> Predicate:
    """Point to a shop_id that is missing from shops."""
    return told


# One of those that are there ------------------------------------------------------------------------

phrase.words(
    "_one_of_those",
    "one | a value | a key | an id | one of those | one of the values | some value | any",
)


@phrase("one_there", "_one_of_those (that|which) _exists_in <target>")
@phrase("one_there", "<cell> (that|which) _exists_in <target>", cost=0.05)
def one_there(*parts: Any) -> Target:
    """One that occurs in shops."""
    found: Target = parts[-1]
    return found


@phrase("stmt", "[_each] <cell> _must (be|equal|match) [a|an] <one_there>", cost=0.05)
@phrase("stmt", "<cell> (of|in|on) <rows> _must (be|equal|match) [a|an] <one_there>", cost=0.04)
def must_be_one_there(of: Value, *parts: Any) -> Statement | None:
    """The shop_id of every order must be one that occurs in shops."""
    owner = parts[0] if isinstance(parts[0], RowSet) else RowSet()
    told = refers(of, parts[-1])
    return None if told is None else rule(told, owner.table, owner.where, of)


# Only if it is there --------------------------------------------------------------------------------


@phrase(
    "stmt",
    "[_each] <cell> (may|can|must|should) only _turn_up_in <table> (if|when|once|provided) it _exists_in <target>",
    "[_each] <cell> (may|can|must|should) _turn_up_in <table> only (if|when|once|provided) it _exists_in <target>",
    "[_each] <cell> (that|which) _exists_in <table> _must [also] _exists_in <target>",
    "(if|when|whenever) [_each] <cell> _exists_in <table> [,] it _must [also] _exists_in <target> [too|as well]",
    cost=0.02,
)
def only_if_there(of: Value, table: str, found: Target) -> Statement | None:
    """A shop_id may only be used in orders if it is registered in shops."""
    is_there = isinstance(of, Cell) and of.table in ("", table) and found[0].table != table
    told = refers(of, found) if is_there else None
    return None if told is None else rule(told, table)


@phrase(
    "stmt",
    "no <cell> _may _turn_up_in <table> (unless it|without) _exists_in <target>",
    "no <cell> _may _turn_up_in <table> without being (in|registered in|listed in|found in|present in) <target>",
    cost=0.02,
)
def not_unless_there(of: Value, table: str, found: Target) -> Statement | None:
    """No shop_id may be used in orders unless it is registered in shops."""
    return only_if_there(of, table, found)


# Orphans --------------------------------------------------------------------------------------------

phrase.words("_without_parent", "orphaned | orphan | dangling | stray")


@phrase("stmt", "_without_parent <noun> (_not_tolerated|_be _wrong) (:|;|–|,|.) <stmt>", cost=0.05)
@phrase("stmt", "no _without_parent <noun> [_tolerated] (:|;|–|,|.) <stmt>", cost=0.05)
@phrase("stmt", "_flag _without_parent <noun> (:|;|–|,|.) <stmt>", cost=0.05)
def orphans(rows: RowSet, told: Statement) -> Statement | None:
    """Orphaned orders are not allowed: the shop_id must be in shops."""
    found = told.rule
    if not isinstance(found, BrokenRows) or not isinstance(found.must, Exists):
        return None
    is_of_them = found.table in ("", rows.table) and found.must.table != rows.table
    if rows.where is not None or not rows.table or not is_of_them:
        return None
    return told.model_copy(update={"rule": found.model_copy(update={"table": rows.table})})
