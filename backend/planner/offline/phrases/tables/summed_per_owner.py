"""Phrases for what the rows of a row add up to: the fees of paid orders must add up to the budget.

The rows that are added up are those of the row at hand; a filter told of them stays theirs.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.planner.offline.phrases.tables.children_measured import counted_of, summed
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.words(
    "_summing_up",
    "when you add up | if you add up | when adding up | when we add up | if we add up | when you sum | if you sum | "
    "when you sum up | if you sum up | when you total | take the sum of | take the total of",
)
phrase.words(
    "_add_up_to",
    "add up to | sum to | sum up to | total | amount to | come to | be added up to | add up together to | sum up exactly to | "
    "add up exactly to | make up",
)
phrase.words(
    "_adds_up_to", "adds up to | sums to | sums up to | add up to | sum to | sum up to | come to"
)
phrase.words("_of_their_rows", "of | from | over | across | for | in | on")
phrase.words("_the_very", "that | this | the same | the respective | the said | each")


# Whose rows they are ------------------------------------------------------------------------------


@phrase("child_rows", "[all] _the_very <table> 's <rows>", "[all] <table> 's <rows>", cost=0.02)
@phrase("child_rows", "[all] [of] <rows> (of|for|from|with) _the_very <table>", cost=0.02)
def rows_of_owner(*parts: object) -> RowSet | None:
    """That shop's paid orders; all paid orders of the shop."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    owner = next(part for part in parts if isinstance(part, str))
    return None if rows.each or rows.table in ("", owner) else rows


@phrase("child_rows", "[all] <rows> (of|for|from) (the|a|that|its) <table>", cost=0.02)
def all_rows_of(rows: RowSet, owner: str) -> RowSet | None:
    """All paid orders of the shop."""
    return rows_of_owner(rows, owner)


# What they add up to, beside a column -------------------------------------------------------------


def _total(of: Value, rows: RowSet, measure: Measure = Measure.SUM) -> Value | None:
    if not rows.table or rows.each or not isinstance(of, Cell) or of.table not in ("", rows.table):
        return None
    return Aggregate(measure=measure, table=rows.table, of=of, where=rows.where, keys=OWN_KEY)


@phrase("their_total", "<measure> [of] <cell> _of_their_rows [all] <rows>")
@phrase("their_total", "<measure> of [all] <rows> 's <cell>")
def their_total(measure: Measure, *parts: object) -> Value | None:
    """The sum of the fees of paid orders: of those that are a shop's."""
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    of = next((part for part in parts if isinstance(part, Cell)), None)
    return None if of is None or measure != Measure.SUM else _total(of, rows)


@phrase("their_total", "(number|count) of [all] <rows>")
def their_number(rows: RowSet) -> Value | None:
    """The number of paid orders: of those that are a shop's."""
    if not rows.table or rows.each:
        return None
    return Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=OWN_KEY)


phrase.words(
    "_equals",
    "equal | equals | match | matches | agree with | agrees with | correspond to | corresponds to | tally with",
)


@phrase("adj", "[equal to|the same as|identical to] <their_total>", cost=0.3)
@phrase("verb", "_equals <their_total>", cost=0.3)
def is_their_total(value: Value) -> Predicate:
    """Equal to the sum of the fees of paid orders."""
    return compare(IT, "==", value)


@phrase("adj", "(different from|unequal to|other than) <their_total>", cost=0.3)
@phrase("verb", "(differ|differs|deviate|deviates) from <their_total>", cost=0.3)
def is_not_their_total(value: Value) -> Predicate:
    """Differs from the sum of the fees of paid orders."""
    return not_(compare(IT, "==", value))


@phrase("stmt", "<cell> (=|==) <their_total>", cost=0.3)
def equals_their_total(of: Value, value: Value) -> Statement:
    """shops.order_count = number of orders with the same shop_id."""
    return rule(compare(of, "==", value), of.table if isinstance(of, Cell) else "")


@phrase("clause", "<their_total> <vp>", cost=0.3)
def total_is_so(value: Value, told: Predicate) -> Predicate:
    """Shops where the sum of the fees of paid orders is below the budget."""
    return about(told, value)


@phrase("clause", "<cell> (of|in|from|on) [all] <rows> _adds_up_to <operand>", cost=0.1)
def adds_up_to(of: Value, rows: RowSet, wanted: Value) -> Predicate | None:
    """Shops where the fees of paid orders add up to the budget."""
    total = _total(of, rows)
    is_clear = isinstance(wanted, Cell) and wanted.table != rows.table
    return compare(wanted, "==", total) if total is not None and is_clear else None


