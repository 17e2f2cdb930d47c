"""Phrases for rows that name another row of their table: no row its own parent."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.keys.keys import through
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.ways import ROW_KEY
from backend.rules.language.terms import Cell, Exists, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare, not_

phrase = Phrases()


def _differs(parent: Value, table: str = "") -> Statement | None:
    if not isinstance(parent, Cell):
        return None
    return rule(compare(parent, "!=", Cell(table="", column=ROW_KEY)), table or parent.table)


@phrase(
    "stmt",
    "(nobody|no one) _may be (their|his|her|his or her) own <cell>",
    "no <rows> _may be (its|their|his|her|his or her) own <cell>",
    "<rows> _must_not be (its|their|his|her|his or her) own <cell>",
    "no <rows> _may (refer to|point to|report to|reference) (itself|themselves|himself|herself) (in|by|as|via) [its] <cell>",
    "<cell> _must_not be <noun> itself",
    "<cell> _must_not be _row itself",
    "<cell> _must_not (refer|point|lead) to (itself|the row itself|its own row|the same row|the same record)",
    "<rows> _must_not have (itself|themselves|himself) as <cell>",
    cost=0.05,
)
def not_itself(*parts: Any) -> Statement | None:
    """No employee may be their own manager."""
    parent = next(part for part in parts if isinstance(part, Cell))
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    return None if rows.where is not None else _differs(parent, rows.table)


@phrase(
    "stmt",
    "[_each] <cell> _must (occur|appear|exist|be found|be present|be known) (as|among) [the|an|a] [existing] <cell> [values]",
    "[_each] <cell> _must be the <cell> of (some|an existing|one) <noun>",
    cost=0.05,
)
def occurs_as(parent: Value, key: Value, *_: object) -> Statement | None:
    """mentor_id has to occur as pupil_id."""
    if not isinstance(parent, Cell) or not isinstance(key, Cell) or parent == key:
        return None
    told = Exists(table=key.table, keys=((parent.column, key.column),))
    return rule(told, parent.table)


for _words, _sign in (
    ("(more|higher|a higher|a larger|a greater|a bigger|a later)", ">"),
    ("(less|lower|a lower|a smaller|an earlier|fewer)", "<"),
):

    @phrase(
        "rowvp",
        f"(earn|have|get|make|receive|be paid|has|earns) {_words} <cell> than <key_row>",
        cost=0.05,
    )
    def more_than_parent(cell: Value, key: Cell, sign: str = _sign) -> Predicate | None:
        """No employee may earn more salary than their manager."""
        told = through(cell, key) if isinstance(cell, Cell) else None
        return None if told is None else compare(cell, sign, told)

    @phrase("rowvp", f"<acting> {_words} than <key_row>", cost=0.05)
    def acts_more_than_parent(cell: Cell, key: Cell, sign: str = _sign) -> Predicate | None:
        """No one may earn more than their manager."""
        told = through(cell, key)
        return None if told is None else compare(cell, sign, told)


@phrase("rowvp", "be their own <cell>", "be its own <cell>", cost=0.1)
def be_own(parent: Value) -> Predicate | None:
    """… be its own parent."""
    if not isinstance(parent, Cell):
        return None
    return not_(compare(parent, "!=", Cell(table="", column=ROW_KEY)))
