"""Phrases for values that rows take over from the row they lead to: copied from, billed at.

Of two lists of columns the first goes with the first and the second with the second; headers that
tell otherwise are refused.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects, all_of, compare, number

phrase = Phrases()

# Several columns at once ------------------------------------------------------------------------

phrase.words(
    "_taken_over",
    "(is|are|was|were) (copied|taken|taken over|carried over|inherited|transferred) from | (is|are) copies of | "
    "(repeat|repeats|mirror|mirrors)",
)
phrase.words(
    "_are_the_same_as",
    "_must be (identical to|identical with|the same as|equal to|those of|copies of) | _must (equal|match|repeat|agree with|"
    "correspond to) | _must be",
)
phrase.words(
    "_so_identical",
    "and [must|should|have to|has to] [therefore|thus|hence|so|consequently] (be|are) (identical|equal|the same) [to "
    "them|as them|as there|to it|to theirs] | and [must|should|have to] [therefore|thus|hence|so] (match|agree|"
    "match them|agree with them) | , so they must be (identical|equal|the same)",
)


@phrase("their_cells", "<and_cells> of [its|their|the|his|her] <table>")
@phrase("their_cells", "[its|their|the|his|her] <table> 's <and_cells>")
def their_cells(*parts: Any) -> tuple[Cell, ...] | None:
    """The country and city of its customer."""
    found = next(part for part in parts if isinstance(part, Subjects))
    table = next(part for part in parts if isinstance(part, str))
    cells = [each for each in found.items if isinstance(each, Cell)]
    if len(cells) < len(found.items) or any(each.table not in ("", table) for each in cells):
        return None
    return tuple(each.model_copy(update={"table": table}) for each in cells)


def _paired(mine: Subjects, theirs: tuple[Cell, ...]) -> Predicate | None:
    own = [each for each in mine.items if isinstance(each, Cell)]
    if mine.mode != "all" or len(own) != len(mine.items) or len(own) != len(theirs):
        return None
    for here, cell in enumerate(own):
        alike = [
            at
            for at, other in enumerate(theirs)
            if {*stems_of(other.column)} <= {*stems_of(cell.column)}
        ]
        if alike and here not in alike:
            return None
    return all_of(*(compare(one, "==", other) for one, other in zip(own, theirs, strict=True)))


@phrase(
    "stmt",
    "<and_cells> [(of|on|in) (<noun>|each <noun>|every <noun>|all <noun>)] _are_the_same_as <their_cells> [respectively]",
    cost=0.03,
)
@phrase(
    "stmt",
    "<and_cells> [(of|on|in) (<noun>|each <noun>|every <noun>|all <noun>)] _taken_over <their_cells> [respectively] [_so_identical]",
    cost=0.03,
)
@phrase("stmt", "<noun> 's <and_cells> _are_the_same_as <their_cells> [respectively]", cost=0.03)
def pairwise_same(*parts: Any) -> Statement | None:
    """Billing country and city are copied from the country and city of the customer."""
    mine = next(part for part in parts if isinstance(part, Subjects))
    theirs = next(part for part in parts if isinstance(part, tuple))
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    told = _paired(mine, theirs)
    return None if told is None or rows.where is not None else rule(told, rows.table)


@phrase(
    "stmt",
    "<cell> [(of|on|in) (<noun>|each <noun>|every <noun>)] _taken_over <cell> of [its|their|the] <table> [_so_identical]",
    cost=0.05,
)
def copied(mine: Value, *parts: Any) -> Statement | None:
    """The billing country is copied from the country of the customer."""
    table = parts[-1]
    theirs = parts[-2]
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    if (
        not isinstance(mine, Cell)
        or not isinstance(theirs, Cell)
        or theirs.table not in ("", table)
    ):
        return None
    other = theirs.model_copy(update={"table": table})
    return None if rows.where is not None else rule(compare(mine, "==", other), rows.table)


# Billed at the price of the track ---------------------------------------------------------------

phrase.words(
    "_priced_at",
    "(billed|sold|priced|charged|invoiced|booked|paid|rented|let|rented out|bought|entered|recorded) (at|for|with|under)",
)
phrase.words("_that_other_has", "has | have | carries | shows | holds | lists | gives")


@phrase(
    "price_there",
    "<column> (that|which) [the|its] <table> _that_other_has [in [table|file] <table>]",
)
@phrase("price_there", "<column> of [the|its|their] <table> [in [table|file] <table>]", cost=0.02)
@phrase("price_there", "[its|the] <table> 's <column>", cost=0.02)
def price_there(*parts: Any) -> Cell | None:
    """The unit price that the track has in Track."""
    column = next(part for part in parts if isinstance(part, Cell))
    tables = {part for part in parts if isinstance(part, str)}
    if len(tables) != 1 or column.table not in ("", *tables):
        return None
    return Cell(table=tables.pop(), column=column.column)


@phrase("stmt", "(was|were|is|are|has|have) <rows> [been] _priced_at <price_there> [?]", cost=0.03)
@phrase("stmt", "<rows> _must (be|have been) _priced_at <price_there>", cost=0.03)
@phrase("stmt", "<rows> (is|are|was|were) [always] _priced_at <price_there>", cost=0.05)
def priced_as(rows: RowSet, there: Cell) -> Statement | None:
    """Was every line billed at the unit price that the track has? By the same column of both."""
    if rows.table == there.table:
        return None
    told = compare(Cell(table="", column=there.column), "==", there)
    return rule(told, rows.table, rows.where)


@phrase(
    "stmt", "_flag <rows> [that were|which were|that was] not _priced_at <price_there>", cost=0.03
)
def not_priced_as(rows: RowSet, there: Cell) -> Statement | None:
    """Flag lines not billed at the unit price of the track."""
    return priced_as(rows, there) if rows.where is None else None


# So many times as many rows ---------------------------------------------------------------------

phrase.words(
    "_hold_so_many", "hold | have | contain | comprise | count | include | store | list | number"
)
phrase.words("_any_rows", "rows | records | entries | lines")

for _head, _sign in (("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<"), ("exactly", "==")):

    @phrase(
        "stmt",
        f"<table> _must _hold_so_many {_head} <times_as_many> _any_rows as [there are in] <table> [has|does|holds|have]",
        f"[there] _must be {_head} <times_as_many> _any_rows in <table> as [there are] in <table>",
        cost=0.03,
    )
    def times_as_many(*parts: Any, sign: str = _sign) -> Statement | None:
        """Invoice must hold at least seven times as many rows as Customer."""
        factor = next(part for part in parts if isinstance(part, Constant))
        mine, theirs = (part for part in parts if isinstance(part, str))
        if mine == theirs:
            return None
        there = Aggregate(measure=Measure.COUNT, table=theirs)
        here = Aggregate(measure=Measure.COUNT, table=mine)
        bound = Arithmetic(sign="*", left=factor, right=there)
        return statement(compare(here, sign, bound), table=mine)


phrase("times_as_many", "<number> times as many", "<number> times the number of")(lambda of: of)
phrase("times_as_many", "twice as many", "double as many", "double the number of")(
    lambda: number(2)
)

# What the row is that is led to -----------------------------------------------------------------


@phrase(
    "rel",
    "whose <noun> (belongs to|belong to|is in|is of|falls in|falls into|lies in|comes from|is from) <feature>",
    cost=0.08,
)
def whose_row_belongs(found: RowSet, told: Predicate) -> Predicate | None:
    """Whose form belongs to year group 8."""
    is_plain = (
        bool(found.table) and not found.each and getattr(told, "type", "") in ("compare", "one-of")
    )
    return exists(found.that(told)) if is_plain else None


@phrase(
    "target",
    "(id|ids|code|codes|number|numbers|key|keys|identifier|identifiers) (in|of|from|on) <rows>",
    cost=0.1,
)
@phrase(
    "target", "one of the (ids|codes|numbers|keys|identifiers) (in|of|from|on) <rows>", cost=0.05
)
def key_in(found: RowSet) -> tuple[RowSet, str] | None:
    """One of the codes in doctors."""
    return (found, "") if found.table and found.where is None and not found.each else None
