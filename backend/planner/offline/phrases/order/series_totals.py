"""Phrases for totals that run on, told by the rows that they add up: this one and all above it."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.order import framed
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Previous, Value
from backend.rules.overlapping_intervals import START
from backend.rules.phrasing import Phrases, RowSet, Statement, compare
from backend.rules.running_totals import running

phrase = Phrases()

phrase.words("_this_very", "this | that | the | its own | the current | the present | the same")
phrase.words("_row_itself", "_row | one | entry | row itself | line")
phrase.words(
    "_all_above",
    "(all|every|all the|everything in the|any) [of the] [other] (_row|ones|one|entries|lines|those) (above|before) [it|them|that|this] | "
    "(all|everything|all that is|everything that is) (above|before) [it|that|this]",
)
phrase.words(
    "_up_to_here",
    "(over|of|in|across|from|for) _this_very _row_itself (and|plus|with|together with) _all_above | "
    "(over|of|in|across|from|for) _all_above (and|plus|with|together with) _this_very _row_itself | "
    "from the (first|top) [_row_itself] [down] (to|up to|up to and including|through) _this_very _row_itself [itself|inclusive] | "
    "(up to and including|down to and including|up to and with) _this_very _row_itself | "
    "(up to|until|down to) _this_very _row_itself [,] (inclusive|included|itself included|including it)",
)
phrase.words("_whole_of", "sum | total | total sum")


@phrase(
    "total_to_here",
    "<cell> _sums_up [_whole_of] of [all] <cell> [values|amounts] _up_to_here",
    "<cell> _sums_up [all] <cell> [values|amounts] (added up|summed up|together) _up_to_here",
    "<cell> (=|:) [_whole_of] of [all] <cell> [values|amounts] _up_to_here",
    "is <cell> [always] [_whole_of] of [all] <cell> [values|amounts] _up_to_here [?]",
)
def total_to_here(total: Value, amount: Value) -> tuple[Cell, Cell] | None:
    """The balance must equal the sum of the amount over that row and all rows above it."""
    is_pair = isinstance(total, Cell) and isinstance(amount, Cell) and total != amount
    return (total, amount) if is_pair else None  # type: ignore[return-value]


@phrase("stmt", "[in (each|every) _row [,]] <total_to_here>", cost=0.02)
@phrase("stmt", "<total_to_here> [,] <frame>", "<frame> [,|:] <total_to_here>", cost=0.02)
def running_to_here(*parts: Any) -> Statement | None:
    """The rows above are those of the file, unless an order is told."""
    pair = next(part for part in parts if isinstance(part[0], Cell))
    frames = [part for part in parts if part is not pair]
    return running(("run", *pair), *frames)


# One band after the other -----------------------------------------------------------------------

phrase.words("_begins_now", "begin | start | open | set in")
phrase.words(
    "_right_at",
    "exactly at | precisely at | right at | at | exactly with | with | exactly where | where",
)


@phrase(
    "stmt",
    "<within> [,] _each <noun> [_after_the_first] _must _begins_now _right_at <previous>",
    "_each <noun> [_after_the_first] <within> [,] _must _begins_now _right_at <previous>",
    cost=0.05,
)
def begins_where_it_ended(*parts: Any) -> Statement | None:
    """Within a tariff, every band after the first must begin at the upper bound of the one before."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    before = next(part for part in parts if isinstance(part, Previous))
    frame = next(part for part in parts if isinstance(part, tuple))
    if rows.where is not None or before.by or before.order_by:
        return None
    return framed(rule(compare(Cell(table="", column=START), "==", before), rows.table), frame)


@phrase("within", "(within|in|inside) (a|any|any given|one and the same) <cell>")
def within_a(of: Value) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """Within a tariff."""
    return (("by", (of,)),)
