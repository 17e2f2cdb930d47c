"""Phrases for what a row and the one that it leads to have in common: the manager works in that department.

The one that is led to may be a row of the same table or of another; the key tells.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.kin_rows import (
    Told,
    in_common,
    kin_same,
    said_of_kin,
    unlike,
)
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words(
    "_that_very", "that | this | the | that very | its | their | his | her | its own | their own"
)
phrase.words("_some_other", "another | a different | some other | any other")
phrase.words("_very_same", "_that_very | the same")


@phrase("kin_vp", "_in_common _that_very <cell>")
def kin_in_that(column: Value) -> Told | None:
    """Work in that department."""
    return kin_same(column)


@phrase("rel", "whose <kin> (_has_in_common|_in_common) _some_other <cell>", cost=0.05)
def whose_kin_is_elsewhere(key: Cell, column: Value) -> Predicate | None:
    """Whose manager works in another department."""
    return unlike(column, key)


@phrase("rel", "whose <kin> (do|does) not _in_common _very_same <cell>", cost=0.05)
@phrase("rel", "whose <kin> (is|are) not (in|at|from|of|on) _very_same <cell>", cost=0.05)
def whose_kin_is_not_there(key: Cell, column: Value) -> Predicate | None:
    """Whose manager does not work in that department."""
    return unlike(column, key)


@phrase("rel", "whose <kin> (_has_in_common|_in_common) _very_same <cell>", cost=0.05)
def whose_kin_is_there(key: Cell, column: Value) -> Predicate | None:
    """Whose manager works in the same department."""
    return in_common(column, key)


@phrase(
    "stmt", "[_each|a|an|the] <kin> of [a|an|each|every|any|the] <noun> _must <kin_vps>", cost=0.1
)
@phrase("stmt", "[_each|a|an] <noun> 's <kin> _must <kin_vps>", cost=0.1)
def kin_of_row(*parts: Any) -> Statement | None:
    """The manager of a department must work in that department."""
    key = next(part for part in parts if isinstance(part, Cell))
    rows = next(part for part in parts if isinstance(part, RowSet))
    told: tuple[Told, ...] = parts[-1]
    must = said_of_kin(key, told) if rows.table else None
    return None if must is None else rule(must, rows.table, rows.where)


@phrase("rowvp", "<kin_verb> [<noun>] [number] (<number>|<text>|<bare>)", cost=0.1)
def led_to_that_one(key: Cell, *told: Any) -> Predicate | None:
    """Report to employee 1102."""
    *rows, value = told
    is_plain = all(isinstance(each, RowSet) and each.where is None for each in rows)
    return compare(key, "==", value) if is_plain else None
