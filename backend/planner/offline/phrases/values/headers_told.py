"""Phrases for headers told plainly: in any order, with others allowed, as columns of the table."""

from __future__ import annotations

from backend.rules.phrasing import Phrases, Statement
from backend.rules.wrong_columns import _rule

phrase = Phrases()
Names = tuple[str, ...]

phrase.words(
    "_any_order_goes",
    "in any order | in whatever order | the order does not matter | order does not matter | regardless of [the] order | the order is free",
)
phrase.words(
    "_others_may_be",
    "others are allowed | others may be there [too|as well] | other columns are allowed | other columns may be there [too|as well] | "
    "further columns are allowed | more columns are allowed | extra columns are allowed | extra columns are fine | others are fine | "
    "and possibly others | and perhaps others | possibly others",
)
phrase.words("_stands_apart", ", | ; | : | -")


def _told(way: str, parts: tuple[Names, ...]) -> Statement:
    table = next((part for part in parts if part[:1] == ("table",) and len(part) == 2), ("", ""))
    return _rule(way, next(part for part in parts if part is not table), table[1])


@phrase(
    "stmt", "<table> _must (have|contain|include) a (column|field) [_called] <header>", cost=-0.5
)
def has_a_column(table: str, name: str) -> Statement:
    """Orders must have a column note: of its header, as it is called a column."""
    return _rule("has", (name,), table)


@phrase(
    "stmt",
    "<whose_columns> _must (have|contain|include) [the|these] [_columns] [:] <headers> as _columns",
    "<whose_columns> _must (have|contain|include) [the|these] _columns [_called] [:] <headers> [_stands_apart] "
    "(_any_order_goes|_others_may_be)",
    "_columns [_called] <headers> _must [all] (exist|be present|be there|all exist|all be present|all be there) [in <whose_columns>] [_stands_apart] "
    "(_any_order_goes|_others_may_be)",
    cost=-0.1,
)
def has_these(*parts: Names) -> Statement:
    """The table must have the columns day and fee, others are allowed."""
    return _told("has", parts)


@phrase(
    "stmt",
    "_columns [(of|in) <whose_columns>] (_must be|are|:) exactly [:] <headers> [_stands_apart] _any_order_goes",
    "_columns (of|in) <whose_columns> (:|are) exactly [:] <headers>",
    "<whose_columns> _must (have|contain) exactly [the|these] _columns [:] <headers> [_stands_apart] _any_order_goes",
    cost=-0.1,
)
def has_just_these(*parts: Names) -> Statement:
    """The columns must be exactly day and fee, in any order."""
    return _told("exactly", parts)


@phrase("stmt", "<whose_columns> has no (column|field) [_called] <header>", cost=0.05)
@phrase("stmt", "<whose_columns> _must have no (column|field) [_called] <header>", cost=0.05)
def has_none(table: Names, name: str) -> Statement:
    """Orders has no column note."""
    return _rule("lacks", (name,), table[1])


@phrase(
    "stmt",
    "_columns [(of|in) <whose_columns>] (come|stand|are|appear|run|follow|_must _run_in) in the (order|sequence) [:] <headers>",
    cost=0.02,
)
def in_the_order(*parts: Names) -> Statement:
    """The columns of orders come in the order day, fee."""
    return _told("ordered", parts)
