"""Intervals that overlap, and rows that are swapped: every pair of rows is compared."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, permutations
from typing import Any, NamedTuple

from backend.proof.meaning.cells import NUMERIC, converted, has_time
from backend.proof.meaning.row_kinds import Rows, counted, filled, grouped
from backend.proof.meaning.unknowns import Unreadable
from backend.proof.meaning.world import Here, World
from backend.rules.language.words import Reads
from backend.rules.order_swaps import OrderSwaps
from backend.rules.overlapping_intervals import OverlappingIntervals


class _Span(NamedTuple):
    start: Any
    end: Any
    row: int


def overlapping_intervals(rule: OverlappingIntervals, world: World) -> Rows:
    """Rows that overlap another of their key, and rows with an end that cannot be read."""
    kept = filled(counted(rule, world), (*rule.by, rule.start))
    flagged: set[int] = set()
    for rows in grouped(kept, rule.by).values():
        spans = []
        for here in rows:
            span, is_whole = _span(rule, here)
            flagged |= set() if is_whole else {here.row}
            spans += [] if span is None else [span]
        flagged |= _overlapping(rule, spans)
    return Rows(len(kept), tuple(flagged))


def _overlapping(rule: OverlappingIntervals, spans: list[_Span]) -> set[int]:
    found: set[int] = set()
    for first, later in combinations(sorted(spans, key=lambda span: (span.start, span.row)), 2):
        if later.start < first.end or (rule.closed and later.start == first.end):
            found |= {later.row} if rule.flag == "later" else {first.row, later.row}
    return found


def _span(rule: OverlappingIntervals, here: Here) -> tuple[_Span | None, bool]:
    """A row's interval, and whether it can be read: without an end it is over at its start."""
    reads = _reads(rule, here.world)
    try:
        start = _read(rule.start, reads, here)
    except Unreadable:
        return None, False
    try:
        return _Span(start, _read(rule.end, reads, here), here.row), True
    except Unreadable:
        return _Span(start, start, here.row), False


def _read(column: str, reads: Reads, here: Here) -> Any:
    cell = here.cell(column)
    if cell is None:
        return float("inf") if reads is Reads.NUMBER else dt.datetime.max
    return converted(cell, here.world.fact(here.table.name, column), reads)


def _reads(rule: OverlappingIntervals, world: World) -> Reads:
    """By calendar day, unless both ends carry a time of day."""
    facts = [world.fact(rule.table, column) for column in (rule.start, rule.end)]
    if all(fact.type in NUMERIC or fact.mostly in NUMERIC for fact in facts):
        return Reads.NUMBER
    return Reads.TIME if all(has_time(fact.date_format) for fact in facts) else Reads.DATE


def order_swaps(rule: OrderSwaps, world: World) -> Rows:
    """Rows with more in one column and less in the other than a row of their key."""
    kept = filled(counted(rule, world), rule.own_columns())
    flagged: set[int] = set()
    for rows in grouped(kept, rule.by).values():
        ranks = {here.row: _ranks(rule, here) for here in rows}
        flagged |= {row for row, found in ranks.items() if found is None}
        known = {row: found for row, found in ranks.items() if found is not None}
        for (row, mine), (other, theirs) in permutations(known.items(), 2):
            if mine[0] > theirs[0] and mine[1] < theirs[1]:
                flagged |= {row, other} if rule.flag == "both" else {row}
    return Rows(len(kept), tuple(flagged))


def _ranks(rule: OrderSwaps, here: Here) -> tuple[Any, Any] | None:
    """The two cells that rank a row; None where one of them cannot be read."""
    try:
        above, below = (
            _read(name, _reads_of(name, rule, here), here) for name in (rule.above, rule.below)
        )
    except Unreadable:
        return None
    return above, below


def _reads_of(column: str, rule: OrderSwaps, here: Here) -> Reads:
    fact = here.world.fact(rule.table, column)
    if fact.type in NUMERIC or fact.mostly in NUMERIC:
        return Reads.NUMBER
    return Reads.TIME if has_time(fact.date_format) else Reads.DATE
