"""How many of a column a row has: what a column of numbers counts, and no other column does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Cell, Constant
from backend.rules.rule import Rule

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_COUNTED = frozenset({"feature", "rowvp", "participle"})

_BOUNDS = frozenset({"exactly", "precisely", "just", "only", "least", "most", "than"})


def refuse_counts_of_texts(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which no column of texts is held against how many it has.

    Raises:
        Misfit: in "each case has exactly one code", one was taken for the text of the code; or
            each row is the only one of its key, and some have no value.
    """
    for part in node.walk():
        if part.symbol not in _COUNTED:
            continue
        for cell in _counted(part, tokens):
            column = _column(cell, rule, context)
            said = " ".join(token.text for token in tokens[part.start : part.end])
            if column is not None and column.reads_as not in _NUMBERS:
                raise Misfit(
                    f"{cell.column} holds no numbers, so that {said!r} does not say what it must "
                    f"hold; say that {cell.column} must be filled, or which rows are counted"
                )
            if _is_one_value(part, cell):
                raise Misfit(
                    f"{said!r} may count the values of {cell.column}, or tell the value 1; say "
                    f"that {cell.column} must be filled, or that it must equal 1"
                )
    _refuse_one_of_one(rule, context, tokens)


def _counted(part: Node, tokens: Sequence[Token]) -> Iterator[Cell]:
    """The column behind a bound and a number, at the end: exactly one code, at least 2 codes."""
    *before, column = part.children or [part]
    if not before or not isinstance(column.meaning, Cell):
        return
    numbers = [each for one in before for each in one.walk() if each.symbol == "number"]
    is_counted = len(numbers) == 1 and numbers[0].end == column.start
    if is_counted and tokens[numbers[0].start - 1].low in _BOUNDS:
        yield column.meaning


def _is_one_value(part: Node, cell: Cell) -> bool:
    """Exactly one price is a price; one operator is what a column of operators may count."""
    told = [each.meaning for each in part.walk() if each.symbol == "number"]
    one = any(isinstance(each, Constant) and each.value == 1 for each in told)
    last = cell.column.replace("_", " ").split()[-1:]
    return one and all(stem(word) == word.lower() for word in last)


def _column(cell: Cell, rule: Rule, context: Context) -> Column | None:
    tables = [cell.table] if cell.table else [rule.table, *context.tables]
    found = (context.column(table, cell.column) for table in tables)
    return next((column for column in found if column is not None), None)


def _refuse_one_of_one(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Exactly one share of each portfolio, where each is one row: it must be filled."""
    if not isinstance(rule, InconsistentValues) or len(rule.key) != 1:
        return
    if "exactly" not in [token.low for token in tokens]:
        return
    key = context.column(rule.table, rule.key[0])
    told = [context.column(rule.table, name) for name in rule.own_columns() if name != rule.key[0]]
    if key is not None and key.unique and any(each is not None and each.missing for each in told):
        raise Misfit(
            f"each {rule.key[0]} is one row, with one value or none; say that it must be filled"
        )
