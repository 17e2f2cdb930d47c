"""Phrases for values that are, or are not, among those of a column of another table.

A badge is one of the staff badges in guards; a guest that also appears as a host in hosts; a name
that differs from every alias in aliases; a key that is absent from the old keys there.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, not_

phrase = Phrases()
Target = tuple[RowSet, str]

# A column there -----------------------------------------------------------------------------------


@phrase("column_there", "<cell>", "column <cell>", "<cell> column")
def cell_there(of: Value) -> Target | None:
    """The staff badges in guards: a column that is told with its table."""
    is_named = isinstance(of, Cell) and bool(of.table) and bool(of.column)
    return (RowSet(table=of.table), of.column) if is_named and isinstance(of, Cell) else None


@phrase("column_there", "<cell> (in|of|from) <table>", "<cell> column (in|of) <table>")
def cell_of_table(of: Value, table: str) -> Target | None:
    """The staff badges in the guards table."""
    if not isinstance(of, Cell) or of.table not in ("", table):
        return None
    return RowSet(table=table), of.column


_ONE = (
    "[also] (a|an|also a|also an|one of|one of the|also one of|any of|among the|also among|"
    "equal to any|equal to one of|the same as any|identical to any|listed under|listed as a|"
    "listed as an|listed among|used as a|used as an|recorded as a|recorded as an|registered as a|"
    "registered as an|found under|found among|also listed under|also listed as a|also used as a|"
    "also recorded as a|also registered as a|present among|contained among)"
)
_AS = "[also] (as|as a|as an|under|among|among the)"
_BE_ONE = (
    f"be {_ONE}",
    f"appear {_AS}",
    f"occur {_AS}",
    f"exist {_AS}",
    "match (any|one of|any of|a|an)",
    "equal (any|one of|any of|a|an)",
)
_IS_ONE = (
    f"(is|are) {_ONE}",
    f"(appears|appear) {_AS}",
    f"(occurs|occur) {_AS}",
    f"(exists|exist) {_AS}",
    "(matches|match|equals|equal) (any|one of|any of|a|an)",
)
_NOT_ONE = (
    f"(is|are) (not|never) {_ONE}",
    f"(do|does) not appear {_AS}",
    f"(do|does) not occur {_AS}",
    f"(do|does) not exist {_AS}",
    "(do|does) not (match|equal) (any|one of|any of)",
    "(is|are) (absent from|missing from|missing among|different from every|different from any|"
    "different from each|different from all|unlike any|unequal to any|unequal to every)",
    "(differs|differ) from (every|any|each|all)",
)


@phrase("clause", *(f"<cell> {told} <column_there>" for told in _IS_ONE), cost=0.05)
@phrase("feature", *(f"<cell> (that|which) {told} <column_there>" for told in _IS_ONE), cost=0.02)
def is_one(of: Value, found: Target) -> Predicate | None:
    """Whose guest is also a host in hosts."""
    return refers(of, found)


@phrase("clause", *(f"<cell> {told} <column_there>" for told in _NOT_ONE), cost=0.05)
@phrase("feature", *(f"<cell> (that|which) {told} <column_there>" for told in _NOT_ONE), cost=0.02)
@phrase("feature", "<cell> (differing|different) from (every|any|each|all) <column_there>")
def is_none(of: Value, found: Target) -> Predicate | None:
    """With a guest that differs from every host in hosts."""
    told = refers(of, found)
    return None if told is None else not_(told)


# Must, and must not -------------------------------------------------------------------------------


def _duty(told: Predicate | None, of: Value, owner: RowSet) -> Statement | None:
    is_theirs = isinstance(of, Cell) and of.table in ("", owner.table)
    if told is None or not is_theirs:
        return None
    return rule(told, owner.table, owner.where, subject=of)


def _parts(parts: tuple[Any, ...]) -> tuple[RowSet, Target]:
    owner = parts[0] if isinstance(parts[0], RowSet) else RowSet()
    return owner, parts[-1]


_OF_ROWS = "<cell> (of|in|on) <rows>"


@phrase("stmt", *(f"[_each] <cell> _must {told} <column_there>" for told in _BE_ONE), cost=0.05)
@phrase("stmt", *(f"[_each] {_OF_ROWS} _must {told} <column_there>" for told in _BE_ONE), cost=0.04)
def must_be_one(of: Value, *parts: Any) -> Statement | None:
    """The guest must be one of the names in people."""
    owner, found = _parts(parts)
    placed = owner if owner.table else RowSet(table=of.table if isinstance(of, Cell) else "")
    return _duty(refers(of, found), of, placed)


_UNLIKE = (
    "be (absent from|missing from|different from every|different from any|different from each|"
    "different from all|unlike any|unequal to any|unequal to every)",
    "differ from (every|any|each|all)",
)


@phrase("stmt", *(f"[_each] <cell> _must_not {told} <column_there>" for told in _BE_ONE), cost=0.05)
@phrase(
    "stmt", *(f"[_each] {_OF_ROWS} _must_not {told} <column_there>" for told in _BE_ONE), cost=0.04
)
@phrase("stmt", *(f"no <cell> _may {told} <column_there>" for told in _BE_ONE), cost=0.05)
@phrase("stmt", *(f"no {_OF_ROWS} _may {told} <column_there>" for told in _BE_ONE), cost=0.04)
@phrase("stmt", *(f"[_each] <cell> _must {told} <column_there>" for told in _UNLIKE), cost=0.05)
@phrase("stmt", *(f"[_each] {_OF_ROWS} _must {told} <column_there>" for told in _UNLIKE), cost=0.04)
def must_be_none(of: Value, *parts: Any) -> Statement | None:
    """No guest may be one of the hosts in hosts."""
    owner, found = _parts(parts)
    placed = owner if owner.table else RowSet(table=of.table if isinstance(of, Cell) else "")
    told = refers(of, found)
    return None if told is None else _duty(not_(told), of, placed)


# Asked --------------------------------------------------------------------------------------------

_ASKED = (
    f"(is|are) [any|a|an|some] <cell> {_ONE} <column_there>",
    f"(does|do) [any|a|an|some] <cell> (appear|occur|exist) {_AS} <column_there>",
    "(does|do) [any|a|an|some] <cell> (match|equal) (any|one of) <column_there>",
)


@phrase("stmt", *(f"{asked} ? _it_must_not" for asked in _ASKED), cost=0.02)
def asked_and_denied(of: Value, found: Target) -> Statement | None:
    """Is any guest listed under host in hosts? It must not be."""
    return must_be_none(of, found)


# Told of the value first --------------------------------------------------------------------------


@phrase(
    "stmt",
    *(
        f"(if|when|whenever|where) [a|an|any|the] <cell> {told} <column_there> [,] it _must_not "
        "(be used|be|appear|occur|be listed|be entered|be recorded|turn up|exist) in <table>"
        for told in _IS_ONE
    ),
    cost=0.02,
)
def one_there_not_here(of: Value, found: Target, table: str) -> Statement | None:
    """If a name is a host in hosts, it must not be used in stays."""
    is_there = found[0].table != table
    return (
        _duty(not_(told), of, RowSet(table=table))
        if is_there and (told := refers(of, found))
        else None
    )
