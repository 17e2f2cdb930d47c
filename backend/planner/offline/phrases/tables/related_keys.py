"""Phrases for a value that is the key of some row: the staff_id of somebody, nobody's code.

Which row that is does not matter; there must be one. "The price of the tea" is of one row, and is
read elsewhere.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import tells_apart
from backend.planner.offline.kin_called import OTHER
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Exists, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()

KeyOfOne = tuple[Cell, RowSet]

phrase.words(
    "_whichever_one",
    "some | any | one | at least one | an existing | existing | a real | a known | a valid | any existing | one of the",
)
phrase.words("_a_soul", "somebody | someone | anybody | anyone | some row | any row | some person")
phrase.words("_member", "member | person | employee | worker | colleague | row | record | entry")

# Whose key --------------------------------------------------------------------------------------


@phrase("one_row", "_a_soul")
def some_soul() -> RowSet:
    """Of somebody."""
    return RowSet()


@phrase("one_row", "_a_soul (in|from|of) [table] <table> [table|list|file|sheet]", cost=-0.05)
@phrase("one_row", "_whichever_one <table> [_member] [table]")
@phrase("one_row", "_whichever_one _member (in|from|of) [table] <table> [table|list|file|sheet]")
def some_row_of(table: str) -> RowSet:
    """Of somebody in the staff table; of some staff member."""
    return RowSet(table=table)


@phrase("key_of_one", "<column> of <one_row>")
@phrase("key_of_one", "<one_row> 's <column>")
def key_of_one(*parts: Any) -> KeyOfOne | None:
    """The staff_id of somebody, somebody's staff_id."""
    key = next(part for part in parts if isinstance(part, Cell))
    rows = next(part for part in parts if isinstance(part, RowSet))
    is_its_own = not rows.table or key.table in ("", rows.table)
    return (key, rows) if is_its_own else None


@phrase("key_of_one", "<column> of (a|an) <table> [_member] [table]", cost=0.05)
def key_of_a(key: Cell, table: str) -> KeyOfOne | None:
    """The station_id of a station: of a price it may be one that is spoken of."""
    return key_of_one(key, RowSet(table=table)) if tells_apart(key.column) else None


def _exists(of: Value, found: KeyOfOne) -> Predicate | None:
    key, rows = found
    table = rows.table or key.table
    if not isinstance(of, Cell):
        return None
    if of.column == key.column and table in ("", of.table):
        if rows.where is None or table:
            return None
        table = OTHER
    return Exists(table=table, keys=((of.column, key.column),), where=rows.where)


# What must be one -------------------------------------------------------------------------------


@phrase("stmt", "[_each] <cell> _must be [always] <key_of_one>", cost=0.02)
@phrase("stmt", "[_each] <cell> (of|in|from) <table> _must be [always] <key_of_one>", cost=0.02)
def must_be_key(of: Value, *parts: Any) -> Statement | None:
    """Every manager_id must be the staff_id of somebody."""
    told = _exists(_placed(of, parts), parts[-1])
    return None if told is None or not isinstance(of, Cell) else rule(told, _table_of(of, parts))


@phrase("stmt", "[_each] <cell> _must_not be <key_of_one>", cost=0.02)
@phrase("stmt", "[_each] <cell> (of|in|from) <table> _must_not be <key_of_one>", cost=0.02)
@phrase("stmt", "no <cell> _may be <key_of_one>", cost=0.02)
@phrase("stmt", "no <cell> (of|in|from) <table> _may be <key_of_one>", cost=0.02)
def must_not_be_key(of: Value, *parts: Any) -> Statement | None:
    """A guest must not be the name of some host."""
    told = _exists(_placed(of, parts), parts[-1])
    is_told = told is not None and isinstance(of, Cell)
    return (
        rule(not_(told), _table_of(of, parts))
        if is_told and told and isinstance(of, Cell)
        else None
    )


def _table_of(of: Cell, parts: tuple[Any, ...]) -> str:
    return parts[0] if isinstance(parts[0], str) else of.table


def _placed(of: Value, parts: tuple[Any, ...]) -> Value:
    is_named = isinstance(of, Cell) and isinstance(parts[0], str)
    return of.model_copy(update={"table": parts[0]}) if is_named else of


@phrase("clause", "<cell> (is|are) <key_of_one>", cost=0.02)
@phrase("feature", "<cell> (that|which) (is|are) <key_of_one>", cost=0.02)
def is_key_of_one(of: Value, found: KeyOfOne) -> Predicate | None:
    """Whose manager_id is the staff_id of somebody."""
    return _exists(of, found)


@phrase("clause", "<cell> (is|are) not <key_of_one>", cost=0.02)
@phrase("feature", "<cell> (that|which) (is|are) not <key_of_one>", cost=0.02)
def is_no_key_of_one(of: Value, found: KeyOfOne) -> Predicate | None:
    """Whose manager_id is not the staff_id of anybody."""
    told = _exists(of, found)
    return None if told is None else not_(told)


@phrase("clause", "<cell> (is|are) (nobody|no one|no-one) 's <column>", cost=0.02)
@phrase("clause", "<cell> (is|are) the <column> of (nobody|no one|no-one|no row)", cost=0.02)
@phrase("feature", "<cell> (that|which) (is|are) (nobody|no one|no-one) 's <column>", cost=0.02)
@phrase("feature", "<cell> (that|which) (is|are) the <column> of (nobody|no one|no row)", cost=0.02)
def is_of_nobody(of: Value, key: Cell) -> Predicate | None:
    """Whose manager_id is nobody's staff_id."""
    return is_no_key_of_one(of, (key, RowSet()))


@phrase("clause", "<cell> (is|are) the <column> of no <table>", cost=0.02)
@phrase("feature", "<cell> (that|which) (is|are) the <column> of no <table>", cost=0.02)
def is_of_none(of: Value, key: Cell, table: str) -> Predicate | None:
    """Whose shop_no is the number of no shop."""
    found = key_of_one(key, RowSet(table=table))
    return None if found is None else is_no_key_of_one(of, found)


@phrase("clause", "<cell> (is|are) not (a|an|one of|any|any of) <column> [values]", cost=0.3)
def is_no_such_key(of: Value, key: Cell) -> Predicate | None:
    """Whose manager_id is not a staff_id."""
    return is_no_key_of_one(of, (key, RowSet())) if tells_apart(key.column) else None


# On a list --------------------------------------------------------------------------------------

phrase.widen(
    "_exists_in",
    "be on | is on | are on | be listed on | is listed on | are listed on | appear on | appears on | stand on | stands on | figure in | "
    "figures in | figure on | figures on | be included in | is included in | are included in | occur on | occurs on | be found on | is found on",
)
phrase.widen(
    "_missing_from", "not on | missing on | not listed on | not included in | not found on"
)
