"""Phrases for what comes up once within another: a SKU is listed only once in an order."""

from __future__ import annotations

from backend.rules.duplicate_phrases import unique_within
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words("_inside", "within | inside | in | under | per | for | on | at")
phrase.words(
    "_the_one",
    "[any] one | [any|a] given | [any|a] single | the same | each | every | any | a | an | one and the same",
)


@phrase(
    "stmt",
    "(<key>|_each <key>|same <key>) [_must|may|can] [only] _issued [only] _once_only _inside [_the_one] <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_inside _the_one <cell> [,] (<cell>|_each <cell>) [_must|may|can] [only] _issued [only] _once_only",
    cost=0.05,
)
@phrase(
    "stmt",
    "_inside _the_one <cell> [,] (<cell>|_each <cell>) (_must_not|never|_do not|_be never|_be not) _issued _twice",
    cost=0.05,
)
@phrase(
    "stmt",
    "(<cell>|_each <cell>) (_must_not|never|_do not|_be never|_be not) _issued _twice _inside _the_one <cell>",
    cost=0.05,
)
@phrase("stmt", "_inside _the_one <cell> [,] no <cell> [_may|ever] _issued _twice", cost=0.05)
@phrase("stmt", "no <cell> [_may|ever] _issued _twice _inside _the_one <cell>", cost=0.05)
@phrase(
    "stmt",
    "_flag [_each] <cell> (that|which) [have been|has been] _issued _twice _inside _the_one <cell>",
    cost=0.05,
)
@phrase("stmt", "_flag <cell> _issued _twice _inside _the_one <cell>", cost=0.05)
def once_within(one: object, other: object) -> Statement | None:
    """A SKU is listed only once within an order ID."""
    return unique_within(one, other)


@phrase(
    "stmt",
    "_flag <rows> whose <cell> [already|also] _issued [already|also] [_twice|once more] _inside [the same|one and the same|one] <cell>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag <rows> (where|whose) [the same|same] <cell> _be down for [the same|same] <cell> _twice",
    cost=0.05,
)
@phrase(
    "stmt",
    "_flag <rows> where [the same|same] <cell> _issued (with|under|for|on|in) [the same|same] <cell> _twice",
    cost=0.05,
)
def twice_within(rows: RowSet, one: object, other: object) -> Statement | None:
    """Flag items whose SKU already appears under the same order."""
    found = unique_within(one, other)
    columns = (one, other)
    tables = {cell.table for cell in columns if isinstance(cell, Cell)} - {"", rows.table}
    if found is None or tables or rows.each:
        return None
    changes = {"table": rows.table, "where": rows.where}
    return found.model_copy(update={"rule": found.rule.model_copy(update=changes)})
