"""Phrases for a value that rises or falls from row to row, told of what several rows belong to.

The counter of a meter must never go down from one day to the next; a meter's counter must not be
lower than on the previous day; counter per meter, sorted by day: never decreasing.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.order.order import Frame
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Predicate, Previous, Term, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()


class OfEach(NamedTuple):
    """A column, and the column whose value tells to what its rows belong."""

    of: Cell
    by: Cell


phrase.words("_one_each", "each | every | any | one | one and the same | the same | a single")


@phrase("of_each", "<cell> (of|for|in|on|at|within|per) [_one_each] <cell>")
def of_each(of: Value, by: Value) -> OfEach | None:
    """The counter of a meter."""
    is_plain = isinstance(of, Cell) and isinstance(by, Cell) and of.column != by.column
    return OfEach(of, by) if is_plain and isinstance(of, Cell) and isinstance(by, Cell) else None


@phrase("of_each", "[_one_each] <cell> 's <cell>")
def each_ones(by: Value, of: Value) -> OfEach | None:
    """A meter's counter."""
    return of_each(of, by)


# In which order ---------------------------------------------------------------------------------

phrase.words("_lined_up_so", "sorted | ordered | arranged | lined up | taken | listed | put | read")
phrase.words("_in_its_order", "by | in order of | in the order of | according to | along")
phrase.widen("_in_order_of", "according to | in date order of | going along | judged by")


@phrase("sorted", "over time [,] (_in_its_order|sorted by|ordered by|as told by) <cell>")
@phrase("sorted", r"over time \( <cell> \)", r"over time \( (by|sorted by|ordered by) <cell> \)")
@phrase("sorted", "(when|if|once) [its|their] <noun> (is|are) _lined_up_so _in_its_order <cell>")
@phrase("sorted", "(sorted|ordered) according to <cell>")
def in_time(*parts: Any) -> Frame | None:
    """Over time, by day; when its readings are sorted by day."""
    plain = all(part.where is None for part in parts if isinstance(part, RowSet))
    return (("order", (parts[-1],)),) if plain and isinstance(parts[-1], Cell) else None


@phrase("over_time", "over time", cost=0.1)
def over_time() -> Frame:
    """Over time: the schema tells which column tells it."""
    return (("order", (Cell(table="", column=WHEN),)),)


@phrase(
    "frame",
    "(when|if|once) <noun> (of|for|in|on|at) [_one_each] <cell> (is|are) _lined_up_so _in_its_order <cell>",
    "with <noun> (of|for|in|on|at) [_one_each] <cell> _lined_up_so _in_its_order <cell>",
)
def rows_of_each_in_order(rows: RowSet, by: Value, order: Value) -> Frame | None:
    """When the readings of a meter are put in order of day."""
    if rows.where is not None or rows.each or by == order:
        return None
    return (("by", (by,)), ("order", (order,)))


phrase("sorted", "<over_time>")(lambda told: told)

# Up and down ------------------------------------------------------------------------------------

_SMALLER, _LARGER = "smaller|lower|less|shorter|fewer", "larger|higher|greater|bigger|longer|more"
_FALL = "drop|sink|shrink|decline|run backwards|run back|fall back|get back"
_FALLS = "drops|sinks|shrinks|declines|runs backwards|falls back|fall over"
for _change, _verbs, _sign in ((_SMALLER, _FALL, ">="), (_LARGER, "climb|go up", "<=")):
    phrase(
        "order_duty",
        f"(_must_not|_must never|can not) (become|get|grow|turn) ({_change})",
        f"(_must_not|_must never|can not) ({_verbs})",
    )(lambda sign=_sign: sign)
    phrase("order_duty", f"never (becomes|gets|turns|become|get) ({_change})")(
        lambda sign=_sign: sign
    )
    phrase("trend", f"never (becomes|gets|turns|become|get) ({_change})")(lambda sign=_sign: sign)
phrase("order_duty", f"never ({_FALLS})")(lambda: ">=")

for _words, _sign in (
    ("decreasing|falling|dropping|going down|shrinking|declining", ">="),
    ("increasing|rising|climbing|going up|growing", "<="),
):
    phrase("order_word", f"(never|not) ({_words})")(lambda sign=_sign: sign)


def _placed(told: OfEach, sign: str, frame: Frame = ()) -> Statement | None:
    """A value against the one in the row before of the same."""
    order = dict(frame).get("order", ())
    if len(frame) > len(order) or any(not isinstance(cell, Cell) for cell in order):
        return None
    if {told.of, told.by} & set(order):
        return None
    named = next((cell.column for cell in order if isinstance(cell, Cell)), None)
    before = Previous(of=told.of, by=(told.by.column,), order_by=named)
    found = rule(compare(told.of, sign, before), told.of.table or told.by.table, subject=told.of)
    return found.model_copy(update={"remarks": (remark("several-each", values=(told.by,)),)})


