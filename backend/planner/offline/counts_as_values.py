"""Things that are counted or priced, and columns that are not: five ratings, the price sold.

A noun before a column or a number before it may be what the sentence is of.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS, stem, stems_of
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_COUNTS = frozenset({"number", "numbers", "count", "many", "several", "fewer", "few"})
_BACK = 3
_AMOUNTS = frozenset({
    "amount", "amounts", "sum", "sums", "value", "figure", "number", "total", "price", "fee",
    "quantity",
})  # fmt: skip


def refuse_counts_as_values(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which nothing that is counted is the value of one.

    Raises:
        Misfit: "at least 5 ratings" was read of rating_value.
    """
    for part in node.walk():
        header = stems_of(part.meaning.column) if isinstance(part.meaning, Cell) else ()
        if part.symbol != "column" or header[1:] != ("value",):
            continue
        said = tokens[part.end - 1].low
        before = tokens[part.start - 1] if part.start else None
        is_numbered = before is not None and (
            before.shape == Shape.NUMBER or before.low in NUMBER_WORDS
        )
        near = {token.low for token in tokens[max(part.start - _BACK, 0) : part.end]}
        is_many = stem(said) == header[0] and said != header[0]
        if is_many and (is_numbered or near & _COUNTS):
            raise Misfit(f"{said} are counted, and {'_'.join(header)} is the value of one")


def refuse_nouns_of_others(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which a noun before a column is of that column's cells.

    Raises:
        Misfit: "the price sold" was read of sold, beside a price; or "the number cancelled" of each
            row's 0 or 1.
    """
    for part in node.walk():
        lows = [token.low for token in tokens[part.start : part.end] if token.low != "the"]
        of = part.meaning
        if not isinstance(of, Cell) or len(lows) != 2 or lows[0] not in _AMOUNTS:
            continue
        table = context.tables.get(of.table or rule.table)
        columns = {each.name.lower(): each for each in (table.columns if table else ())}
        column = columns.get(lows[1])
        if column is None or column.name != of.column:
            continue
        if any(stems_of(name) == (stem(lows[0]),) for name in columns):
            raise Misfit(f"it is not clear whether {lows[0]} or {of.column} is meant")
        if column.values and {*column.values} <= {"0", "1"}:
            raise Misfit(f"{of.column} is 0 or 1; say 'the number of rows where {of.column} is 1'")
