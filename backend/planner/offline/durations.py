"""How long rows last, and what a mean of them would say: refused where it is not clear."""

from __future__ import annotations

import re

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Apply, Cell, Elapsed, Function, Measure
from backend.rules.language.walk import walk
from backend.rules.overlapping_intervals import END, START
from backend.rules.rule import Rule

_LENGTHS = frozenset({"night", "duration", "length", "day", "stay"})
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_OF_MANY = (Measure.MEAN, Measure.SUM, Measure.MEDIAN, Measure.DEVIATION, Measure.VARIANCE)


def require_no_length(rule: Rule, table: str, context: Context) -> None:
    """Pass durations by two dates, unless a column of numbers tells them as well.

    Raises:
        Misfit: a column named nights, duration, … may be meant.
    """
    spans = (term for term in walk(rule) if isinstance(term, Elapsed))
    if not any(_is_open(term) for term in spans):
        return
    columns = context.tables[table].columns if table in context.tables else ()
    for column in columns:
        if column.reads_as in _NUMBERS and _LENGTHS & set(stems_of(column.name)):
            raise Misfit(f"{column.name} may tell how long it lasts; name it, or the two dates")


def _is_open(term: Elapsed) -> bool:
    return any(isinstance(e, Cell) and e.column in (START, END) for e in (term.start, term.end))


def require_meaning(rule: FailingMetrics, context: Context) -> None:
    """Pass measures of amounts and of lengths; of keys, the header must stand in the sentence.

    Raises:
        Misfit: keys are added up, or the signs of a measure are counted.
    """
    for term in walk(rule.must):
        is_length = isinstance(term, Apply) and term.function == Function.LENGTH
        if is_length and any(isinstance(part, Aggregate) for part in walk(term)):
            raise Misfit("the characters of a measure are counted; say whose length is meant")
        if isinstance(term, Aggregate) and term.measure in _OF_MANY and isinstance(term.of, Cell):
            _require_no_key(term.of, context)


def _require_no_key(cell: Cell, context: Context) -> None:
    column = context.column(cell.table, cell.column)
    words = stems_of(cell.column)
    is_key = (
        column is not None
        and column.type == ColumnType.INTEGER
        and words[-1:]
        and (words[-1] in ID_WORDS)
    )
    hint = context.check.calculation_hint.lower()
    if is_key and not re.search(rf"(?<!\w){re.escape(cell.column.lower())}(?!\w)", hint):
        raise Misfit(f"{cell.column} is a key, of which there is no mean; name what is measured")
