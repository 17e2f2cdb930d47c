"""Rows counted as the things of which each has several: invoices, by the lines of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, How, Matches, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_COUNTS = (Measure.COUNT, Measure.SHARE)
_MOST = 0.8
"""Of a key that is entered twice now and then, so many values are unlike."""
_PARTS = (How.STARTS, How.ENDS)


def refuse_rows_of_keys_counted(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that counts rows, and things only where each is one row.

    Raises:
        Misfit: "half of the invoices" was read of the lines of all invoices; or "invoices that
            start with C" of their days.
    """
    for column, text in _texts_of_days(rule, context):
        raise Misfit(f"{column} holds dates, and none starts or ends with {text!r}")
    _refuse_counts_as_keys(node, tokens)
    if not isinstance(rule, FailingMetrics) or rule.table not in context.tables:
        return
    counts = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    if not any(part.measure in _COUNTS and part.of is None for part in counts):
        return
    first = context.tables[rule.table].columns[0]
    things = {word for word in stems_of(first.name) if word not in ID_WORDS}
    if len(things) != 1 or _numbers_rows(first, context.tables[rule.table]):
        return
    for part in node.walk():
        noun = stem(tokens[part.start].low)
        if part.symbol == "keynoun" and not part.children and noun in things:
            raise Misfit(
                f"a {noun} may have several rows of {rule.table}: say 'of the rows', or count "
                f"'distinct {first.name}'"
            )


def _refuse_counts_as_keys(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which "the number of invoices" is no InvoiceNo."""
    for part in node.walk():
        lows = [token.low for token in tokens[part.start : part.end] if token.low != "the"]
        if part.symbol != "column" or lows[:2] != ["number", "of"] or len(lows) != 3:
            continue
        cell, noun = part.meaning, stem(lows[2])
        words = {*stems_of(cell.column)} if isinstance(cell, Cell) else set()
        if noun != lows[2] and words - ID_WORDS == {noun} and "of" not in words:
            raise Misfit(f"{lows[2]} are counted: say 'distinct', or 'the number of rows'")


def _texts_of_days(rule: Rule, context: Context) -> Iterator[tuple[str, str]]:
    for part in walk(rule):
        if not isinstance(part, Matches) or part.how not in _PARTS:
            continue
        of = part.of
        column = context.column(of.table, of.column) if isinstance(of, Cell) else None
        is_day = column is not None and column.type == ColumnType.DATE
        if is_day and column is not None and part.text[:1].isalpha():
            yield column.name, part.text


def _numbers_rows(first: Column, table: TableSnapshot) -> bool:
    rows = table.rows - first.missing
    return first.unique or len(first.values) >= _MOST * rows > 0
