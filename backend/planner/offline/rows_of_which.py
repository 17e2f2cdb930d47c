"""What is told of the columns of one row: of an order of order_lines it is told of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.language.terms import Lookup
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF_A_ROW = frozenset({"row_of_both", "sum_of_row", "parts_of_row"})
_ROWS = frozenset({"table", "keynoun"})


def refuse_rows_of_groups(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which the noun for a row is that of a column which many rows share.

    Raises:
        Misfit: "both folder and binder of one order" was read of every line of an order; or what
            was brought by a mate was brought by one of the staff.
    """
    found = {each.table for each in walk(rule) if isinstance(each, Lookup)}
    for part in node.walk():
        if part.symbol == "kin_did" and not found & {*_tables_in(part)}:
            raise Misfit("the row that did it is one of another table")
        if part.symbol not in _OF_A_ROW:
            continue
        for leaf in part.walk():
            table = context.tables.get(str(leaf.meaning)) if leaf.symbol in _ROWS else None
            spoken = tokens[leaf.start : leaf.end]
            words = [word for token in spoken for word in stems_of(token.text)]
            if table is not None and _is_shared(words, table):
                raise Misfit(
                    f"several rows may be of one {words[-1]}; say of each row what it must be"
                )


def _tables_in(part: Node) -> Iterator[str]:
    yield from (str(leaf.meaning) for leaf in part.walk() if leaf.symbol in _ROWS)


def _is_shared(words: list[str], table: TableSnapshot) -> bool:
    """Whether a column of these words may be the same in many rows."""
    return any(
        [word for word in stems_of(column.name) if word not in ID_WORDS] == words
        for column in table.columns
        if not column.unique
    )