@phrase("stmt", "<of_each> <order_duty> [_rowwise]", "<of_each> <order_duty> [,] <sorted>")
@phrase("stmt", "<of_each> <trend> [_rowwise]", "<of_each> <trend> [,] <sorted>", cost=0.05)
@phrase("stmt", "<of_each> [:|,] <order_word> [[,] <sorted>]", cost=0.05)
@phrase("stmt", "<sorted> [,] <of_each> <order_duty>", "<sorted> [,] <of_each> <trend>")
@phrase("stmt", "<of_each> [,] <sorted> [:|,] <order_word>", cost=0.05)
@phrase("stmt", "<of_each> [,] <sorted> [,] <order_duty>", cost=0.05)
def each_runs(*parts: Any) -> Statement | None:
    """The counter of a meter must never go down from one day to the next."""
    told = next(part for part in parts if isinstance(part, OfEach))
    sign = next(part for part in parts if isinstance(part, str))
    frames = [part for part in parts if isinstance(part, tuple) and part is not told]
    return _placed(told, sign, *frames)


@phrase(
    "stmt", "<cell> [,] <frame> [:|,] <order_word>", "<cell> : <order_word> [,] <frame>", cost=0.05
)
@phrase("stmt", "<frame> [:|,] <cell> <order_word>", "<cell> <order_word> <frame>", cost=0.05)
def runs(*parts: Any) -> Statement | None:
    """Counter, per meter and sorted by day: never decreasing."""
    from backend.planner.offline.phrases.order.order import monotone

    cell = next(part for part in parts if isinstance(part, Cell))
    sign = next(part for part in parts if isinstance(part, str))
    frame = next(part for part in parts if isinstance(part, tuple))
    return monotone(frame, cell, sign)


# Against the one before -------------------------------------------------------------------------


@phrase("stmt", "<of_each> _must be <adj>", cost=0.1)
def each_against_the_last(told: OfEach, asked: Predicate) -> Statement | None:
    """A meter's counter must be at least as high as the one before."""
    found = [part for part in walk(asked) if isinstance(part, Previous)]
    if len(found) != 1 or found[0].by or found[0].of not in (IT, told.of):
        return None

    def place(part: Term) -> Term | None:
        update = {"by": (told.by.column,)}
        return part.model_copy(update=update) if isinstance(part, Previous) else None

    must = about(rewrite(asked, place), told.of)
    said = rule(must, told.of.table or told.by.table, subject=told.of)
    return said.model_copy(update={"remarks": (remark("several-each", values=(told.by,)),)})


@phrase("stmt", "<of_each> _must_not be <adj>", cost=0.1)
def each_not_against_the_last(told: OfEach, asked: Predicate) -> Statement | None:
    """A meter's counter must not be lower than the one before."""
    return each_against_the_last(told, not_(asked))


for _head, _sign in (("_ge", ">="), ("_gt", ">"), ("_le", "<="), ("_lt", "<"), ("_eq", "==")):

    @phrase(
        "before_in_it",
        f"{_head} [(its|their|the) <cell>] (at|on|in|of|for) [the|its] _one_earlier_than <order_day>",
        cost=0.1,
    )
    @phrase(
        "before_in_it",
        f"{_head} [it (was|is)] (at|on|in|for) [the|its] _one_earlier_than <order_day>",
        cost=0.1,
    )
    def as_on_the_day_before(*parts: Value, sign: str = _sign) -> Predicate | None:
        """Equal to or greater than its counter on the previous day."""
        *of, order = parts
        if not isinstance(order, Cell) or order in of:
            return None
        return compare(IT, sign, Previous(of=of[0] if of else IT, order_by=order.column))


phrase("adj", "<before_in_it>")(lambda told: told)
phrase("order_day", "<column>")(lambda column: column)


@phrase(
    "factor",
    "[in|on|at|of] [_one_each] <cell> 's (previous|preceding|prior) (<noun>|one|_row)",
    "(that|the one) (in|on|at|of) [_one_each] <cell> 's (previous|preceding|prior) (<noun>|one|_row)",
    cost=0.15,
)
def before_of_each(by: Value, *rows: RowSet) -> Value | None:
    """In the meter's previous reading."""
    is_plain = all(row.where is None for row in rows)
    return Previous(of=IT, by=(by.column,)) if isinstance(by, Cell) and is_plain else None


# Rows of each -----------------------------------------------------------------------------------


@phrase("stmt", "<rows> (of|for|in|on|at) [_one_each] <cell> _must have <cell> <adj>", cost=0.1)
@phrase("stmt", "(of|for|in|on|at) [_one_each] <cell> [,] <rows> _must have <cell> <adj>", cost=0.1)
def rows_of_each_have(*parts: Any) -> Statement | None:
    """Each reading of a meter must have a counter at least as high as the one before."""
    by, of = (part for part in parts if isinstance(part, Cell))
    rows = next(part for part in parts if isinstance(part, RowSet))
    tables = {part.table for part in (by, of, rows)} - {""}
    if rows.where is not None or len(tables) > 1 or by == of:
        return None
    return each_against_the_last(OfEach(of, by), parts[-1])
