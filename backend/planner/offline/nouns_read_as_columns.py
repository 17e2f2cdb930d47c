"""Whether a noun for rows was read as one of their columns, or words were looked for in dates.

Inspections that end with "Fail" do so by none of inspection_id, inspection_date, inspection_type.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import parts_of, stem, stems_of
from backend.rules.language.terms import Cell, How, Matches
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_LITERAL = (How.STARTS, How.ENDS, How.CONTAINS)


def refuse_words_in_dates(rule: Rule, context: Context) -> None:
    """Pass a reading that looks for no words where there are only dates in digits.

    Raises:
        Misfit: a date of digits neither begins nor ends with "Fail".
    """
    for part in walk(rule):
        is_literal = isinstance(part, Matches) and part.how in _LITERAL
        if not isinstance(part, Matches) or not is_literal or not isinstance(part.of, Cell):
            continue
        column = context.column(part.of.table or rule.table, part.of.column)
        shown = column.values[:20] if column is not None else ()
        is_digits = not any(char.isalpha() for value in shown for char in value)
        is_date = column is not None and column.date_format is not None
        if is_date and is_digits and len(part.text) > 2 and part.text.isalpha():
            raise Misfit(f"{part.of.column} holds dates, which have no {part.text!r} in them")


def refuse_rows_as_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which a plural that names the rows is no part of a header.

    Raises:
        Misfit: "inspections" was read as inspection_type, of a table of inspections.
    """
    words = {stem(part) for part in map(str.lower, parts_of(rule.table))}
    for part in node.walk():
        low = tokens[part.start].low
        if part.symbol != "column" or part.end != part.start + 1 or stem(low) not in words:
            continue
        cell = part.meaning
        is_header = isinstance(cell, Cell) and cell.column.lower() == low
        is_alone = isinstance(cell, Cell) and stems_of(cell.column) == (stem(low),)
        shared = [
            column.name
            for column in context.tables[rule.table].columns
            if stem(low) in stems_of(column.name)
        ]
        if stem(low) != low and not (is_header or is_alone) and len(shared) > 1:
            raise Misfit(f"{low!r} may be the rows of {rule.table}; name the column that is meant")
