"""Rows that follow from others: links that lead back to themselves, sums that run on."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.proof.meaning.cells import NUMERIC, converted
from backend.proof.meaning.keys import matching
from backend.proof.meaning.row_kinds import Rows, counted, filled, grouped, number
from backend.proof.meaning.unknowns import NoPlainReading, Unreadable
from backend.proof.meaning.world import Here, World
from backend.rules.language.words import Reads
from backend.rules.parent_cycles import ParentCycles
from backend.rules.running_totals import RunningTotals


def parent_cycles(rule: ParentCycles, world: World) -> Rows:
    """Rows from which the way from parent to parent comes back to them.

    Raises:
        NoPlainReading: two rows share a key, so that a link leads to both.
    """
    kept = filled(counted(rule, world), rule.own_columns())
    there = {here.row for here in kept}
    links = {}
    for here in kept:
        if len(_rows_with(rule.key, rule, here) & there) > 1:
            raise NoPlainReading(f"{rule.table}: two rows share a {rule.key}. Give a key once.")
        links[here.row] = next(iter(_rows_with(rule.parent, rule, here) & there), None)
    return Rows(len(kept), tuple(row for row in links if _comes_back(row, links)))


def _rows_with(column: str, rule: ParentCycles, here: Here) -> set[int]:
    """The rows whose key is this row's cell of a column."""
    return {other.row for other in matching(((column, rule.key),), rule.table, here)}


def _comes_back(start: int, links: dict[int, int | None]) -> bool:
    """As many steps as there are rows lead around every circle."""
    row = links[start]
    for _ in links:
        if row is None or row == start:
            return row == start
        row = links[row]
    return False


def running_totals(rule: RunningTotals, world: World) -> Rows:
    """Rows whose total is not the sum so far, to nine decimals, or that lack a number.

    An amount that is no number adds nothing. Places that cannot be read come last.
    """
    kept = filled(counted(rule, world), rule.own_columns())
    if rule.order_by is not None:
        kept = sorted(kept, key=lambda here: _place(rule, here))
    flagged: list[int] = []
    for rows in grouped(kept, rule.by).values():
        sums: list[float] = []
        for here in rows:
            total, amount = number(here, rule.total), number(here, rule.amount)
            sums += [] if amount is None else [amount]
            if total is None or amount is None or _differ(total, sums, rule.tolerance):
                flagged.append(here.row)
    return Rows(len(kept), tuple(flagged))


def _differ(total: float, sums: list[float], tolerance: float) -> bool:
    if not all(map(math.isfinite, (total, *sums))):
        raise NoPlainReading("A sum over infinity is not told. Give finite numbers.")
    return round(abs(total - math.fsum(sums)), 9) > tolerance


def _place(rule: RunningTotals, here: Here) -> tuple[bool, Any]:
    """Numbers and dates by their size, all else as text; what cannot be read comes last."""
    assert rule.order_by is not None
    fact = here.world.fact(rule.table, rule.order_by)
    cell = here.cell(rule.order_by)
    try:
        return False, converted(cell, fact, _reads(fact))
    except Unreadable:
        return True, dt.datetime.max


def _reads(fact: ColumnRead) -> Reads:
    types = (fact.type, fact.mostly)
    if ColumnType.DATE not in types and any(each in NUMERIC for each in types):
        return Reads.NUMBER
    return Reads.TEXT if fact.date_format is None else Reads.TIME
