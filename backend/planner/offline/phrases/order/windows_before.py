"""Phrases for values against the rows before them: within 2 deviations of the previous 7 orders.

"The previous 7 orders" are the seven just before an order, without the order itself. The last
seven, or a moving average of seven rows, may have the row itself among them, and are not read.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.ordering import NEXT, PUT_BY
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.moving_windows import LONGEST, SHORTEST, Side
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

# Which rows -------------------------------------------------------------------------------------

phrase.words("_its_own_past", "before | preceding | previous to | prior to")
phrase.words("_itself_behind", "it | them | this one | the row | that one | each one | each")
phrase.words("_middle_of", "(mean|average) of | (mean|average) over | (mean|average) across")


class Window(NamedTuple):
    """So many rows of a table before each row; ``of`` names the column that is averaged."""

    rows: int
    table: str
    is_named: bool
    """Whether the rows are called by what they are, and not just "rows"."""
    of: Cell | None = None


@phrase(
    "window_rows",
    "[the|its|their] _one_earlier_than <number> <noun>",
    "[the|its] <number> _one_earlier_than <noun>",
    "[the] <number> <noun> _its_own_past _itself_behind",
    "[the] <number> <noun> [just|directly|immediately|right] before [it|them]",
    "[the] last <number> <noun> before _itself_behind",
)
def window_rows(count: Constant, rows: RowSet) -> Window | None:
    """The previous 7 orders."""
    is_plain = rows.where is None and not rows.each and isinstance(count.value, int)
    if not is_plain or count.unit or not SHORTEST <= int(count.value) <= LONGEST:
        return None
    return Window(int(count.value), rows.table, bool(rows.table))


@phrase("window", "<window_rows>", "[the|their] _middle_of <window_rows>")
def window(found: Window) -> Window:
    """The mean of the previous 7 orders."""
    return found


@phrase("window", "[the|their] (mean|average) <cell> (of|over|across|in) <window_rows>")
def window_of(of: Value, found: Window) -> Window | None:
    """The average amount of the previous 7 orders."""
    return found._replace(of=of) if isinstance(of, Cell) else None


# How far ----------------------------------------------------------------------------------------


class Band(NamedTuple):
    """So many deviations to either side, or to one, from what is told of a window."""

    factor: float
    side: Side
    window: Any


phrase.words("_far_off", "from | away from | off | of | around | apart from | either side of")
phrase.words("_higher_up", "above | over | higher than | greater than")
phrase.words("_lower_down", "below | under | beneath | lower than | less than")
phrase.words(
    "_within_no_more", "at most | no more than | not more than | up to | a maximum of | max"
)
phrase.words("_still_more", "more than | over | greater than | farther than | further than")

_WAYS: tuple[tuple[str, Side], ...] = (
    ("_far_off", "both"), ("_higher_up", "above"), ("_lower_down", "below"),
)  # fmt: skip
BANDS = (("window", "window_inside", "window_outside"), ("ages", "ages_inside", "ages_outside"))
"""What stands before: so many rows, or so many days; with what lies inside of it and outside."""


def _banded(count: Constant, found: Any, side: Side) -> Band | None:
    is_number = isinstance(count.value, int | float) and not isinstance(count.value, bool)
    if not is_number or count.unit or float(count.value) <= 0:
        return None
    return Band(float(count.value), side, found)


for _window, _inside, _outside in BANDS:
    for _words, _side in _WAYS:

        @phrase(_inside, f"_within_no_more <number> _deviations {_words} <{_window}>")
        @phrase(_outside, f"_still_more <number> _deviations {_words} <{_window}>")
        def band(count: Constant, found: Any, side: Side = _side) -> Band | None:
            """At most 2 standard deviations above the mean of the previous 7 orders."""
            return _banded(count, found, side)

    @phrase(
        _inside,
        f"(within|inside) [of] [±|+/-] <number> _deviations (of|from|around) <{_window}>",
    )
    @phrase(
        _outside, f"(outside|beyond|outside of) <number> _deviations (of|from|around) <{_window}>"
    )
    def either_way(count: Constant, found: Any) -> Band | None:
        """Within 2 standard deviations of the previous 7 orders."""
        return _banded(count, found, "both")


# What lies there --------------------------------------------------------------------------------

TOLD = (
    "{0} _must (be|lie|stay|fall|remain|be kept) <{1}>",
    "{0} [value|values] (is|are|lies|lie|stays|stay|falls|fall) [always] <{1}>",
    "{0} [:|=] <{1}>",
    "{0} _must_not (be|lie|stray|deviate|fall|differ) <{2}>",
    "{0} (may|can) (only|at most) (be|lie) <{1}>",
    "{0} (never|_must never) (is|are|be|lies|lie) <{2}>",
    "{0} (is|are|lies|lie) never <{2}>",
    "no {0} [value] (may|must|should|can) (be|lie|stray|deviate) <{2}>",
    "no {0} [value] (is|are|lies) <{2}>",
    "_flag [_each] {0} [value|values] [that (is|are|lies|lie)|lying] <{2}>",
    "_flag [it] (_if|when|whenever) {0} (is|are|lies|lie|was) <{2}>",
    "(is|are) [_each|all] {0} [value|values] [always] <{1}> [?]",
    "(does|do) [_each|all] {0} [value|values] (lie|stay|fall|remain) <{1}> [?]",
    "(is|are) [there] any {0} [value|values] <{2}> [?]",
)
"""How it is told that something lies inside or not outside; {0} is the pattern of what does."""

# In which order, and within what ----------------------------------------------------------------

Frame = tuple[tuple[str, tuple[Any, ...]], ...]
phrase.words(
    "_of_one_group", "(of|for|from|in|at|by|with|on|within) (the same|its own|that|each|every)"
)
phrase.words("_as_filed", "in file order | in the order of the file | in row order")


@phrase("window_frame", "<frame>", cost=0.02)
def told_frame(found: Frame) -> Frame:
    """Within each store, ordered by day."""
    return found


@phrase("window_frame", "_of_one_group <cell>")
def same_owner(of: Value) -> Frame:
    """Of the same store."""
    return (("by", (of,)),)


@phrase("window_frame", "by <cell>")
def put_by(of: Value) -> Frame | None:
    """By order date: what puts rows in order is a date, or a number of their own."""
    if not isinstance(of, Cell):
        return None
    return (("order", (of.model_copy(update={"column": f"{PUT_BY}{of.column}"}),)),)


@phrase("window_frame", "_as_filed")
def as_filed() -> Frame:
    """In file order."""
    return (("order", ()),)


@phrase("window_frame", "<window_frame> [,|and] <window_frame>", cost=0.02)
def both_frames(one: Frame, other: Frame) -> Frame | None:
    """Of the same store by day."""
    return None if dict(one).keys() & dict(other).keys() else one + other


# The rule ---------------------------------------------------------------------------------------


class Told(NamedTuple):
    """A column and the band in which it lies."""

    of: Cell
    band: Band


@phrase("window_told", *(each.format("<cell>", *BANDS[0][1:]) for each in TOLD))
def told(of: Value, found: Band) -> Told | None:
    """The amount must be within 2 standard deviations of the previous 7 orders."""
    own = found.window.of
    is_own = own is None or (isinstance(of, Cell) and own.column == of.column)
    return Told(of, found) if isinstance(of, Cell) and is_own else None


@phrase(
    "window_told",
    "_flag [_each|_all_the] <noun> (whose|where|in which|for which|with) [the|its|their|a|an] <cell> [is|are|lies|lie] <window_outside>",
    "no <noun> (may|must|should|can) have [a|an|its] <cell> <window_outside>",
)
def rows_told(rows: RowSet, of: Value, found: Band) -> Told | None:
    """Flag orders whose amount is more than 2 standard deviations from the previous 7 orders."""
    if rows.where is not None or rows.each or not isinstance(of, Cell):
        return None
    if rows.table and of.table not in ("", rows.table):
        return None
    return told(of.model_copy(update={"table": rows.table or of.table}), found)


@phrase("stmt", "<window_told>", cost=0.01)
@phrase("stmt", "<window_told> [,] <window_frame> [?]", cost=0.01)
@phrase("stmt", "<window_frame> [,|:] <window_told>", cost=0.01)
@phrase("stmt", "<window_frame> [,|:] <window_told> [,] <window_frame> [?]", cost=0.01)
def statement(*parts: Any) -> Statement | None:
    """Within each store, the amount must be within 2 deviations of the previous 7 by day."""
    of, (factor, side, found) = next(part for part in parts if isinstance(part, Told))
    items = [item for part in parts if not isinstance(part, Told) for item in part]
    frames: dict[str, tuple[Any, ...]] = dict(items)
    cells = [cell for cell in (*frames.get("by", ()), *frames.get("order", ()))]
    if len(frames) < len(items) or len(frames.get("order", ())) > 1:
        return None
    if not all(isinstance(cell, Cell) for cell in cells):
        return None
    names = [cell.column.removeprefix(PUT_BY) for cell in cells]
    tables = {cell.table for cell in (of, *cells)} | {found.table} - {""}
    if len({*names, of.column}) <= len(names) or len(tables - {""}) > 1:
        return None
    rule = MovingOutliers(
        table="".join(tables - {""}),
        column=of.column,
        factor=factor,
        rows=found.rows,
        side=side,
        by=tuple(cell.column for cell in frames.get("by", ())),
        order_by=_order(frames, found),
    )
    return Statement(rule=rule, subject=of)


def _order(frames: dict[str, tuple[Any, ...]], found: Window) -> str | None:
    """Orders come one behind the other in time; rows, as the file has them."""
    if "order" not in frames:
        return NEXT if found.is_named else None
    return next((cell.column for cell in frames["order"]), None)
