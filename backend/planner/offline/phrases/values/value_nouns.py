"""Phrases for rows by one value that stands for them: every refund, no no-show, a sedan."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import row_taboo
from backend.rules.language.terms import Cell, Compare, Constant, Predicate, Value
from backend.rules.metric_phrases import share
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()


@phrase("one_noun", "<valueone>", "<valueone> _row", cost=0.1)
def one_noun(told: Predicate) -> RowSet | None:
    """A refund: rows of the table whose type is refund."""
    cell = told.left if isinstance(told, Compare) else None
    return RowSet(table=cell.table).that(told) if isinstance(cell, Cell) else None


@phrase("share_metric", "_share of [the] <cell> <option>", cost=0.04)
def share_of_one(of: Value, wanted: Constant) -> Value | None:
    """The share of region north."""
    if not isinstance(of, Cell):
        return None
    return share(RowSet(table=of.table), compare(of, "==", wanted))


@phrase("share_metric", "_share of [the] <one_noun>", cost=0.05)
def share_of_value(found: RowSet) -> Value | None:
    """The share of heads: of all rows."""
    return None if found.where is None else share(RowSet(table=found.table), found.where)


@phrase("rows", "(each|every|any|a|an) <one_noun>", "each and every <one_noun>")
def each_of_value(found: RowSet) -> RowSet:
    """Every refund."""
    return found.model_copy(update={"each": True})


@phrase("stmt", "no <one_noun> _may <rowvp>", "no <one_noun> <rowvp>")
@phrase("stmt", "not (a|one|a single) <one_noun> _may <rowvp>", cost=0.05)
def value_taboo(found: RowSet, told: Predicate) -> Statement:
    """No refund may have a positive amount."""
    return row_taboo(found, told)
