"""Phrases for what owners do, or do not do, with rows of another table: who supplies nothing, sold by one shop.

The verb tells no more than that there are such rows; which ones belong to the owner, the keys tell.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.sentences.rows import OWN_KEY, exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()

phrase.widen(
    "_deal_with",
    "supply | supplies | supplied | deliver | delivers | delivered | provide | provides | provided | carry | carries | carried | "
    "look after | looks after | looked after | manage | manages | managed | supervise | supervises | represent | represents | "
    "employ | employs | serve | serves | served | support | supports | supported | release | releases | released | publish | "
    "publishes | published | produce | produces | produced | perform | performs | performed | generate | generates | feature | features | "
    "handle | handles | handled | process | processes | cover | covers | offer | offers | offered | work for | works for",
)
phrase.words(
    "_any_one_row",
    "any | a | an | a single | even one | at least one | even a single | one single | one",
)
phrase.words(
    "_deal_in",
    "supply | deliver | provide | carry | look after | manage | supervise | represent | employ | serve | support | release | "
    "publish | produce | perform | give | take | get | make | place | book | rent | write | hold | teach | receive | buy | sell | "
    "run | own | keep | order | do | drive | use | borrow | attend | submit | earn | collect | file | pay | contain | include | "
    "list | show | handle | cover | offer | feature",
)


@phrase("rowvp", "(do|does|did) not _deal_in [_any_one_row] <rows>", cost=0.1)
@phrase("rowvp", "never _deal_with [_any_one_row] <rows>", cost=0.1)
def deals_with_none(rows: RowSet) -> Predicate | None:
    """Do not supply any product."""
    return not_(exists(rows)) if rows.table and not rows.each else None


# Existing rows alone ----------------------------------------------------------------------------


@phrase(
    "stmt",
    "<noun> (may|must|should|can) only (contain|hold|list|refer to|reference|have|link|connect) existing <noun> and [existing] <noun>",
    cost=0.05,
)
def only_existing(rows: RowSet, one: RowSet, other: RowSet) -> Statement | None:
    """Entries may only contain existing lists and existing songs."""
    tables = {rows.table, one.table, other.table}
    is_plain = all(each.where is None and bool(each.table) for each in (rows, one, other))
    if not is_plain or len(tables) < 3:
        return None
    return rule(all_of(exists(one), exists(other)), rows.table)


# By so many different ones ----------------------------------------------------------------------

phrase.words("_through_whom", "by | in | at | from | to | on | under | through | with | for")
phrase.words("_various_ones", "different | distinct | separate | various")


def _counted(bound: Predicate, of: Cell) -> Predicate:
    """So many different values among the rows of an owner."""
    counted = Aggregate(measure=Measure.DISTINCT, table=of.table, of=of, keys=OWN_KEY)
    return about(bound, counted)


@phrase("done_by_many", "_done _through_whom <count_bound> <cell>", cost=0.1)
def done_by_so_many(bound: Predicate, of: Any) -> Predicate | None:
    """Sold by exactly one shop: what tells the shops apart is counted."""
    return _counted(bound, of) if isinstance(of, Cell) and is_key(of.column) else None


@phrase("done_by_many", "_done _through_whom <count_bound> _various_ones <cell>", cost=0.05)
def done_by_different(bound: Predicate, of: Any) -> Predicate | None:
    """Sold in more than two different towns."""
    return _counted(bound, of) if isinstance(of, Cell) else None


@phrase("rel", "[(that|which|who) (was|were|is|are|has been|have been)] <done_by_many>", cost=0.02)
@phrase("rowvp", "(be|been|have been|has been|is|are|was|were) <done_by_many>", cost=0.02)
def done_by(told: Predicate) -> Predicate:
    """That were sold by exactly one shop."""
    return told


# Each of several --------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_each <noun> _must be [there|listed|in stock|available|present] (in|on|at|with|for) <noun> (of|in|for|at|with|under) both <cell> [,|:] <each_value>",
    "_each <noun> _must have [a|an|one|at least one] <noun> (of|in|for|at|with|under) both <cell> [,|:] <each_value>",
    cost=0.02,
)
def there_for_both(owner: RowSet, rows: RowSet, of: Any, told: tuple[Any, ...]) -> Statement | None:
    """Each film must be in the stock of both shops, 1 and 2."""
    is_plain = bool(owner.table) and bool(rows.table) and owner.table != rows.table
    if not is_plain or rows.where is not None or len({each.value for each in told}) != 2:
        return None
    if not isinstance(of, Cell) or of.table not in ("", rows.table):
        return None
    cell = of.model_copy(update={"table": rows.table})
    parts = [exists(rows.that(compare(cell, "==", value))) for value in told]
    return rule(all_of(*parts), owner.table, owner.where)


@phrase("each_value", "<number> and <number>")
@phrase("each_value", "<text> and <text>")
@phrase("each_value", "<bare> and <bare>")
def each_value(*told: Any) -> tuple[Any, ...]:
    """1 and 2."""
    return told


phrase.words(
    "_lacking_in", "missing from | missing in | not in | absent from | missing at | not at"
)


@phrase(
    "hint",
    "<hint> _stop _flag [all|any|every] <noun> [that are] _lacking_in (either|either one|either of them|either of the two|one of them|at least one of them|one of the two) [.]",
    cost=0.02,
)
def missing_from_either(statement: Statement, rows: RowSet) -> Statement | None:
    """Flag films missing from either one: those that are not in both."""
    told = statement.rule
    must = getattr(told, "must", None)
    is_both = getattr(must, "type", "") == "all" and len(getattr(must, "parts", ())) == 2
    return statement if is_both and rows.where is None else None
