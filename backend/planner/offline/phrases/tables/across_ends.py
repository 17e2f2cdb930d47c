"""Phrases for the first or the last of the rows that a row has, and for the row before one in turn.

"The balance of the latest move (highest mv)" is a value of one of the rows of a row: of that with
the highest number.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.kin_called import OF_OWNER
from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.order.ends import Keys, picked
from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Previous, Term, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

phrase.widen("_row", "movement | movements | posting | postings")

# By which column it is the first or the last ----------------------------------------------------

Edge = tuple[str, Cell, Measure | None]

for _words, _measure in (
    ("highest|largest|biggest|greatest|latest|last|newest|maximum|max", Measure.MAXIMUM),
    ("lowest|smallest|first|earliest|oldest|minimum|min", Measure.MINIMUM),
):

    @phrase("told_edge", rf"\( [with|having|by|that with] [the] ({_words}) <cell> \)")
    def told_edge(at: Value, measure: Measure = _measure) -> Edge | None:
        """(highest mv)."""
        return ("edge", at, measure) if isinstance(at, Cell) else None


@phrase(
    "told_edge", r"\( (by|in order of|ordered by|sorted by|in the order of|according to) <cell> \)"
)
@phrase("told_edge", r"\( in <cell> order \)", "by <cell>", "in order of <cell>")
def told_order(at: Value) -> Edge | None:
    """(in LegNo order)."""
    return ("edge", at, None) if isinstance(at, Cell) else None


@phrase(
    "end_rows", r"<end> <noun> <end_owner> <told_edge>", r"<end> <noun> <told_edge> <end_owner>"
)
def end_rows_by(*parts: Any) -> RowSet | None:
    """The first movement of each SKU (lowest mv)."""
    measure = next(part for part in parts if isinstance(part, Measure))
    rows = next(part for part in parts if isinstance(part, RowSet))
    _, at, edge = next(part for part in parts if isinstance(part, tuple) and part[0] == "edge")
    by: Keys = next(part for part in parts if isinstance(part, tuple) and part[0] != "edge")
    return picked(rows, measure, by, at) if edge in (None, measure) else None


# A value of the first or the last of a row's rows -----------------------------------------------

phrase.words(
    "_which_it_has", "of it | it has | they have | in it | on it | of its own | there is | for it"
)


def _of_end(measure: Measure, of: Value, rows: RowSet, edge: Edge) -> Value | None:
    _, at, told = edge
    if told not in (None, measure) or not isinstance(of, Cell) or rows.each:
        return None
    if of == at:
        return Aggregate(measure=measure, table=rows.table, of=of, where=rows.where, keys=OWN_KEY)
    end = Aggregate(measure=measure, table=rows.table, of=at, where=rows.where, by=(OF_OWNER,))
    told_of = compare(at, "==", end)
    found = rows.that(told_of)
    return Aggregate(measure=measure, table=rows.table, of=of, where=found.where, keys=OWN_KEY)


@phrase(
    "related",
    "<cell> (_own_of|_in_or_among) [its|their|the] <end> <noun> [_which_it_has] <told_edge>",
    cost=0.05,
)
def of_end_row(of: Value, end: Measure, rows: RowSet, edge: Edge) -> Value | None:
    """The balance of the latest move (highest mv)."""
    return _of_end(end, of, rows, edge)


@phrase("related", "[its|their|the] <end> <noun> <told_edge> 's <cell>", cost=0.05)
def end_rows_cell(end: Measure, rows: RowSet, edge: Edge, of: Value) -> Value | None:
    """The latest move (highest mv)'s balance."""
    return _of_end(end, of, rows, edge)


phrase.words(
    "_moment_of",
    "day on which | date on which | moment when | time when | time at which | moment at which | day when | when",
)


@phrase(
    "related",
    "[_moment_of] [its|their|the] <end> <noun> <told_edge> [has|had|was|is|were] <acting>",
    cost=0.05,
)
def end_row_did(end: Measure, rows: RowSet, edge: Edge, of: Cell) -> Value | None:
    """The day on which the last leg (highest LegNo) arrived."""
    return _of_end(end, of, rows, edge)


# After the row before ---------------------------------------------------------------------------

phrase.words(
    "_one_earlier_row",
    "previous one | preceding one | one before | one before it | last one before it | previous <noun> | preceding <noun>",
)
phrase.words(
    "_comes_on",
    "comes | come | came | is | are | was | were | lies | lie | follows | follow | starts | start | happens | happened | is dated",
)

_SIGNS = {"_ge": ">=", "_gt": ">", "_le": "<=", "_lt": "<"}
for _head, _sign in _SIGNS.items():

    @phrase(
        "rel",
        f"(that|which) _comes_on {_head} <span> after [the] _one_earlier_row [of|for|by|in|with] [the] same <keys>",
        cost=0.1,
    )
    @phrase("rel", f"(that|which) _comes_on {_head} <span> after [the] _one_earlier_row", cost=0.12)
    @phrase(
        "step_rel", f"(that|which) _comes_on {_head} <span> after [the] _one_earlier_row", cost=0.1
    )
    def so_long_after_it(span: Span, keys: Keys = (), sign: str = _sign) -> Predicate | None:
        """That comes more than 580 days after the previous one of the same customer."""
        names = tuple(key.column for key in keys if isinstance(key, Cell))
        if len(names) < len(keys):
            return None
        when = Cell(table="", column=WHEN)
        bound = shifted(Previous(of=when, by=names, order_by=WHEN), span, 1)
        return None if bound is None else compare(when, sign, bound)


phrase.words("_put_in_order", "sort | order | arrange | put | take | line up")
phrase.words("_then_do", "and | , | ; | : | . | then | , then | and then | , and | . then | ; then")


@phrase("sorted_stmt", "_flag [every|each|all|any] <noun> <step_rel>")
def sorted_stmt(rows: RowSet, told: Predicate) -> Statement | None:
    """Flag every invoice that comes more than 580 days after the previous one."""
    return None if rows.where is not None else rule(not_(told), rows.table)


@phrase(
    "stmt",
    "_put_in_order <noun> _row_of (each|every|one|a) <keys> (by|in order of|in the order of|according to) <cell> _then_do (<stmt>|<sorted_stmt>)",
    "_put_in_order <noun> per <keys> (by|in order of|in the order of) <cell> _then_do (<stmt>|<sorted_stmt>)",
    cost=0.05,
)
def sorted_first(rows: RowSet, keys: Keys, at: Value, told: Statement) -> Statement | None:
    """Sort the invoices of each customer by InvoiceDate and …"""
    names = tuple(key.column for key in keys if isinstance(key, Cell))
    found = [part for part in walk(told.rule) if isinstance(part, Previous)]
    is_plain = rows.where is None and not rows.each and len(names) == len(keys)
    if not is_plain or not found or not isinstance(at, Cell) or at.column in names:
        return None
    if any(part.order_by not in (WHEN, at.column) for part in found):
        return None
    if any({*part.by} - {*names} for part in found):
        return None

    def change(part: Term) -> Term | None:
        if isinstance(part, Cell) and part.column == WHEN:
            return at
        if not isinstance(part, Previous):
            return None
        of = at if part.of == Cell(table="", column=WHEN) else part.of
        return part.model_copy(update={"of": of, "by": names, "order_by": at.column})

    return told.model_copy(update={"rule": rewrite(told.rule, change)})
