"""Phrases for what an owner's column keeps of its rows, by their key, and for keys they may not share.

The number of orders with their shop_id; for every shop, the latest day in orders; no badge of a
guard may occur as the badge of a visitor.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Compare, Measure, Predicate, Value
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare

phrase = Phrases()

phrase.words(
    "_own_of", "found in | found among | recorded in | seen in | listed in | given in | noted in"
)
phrase.words("_that_key", "their | its | his | her | the same | that | this | the | equal")
phrase.words("_says_so", "says | states | tells | shows | gives | claims | has | indicates")
phrase("measure", "most recent")(lambda: Measure.MAXIMUM)

# By their key -------------------------------------------------------------------------------------


@phrase(
    "their_total",
    "(number|count) of [all] <rows> (with|for|having|that have|which have|sharing) _that_key <keys>",
    cost=-0.05,
)
def number_by_key(rows: RowSet, keys: Keys) -> Value | None:
    """The number of orders with their shop_id."""
    pairs = tuple((key.column, key.column) for key in keys if isinstance(key, Cell))
    if not rows.table or rows.each or len(pairs) < len(keys):
        return None
    return Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=pairs)


# For every owner ----------------------------------------------------------------------------------


@phrase("their_measure", "<measure> [of] <cell> (in|of|over|from|among|across) [all] <rows>")
def their_measure(measure: Measure, of: Value, rows: RowSet) -> Value | None:
    """The latest day in orders."""
    if not rows.table or rows.each or not isinstance(of, Cell) or of.table not in ("", rows.table):
        return None
    return Aggregate(measure=measure, table=rows.table, of=of, where=rows.where, keys=OWN_KEY)


@phrase("their_measure", "(number|count) of [all] <rows>")
def their_count(rows: RowSet) -> Value | None:
    """The number of orders."""
    if not rows.table or rows.each:
        return None
    return Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=OWN_KEY)


@phrase("stmt", "(for|per|with|in) (each|every) <noun> [,] <their_measure> <duty>", cost=0.1)
@phrase("stmt", "(for|per|with|in) (each|every) <noun> <rel> [,] <their_measure> <duty>", cost=0.1)
def for_every_owner(owner: RowSet, *parts: Any) -> Statement | None:
    """For every shop, the latest day in orders must be last_order_on."""
    value, duty = parts[-2:]
    where = parts[0] if len(parts) == 3 else None
    if not owner.table or owner.where is not None or owner.table == value.table:
        return None
    return rule(about(duty, value), owner.table, where)


@phrase("rowvp", "have [exactly] as many <rows> as [its|their|the] <cell> [_says_so]", cost=0.05)
@phrase("rowvp", "have [exactly] as many <rows> as _says_so (in|by) [its|their] <cell>", cost=0.05)
def as_many_as(rows: RowSet, of: Value) -> Predicate | None:
    """Have as many orders as order_count says."""
    count = their_count(rows)
    is_clear = isinstance(of, Cell) and of.table != rows.table
    return compare(count, "==", of) if count is not None and is_clear else None


@phrase("stmt", "<worked_per_owner> [,] [then] you (must|should|have to) get <operand>", cost=0.05)
def you_must_get(told: tuple[RowSet, Value], wanted: Value) -> Statement:
    """If you count the orders of a shop, you must get order_count."""
    owner, value = told
    return rule(compare(wanted, "==", value), owner.table, owner.where)


# So many are allowed ------------------------------------------------------------------------------


@phrase(
    "stmt", "<so_many_rows> (is|are) (allowed|permitted|accepted|possible|tolerated) for <rows>"
)
def so_many_allowed(told: Predicate, owner: RowSet) -> Statement | None:
    """Not more than six orders are allowed for any shop."""
    is_upper = isinstance(told, Compare) and told.sign in ("<", "<=")
    is_of_each = bool(owner.table) and (owner.each or owner.where is not None)
    is_theirs = isinstance(told, Compare) and getattr(told.left, "table", "") != owner.table
    return rule(told, owner.table, owner.where) if is_upper and is_of_each and is_theirs else None


@phrase("stmt", "<so_many_rows> (is|are) not (allowed|permitted|accepted|tolerated) for <rows>")
def so_many_not_allowed(told: Predicate, owner: RowSet) -> Statement | None:
    """More than six orders are not allowed for any shop."""
    is_over = isinstance(told, Compare) and told.sign in (">", ">=")
    opposite = {">": "<=", ">=": "<"}
    if not is_over or not isinstance(told, Compare):
        return None
    return so_many_allowed(told.model_copy(update={"sign": opposite[told.sign]}), owner)


# Whose value, with its table ----------------------------------------------------------------------


@phrase("cell", "<table> 's <column> (from|in|as in|as given in) <table>", cost=0.05)
def owners_cell(owner: str, column: Cell, table: str) -> Value | None:
    """The shop's region from shops."""
    is_its_own = owner == table and column.table in ("", table)
    return column.model_copy(update={"table": table}) if is_its_own else None
