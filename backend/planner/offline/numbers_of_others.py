"""So many of one column for another: no guest may have two rooms, in a table of bills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import NUMBER_WORDS, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, Reads
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_COUNTS = frozenset({"count", "number", "total", "sum", "many", "much"})


def refuse_numbers_of_others(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that takes no number of rooms that a guest has for the number of a room.

    Raises:
        Misfit: "no guest may have two rooms" was read of each row's room, which is not 2.
    """
    table = context.tables.get(rule.table)
    if not isinstance(rule, BrokenRows) or table is None:
        return
    headers = {stems_of(column.name): column.name for column in table.columns}
    owners = [
        headers[stems_of(tokens[part.start].text)]
        for part in node.walk()
        if part.symbol == "keynoun" and stems_of(tokens[part.start].text) in headers
    ]
    owners = [name for name in owners if stems_of(name) != stems_of(rule.table)]
    counted = [name for name in _counted(node, rule, tokens) if name not in owners]
    if owners and counted:
        raise Misfit(
            f"it is not clear whether {counted[0]} is that number, or how many a {owners[0]} has: "
            f"write '{counted[0]} must …', or 'each {owners[0]} must have at most … different "
            f"{counted[0]}'"
        )


def _counted(node: Node, rule: BrokenRows, tokens: Sequence[Token]) -> Iterator[str]:
    """The columns that are held against a number which stands before their plural."""
    held = {
        part.left.column
        for part in walk(rule)
        if isinstance(part, Compare) and isinstance(part.left, Cell) and _is_number(part.right)
    }
    for part in node.walk():
        cell = part.meaning
        if part.symbol != "column" or not isinstance(cell, Cell) or cell.column not in held:
            continue
        before = tokens[part.start - 1].low if part.start else ""
        is_number = before in NUMBER_WORDS or before.isdigit()
        if is_number and not _COUNTS & {*stems_of(cell.column)}:
            yield cell.column


def _is_number(value: object) -> bool:
    return isinstance(value, Constant) and value.reads == Reads.NUMBER
