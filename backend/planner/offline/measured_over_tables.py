"""Measures of rows that belong to a row over several tables: an artist's tracks, of all albums.

What is counted or added up for each row between is added up once more; that counts nothing twice,
as long as each step leads from one row to its own.
"""

from __future__ import annotations

from itertools import pairwise

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import join_columns
from backend.planner.offline.ways import OWN_KEY, key_pairs, way
from backend.rules.language.terms import Aggregate, Cell, Measure
from backend.rules.language.walk import walk


def over_tables(term: Aggregate, table: str, own: str, context: Context) -> Aggregate | None:
    """The measure over the first table of the way, or of what the rows' own lines come to.

    None where the rows are led to at once, and hold what is measured themselves.

    Raises:
        Misfit: a step leads from several rows to one, so that it would be counted twice.
    """
    is_added = term.measure == Measure.SUM or (term.measure == Measure.COUNT and term.of is None)
    is_open = term.keys == OWN_KEY and is_added and own != table
    tables = way(table, own, context) if is_open else ()
    if len(tables) < 3:
        return _over_own_lines(term, own, context)
    for mine, theirs in pairwise(tables):
        (here, _), *_more = key_pairs(OWN_KEY, mine, theirs, context)
        column = context.column(mine, here)
        if column is None or not column.unique:
            raise Misfit(f"several rows of {mine} lead to a row of {theirs}; it would count twice")
    inner = term.model_copy(update={"table": own})
    return Aggregate(measure=Measure.SUM, table=tables[1], of=inner, keys=OWN_KEY)


def _over_own_lines(term: Aggregate, own: str, context: Context) -> Aggregate | None:
    """The sum over rows of what their own lines in a further table come to, if these hold it.

    "The sum of quantity * price over the orders of a customer": an order has them in its lines.
    """
    inside = [] if term.of is None else [*walk(term.of)]
    cells = [part for part in inside if isinstance(part, Cell)]
    if any(isinstance(part, Aggregate) for part in inside):
        return None
    if not term.keys or term.measure != Measure.SUM or not cells or own not in context.tables:
        return None
    if any(context.column(own, cell.column) for cell in cells if cell.table in ("", own)):
        return None
    holders = [
        name
        for name in context.tables
        if name != own
        and all(cell.table in ("", name) and context.column(name, cell.column) for cell in cells)
    ]
    if len(holders) != 1 or not _are_lines_of(holders[0], own, context):
        return None
    inner = Aggregate(measure=Measure.SUM, table=holders[0], of=term.of, keys=OWN_KEY)
    return term.model_copy(update={"table": own, "of": inner})


def _are_lines_of(lines: str, own: str, context: Context) -> bool:
    """Whether a row has several of them, and each of them one such row."""
    pair = join_columns(context.tables[own], context.tables[lines])
    if pair is None:
        return False
    here, there = context.column(own, pair[0]), context.column(lines, pair[1])
    return here is not None and here.unique and there is not None and not there.unique
