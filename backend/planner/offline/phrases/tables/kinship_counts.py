"""Phrases for how many rows of one sort there are: is there exactly one …, only one may have no boss."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.varieties import column_has_kinds
from backend.planner.offline.phrases.tables.across_existence import used_at_all
from backend.rules.language.terms import Cell, Compare, Constant, Predicate
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, number

phrase = Phrases()

# Asked ------------------------------------------------------------------------------------------

_ASKED = frozenset({"==", ">=", "<="})
"""Bounds that are asked for as they should be; of "more than" either answer may be the good one."""


@phrase("stmt", "(is|are) there <count_bound> <rows> [?]", cost=0.15)
@phrase("stmt", "(do|does) we (have|know|hold|keep) <count_bound> <rows> [?]", cost=0.15)
def are_there_so_many(bound: Predicate, rows: RowSet) -> Statement | None:
    """Is there exactly one doctor who reports to nobody?"""
    is_clear = isinstance(bound, Compare) and bound.sign in _ASKED
    return _so_many(bound, rows) if is_clear and rows.where is not None else None


@phrase("stmt", "(do|does) <count_bound> <noun> <rowvp> [?]", cost=0.15)
def do_so_many(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """Does exactly one doctor report to nobody?"""
    return are_there_so_many(bound, rows.that(told))


def _so_many(bound: Predicate, rows: RowSet) -> Statement | None:
    is_told = bool(rows.table) and not rows.each
    return statement(about(bound, count(rows))) if is_told else None


# At most so many --------------------------------------------------------------------------------


@phrase("stmt", "(only|at most|no more than|not more than) <number> <noun> (may|can) <rowvp>")
def so_many_may(most: Constant, rows: RowSet, told: Predicate) -> Statement | None:
    """Only one doctor may have no boss."""
    return _so_many(compare(IT, "<=", most), rows.that(told))


@phrase(
    "stmt",
    "exactly <number> <noun> _must <rowvp>",
    "there _must be exactly <number> <noun> _that <rowvp>",
)
def so_many_must(total: Constant, rows: RowSet, told: Predicate) -> Statement | None:
    """Exactly one doctor must report to nobody."""
    return _so_many(compare(IT, "==", total), rows.that(told))


@phrase("stmt", "no two <noun> _may both <rowvp>", cost=0.1)
def no_two_may(rows: RowSet, told: Predicate) -> Statement | None:
    """No two doctors may both report to nobody."""
    return _so_many(compare(IT, "<=", number(1)), rows.that(told))


# Where all of them come from --------------------------------------------------------------------

phrase.words(
    "_come_out_of",
    "come from | comes from | stem from | are from | is from | are made by | are bought from | are spread over | spread over | belong to | "
    "belongs to | fall into | go to | are supplied by | are delivered by | are sold by | are split over | are divided into | "
    "are divided among | are written by | are in | are of | are sold in | live in | work in | are based in | sit in | are held in",
)


@phrase(
    "stmt",
    "[all] [our|the|all our] <noun> _come_out_of <count_bound> (different|distinct|various|separate) <cell>",
    "[all] [our|the|all our] <noun> _must (come from|be from|belong to|be made by|be spread over|be in|be of) <count_bound> "
    "(different|distinct|various|separate) <cell>",
    cost=0.1,
)
def come_from_so_many(rows: RowSet, bound: Predicate, of: Cell) -> Statement | None:
    """Our lamps come from exactly four different makers."""
    is_whole = rows.where is None and not rows.each
    is_its_own = isinstance(of, Cell) and of.table in ("", rows.table)
    return column_has_kinds(of, bound) if is_whole and is_its_own else None


@phrase(
    "stmt",
    "(do|does) [all] [our|the|all our] <noun> _come_out_of <count_bound> (different|distinct|various|separate) <cell> [?]",
    cost=0.1,
)
def do_come_from_so_many(rows: RowSet, bound: Predicate, of: Cell) -> Statement | None:
    """Do our lamps come from exactly four different makers?"""
    is_clear = isinstance(bound, Compare) and bound.sign in _ASKED
    return come_from_so_many(rows, bound, of) if is_clear else None


@phrase("stmt", "(is|are) there <different_cells> [?]", cost=0.1)
def are_there_different(told: Predicate) -> Statement | None:
    """Are there exactly four different makers?"""
    is_clear = isinstance(told, Compare) and told.sign in _ASKED
    return statement(told) if is_clear else None


# At least once ----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_each <noun> (must|should|has to|ought to) (have been|be|get) _dealt_with_it _once_or_more",
    cost=0.15,
)
def each_at_least_once(rows: RowSet) -> Statement | None:
    """Every copy must have been rented at least once."""
    return used_at_all(rows)


phrase.widen(
    "_did",
    "released | published | produced | taught | supplied | delivered | borrowed | rented | attended | hosted | registered | "
    "performed | visited | sold",
)
