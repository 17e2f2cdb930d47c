"""Lists in cells, and lists of values: each tag of "a, b", and one value that is "a, b"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_VALUES = frozenset({"bare", "valuenoun", "adjective"})
_DETERMINERS = frozenset({"each", "every", "any", "no", "a", "one"})
_SEVERAL = re.compile(r"\S\s*[,;|]\s*\S")
_MOST = 0.5


def refuse_lists_as_values(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that takes no list for a value, and no cell that holds a list for one item.

    Raises:
        Misfit: "a, b or c" was read as 'a, b' or 'c', since a cell holds "a, b"; "each tag" as
            each whole cell of ``tags``; "tags has at most 3 entries" as the rows of each list.
    """
    for part in node.walk():
        inner = tokens[part.start : part.end]
        is_bare = part.symbol in _VALUES and all(each.shape != Shape.QUOTED for each in inner)
        if is_bare and not part.children and any(each.text == "," for each in inner[1:-1]):
            text = " ".join(each.text for each in inner).replace(" ,", ",")
            raise Misfit(f"{text!r} is one value of the data, or a list of values: put in quotes")
        if part.symbol == "column" and isinstance(part.meaning, Cell):
            _refuse_item(part, context.column(rule.table, part.meaning.column), tokens)
    _refuse_columns_as_rows(node, rule, context, tokens)
    _refuse_rows_of_lists(node, rule, context, tokens)


def _refuse_columns_as_rows(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """The number of items, in a table with a column items, is no number of rows."""
    table = context.tables.get(rule.table)
    later = table.columns[1:] if table is not None else ()
    headers = {column.name.lower() for column in later}
    for part in node.walk():
        word = tokens[part.start].low
        is_noun = part.symbol in ("_row", "keynoun") and part.end == part.start + 1
        is_plural = stem(word) not in ("row", "record", word)
        if is_noun and is_plural and word in headers:
            raise Misfit(f"{word!r} is a column of {rule.table}; write 'rows' if rows are counted")


def _refuse_item(part: Node, column: Column | None, tokens: Sequence[Token]) -> None:
    """Each tag, where the column is called tags."""
    before = tokens[part.start - 1].low if part.start else ""
    if column is None or before not in _DETERMINERS or part.end != part.start + 1:
        return
    word = tokens[part.start].low
    is_one = stem(word) == word and word != column.name.lower() and stem(column.name) == word
    if is_one and _holds_lists(column):
        raise Misfit(
            f"a cell of {column.name} holds several of them: {before} {word} cannot be judged; "
            f"write '{column.name} must …' of whole cells"
        )


def _refuse_rows_of_lists(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """tags must have at most 3 entries: of its own, and no rows."""
    if not isinstance(rule, FailingMetrics):
        return
    counted = any(
        part.symbol == "_row" and tokens[part.start].low.rstrip("s") not in ("row", "record")
        for part in node.walk()
    )
    cells = [part.meaning for part in node.walk() if part.symbol == "column"]
    for cell in cells if counted else ():
        column = context.column(rule.table, cell.column) if isinstance(cell, Cell) else None
        if column is not None and _holds_lists(column):
            raise Misfit(
                f"the entries of a cell of {column.name} may be meant, which cannot be counted, or "
                f"the rows that share it: write 'rows' for these"
            )


def _holds_lists(column: Column) -> bool:
    """Whether most of its texts are lists."""
    held = [value for value in column.values if _SEVERAL.search(value)]
    return column.type == ColumnType.TEXT and len(held) > _MOST * len(column.values)
