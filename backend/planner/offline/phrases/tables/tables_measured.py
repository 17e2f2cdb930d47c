"""Phrases for what the rows of any one owner come to: the total amount of a customer.

The column that is measured is one of the other table, so that only the schema tells whether the
owner's rows are meant; a column of the owner's own is measured over all owners.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.of_parents import total_of_owner
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()
Measured = tuple[RowSet, Value]

_ANY = "(a|an|any|any one|any single|one)"
_EVERY = "(a|an|any|every|each|every single|any one)"
phrase.words("_it_owns", "of | for | in | by | on | at | from | with | within")

# The total of any one owner ---------------------------------------------------------------------


@phrase("parent_measure", f"<measure> [of] <sum> _it_owns {_ANY} <noun>", cost=0.1)
@phrase("parent_measure", f"<measure> [of] <sum> (over|across) all <rows> _it_owns {_EVERY} <noun>")
def total_of_any(measure: Measure, of: Value, *rows: RowSet) -> Measured | None:
    """The total amount of a customer; the total amount over all payments of a customer."""
    *children, owner = rows
    if isinstance(of, Constant) or owner.where is not None or not owner.table:
        return None
    if not children:
        return total_of_owner(measure, of, owner)
    [child] = children
    is_clear = child.table not in ("", owner.table) and not child.each
    value = Aggregate(measure=measure, table=child.table, of=of, where=child.where, keys=OWN_KEY)
    return (owner, value) if is_clear else None


@phrase("parent_measure", f"{_EVERY} <noun> 's <measure> [of] <sum>", cost=0.1)
@phrase("parent_measure", f"(for|in|at|on|per) {_EVERY} <noun> [,] <measure> [of] <sum>", cost=0.1)
def owners_total(owner: RowSet, measure: Measure, of: Value) -> Measured | None:
    """A customer's total amount; for each customer the total amount."""
    return total_of_any(measure, of, owner)


# Owners that total so much ----------------------------------------------------------------------


def _total(measure: Measure, of: Value) -> Value | None:
    if not isinstance(of, Cell):
        return None
    return Aggregate(measure=measure, table="", of=of, keys=OWN_KEY)


@phrase("rel", "whose <measure> [of] <sum> <vp>", cost=0.15)
@phrase("rel", "with [a|an] <measure> [of] <sum> <adj>", cost=0.15)
@phrase("rel", "with [a|an] <measure> [of] <sum> of <adj>", cost=0.15)
def that_total(measure: Measure, of: Value, told: Predicate) -> Predicate | None:
    """Customers whose total amount exceeds their limit; with a total amount above 500."""
    value = _total(measure, of)
    return None if value is None else about(told, value)


@phrase("stmt", "<rows> _must have [a|an] <measure> [of] <sum> [of] <adj>", cost=0.15)
def must_total(owner: RowSet, measure: Measure, of: Value, told: Predicate) -> Statement | None:
    """Every customer must have a total amount of at least 50."""
    value = _total(measure, of)
    if value is None or not owner.table:
        return None
    return rule(about(told, value), owner.table, owner.where)


@phrase(
    "stmt", "no <noun> (may|must|should|can) have [a|an] <measure> [of] <sum> [of] <adj>", cost=0.15
)
@phrase("stmt", "<rows> _must_not have [a|an] <measure> [of] <sum> [of] <adj>", cost=0.15)
def must_not_total(owner: RowSet, measure: Measure, of: Value, told: Predicate) -> Statement | None:
    """No customer may have a total amount above 500."""
    return must_total(owner, measure, of, not_(told))
