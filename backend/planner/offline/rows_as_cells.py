"""Rows of a kind that were taken for the cells of a column: "an active contract" is a contract.

The column that says yes or no before the noun of its rows tells which rows are meant, as any other
adjective does; so do the rows of a group of which "only one" is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Token
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_OF_TABLE = ["column", "table"]
"""A column with the noun of its rows behind it: "active contract", "order status"."""


def refuse_rows_as_cells(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no kind of rows is taken for what a column holds.

    Raises:
        Misfit: "each customer may have only one active contract" is about how many contracts are
            active, and not about the values of active.
    """
    for part in node.walk():
        if part.symbol != "cell" or [each.symbol for each in part.children] != _OF_TABLE:
            continue
        told = " ".join(token.text for token in tokens[part.start : part.end])
        if any(map(_says_yes_or_no, _columns(part.meaning, context))):
            raise Misfit(
                f"{told!r} tells of rows: say how many of them there must be ('at most one', "
                "'exactly one', 'at least one'), or name the column alone"
            )
        if isinstance(rule, InconsistentValues):
            column = " ".join(token.text for token in tokens[part.start : part.children[0].end])
            raise Misfit(
                f"it is not clear whether rows are counted by {told!r}; name the column alone, as "
                f"in 'only one {column}', or say which rows there may be one of"
            )


def _says_yes_or_no(column: Column) -> bool:
    return says_yes_or_no(value.lower() for value in column.values)


def _columns(meaning: object, context: Context) -> Iterator[Column]:
    if not isinstance(meaning, Cell):
        return
    for table in [meaning.table] if meaning.table in context.tables else context.tables:
        column = context.column(table, meaning.column)
        if column is not None:
            yield column