@phrase("clause", "<cell> (of|in|from|on) [all] <rows> _do not _add_up_to <operand>", cost=0.1)
def does_not_add_up_to(of: Value, rows: RowSet, wanted: Value) -> Predicate | None:
    """Shops where the fees of paid orders do not add up to the budget."""
    told = adds_up_to(of, rows, wanted)
    return None if told is None else not_(told)


@phrase(
    "stmt", "<cell> (of|in|from|on) [all] <rows> _must _add_up_to [exactly] <operand>", cost=0.05
)
@phrase("stmt", "[all] <rows> 's <cell> _must _add_up_to [exactly] <operand>", cost=0.05)
@phrase("stmt", "<cell> (of|in|from|on) [all] <child_rows> _must _add_up_to <operand>", cost=0.03)
def add_up_to(*parts: object) -> Statement | None:
    """The fees of paid orders must add up to the budget."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    of, wanted = (part for part in parts if not isinstance(part, RowSet))
    total = _total(of, rows)  # type: ignore[arg-type]
    if total is None or not isinstance(wanted, Cell) or wanted.table == rows.table:
        return None
    return rule(compare(wanted, "==", total), wanted.table)


@phrase("stmt", "per <noun> [,] <stmt>", cost=0.05)
def per_owner(owner: RowSet, told: Statement) -> Statement | None:
    """Per shop, the fees of paid orders must add up to the budget."""
    if not isinstance(told.rule, BrokenRows) or not owner.table or owner.where is not None:
        return None
    of_theirs = [part for part in walk(told.rule.must) if isinstance(part, Aggregate) and part.keys]
    is_clear = of_theirs and all(part.table != owner.table for part in of_theirs)
    return narrowed(told, owner) if is_clear else None


# Worked out, then held against a value ------------------------------------------------------------


@phrase(
    "worked_per_owner",
    "_summing_up [all] <cell> _for_owner [all] <rows> _for_owner (a|an|one) <noun>",
)
def summed_of_one(of: Value, rows: RowSet, owner: RowSet) -> tuple[RowSet, Value] | None:
    """When you add up the fees of all paid orders of a shop."""
    return summed(of, rows, owner) if owner.where is None else None


@phrase(
    "worked_per_owner",
    "(count|when you count|if you count) [all] <rows> _for_owner (a|an|one) <noun>",
)
def counted_of_one(rows: RowSet, owner: RowSet) -> tuple[RowSet, Value] | None:
    """When you count the paid orders of a shop."""
    return counted_of(rows, owner) if owner.where is None else None


# For the same key ---------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> (=|_must equal|_must be|equals|_must match) <measure> of <cell> (for|of|over|within|with) the same <keys>",
    "<cell> (=|_must equal|_must be|equals|_must match) <measure> of <cell> (for|of|over|within|with) the same <keys> (where|with|when) <clauses>",
    cost=0.02,
)
def total_of_same_key(
    mine: Value, measure: Measure, of: Value, keys: Keys, *told: Predicate
) -> Statement | None:
    """shops.budget = sum of orders.fee for the same shop_id where status is paid."""
    if not isinstance(mine, Cell) or not isinstance(of, Cell):
        return None
    names = [(key.column, key.column) for key in keys if isinstance(key, Cell)]
    if not mine.table or not of.table or mine.table == of.table or len(names) < len(keys):
        return None
    total = Aggregate(
        measure=measure, table=of.table, of=of, where=told[0] if told else None, keys=tuple(names)
    )
    return rule(compare(mine, "==", total), mine.table)


# Which of them count ------------------------------------------------------------------------------

phrase.words(
    "_only_counting",
    "counting only | only counting | taking only | considering only | including only | where only | limited to | "
    "restricted to | counted over only | but only over | but only for",
)


@phrase("remark", "_only_counting (those|the ones|ones) <rel>", cost=0.05)
def only_such_count(told: Predicate) -> Modifier:
    """Counting only those that are paid."""
    return remark("children-kept", condition=told)


@phrase("remark", "_only_counting <rows>", cost=0.05)
def only_such_rows_count(rows: RowSet) -> Modifier | None:
    """Counting only paid orders."""
    if not rows.table or rows.where is None or rows.each:
        return None
    return remark("children-kept", condition=rows.where, texts=(rows.table,))
