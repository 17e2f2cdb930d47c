"""A length that is measured, and not counted in characters: the length of a ship."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import All, Any, Apply, Cell, Compare, Constant, Not
from backend.rules.language.walk import walk
from backend.rules.language.words import Function
from backend.rules.rule import Rule

_LENGTH = "length"
_IN_SIGNS = frozenset({
    "character", "characters", "chars", "letters", "signs", "digits", "symbols", "string", "text",
})  # fmt: skip


def refuse_overlooked_lengths(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that counts no characters where a column of lengths may be meant.

    Raises:
        Misfit: it counts the characters of a length; or it reads no column of that name.
    """
    parts = list(walk(rule))
    counted = [
        part.of for part in parts if isinstance(part, Apply) and part.function == Function.LENGTH
    ]
    if any(isinstance(of, Cell) and _LENGTH in stems_of(of.column) for of in counted):
        raise Misfit("a column of lengths is none of texts whose characters are counted")
    if not counted or _IN_SIGNS & {token.low for token in tokens}:
        return
    refuse_amounts_told_by_length(rule, context, tokens)
    if not any(token.low == _LENGTH for token in _spelled(node, tokens)):
        return
    read = {part.column for part in parts if isinstance(part, Cell)}
    for table in rule.tables():
        for column in context.tables[table].columns:
            if _LENGTH in stems_of(column.name) and column.name not in read:
                raise Misfit(
                    f"'length' may be the column {column.name!r}, or how many characters a text "
                    "has; write the column's name, or 'characters'"
                )


def refuse_amounts_told_by_length(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that compares two texts by length where a column holds no text.

    Raises:
        Misfit: one wait is longer than another, and not written with more characters.
    """
    if any(token.low == _LENGTH for token in tokens):
        return
    for atom in walk(rule):
        if not isinstance(atom, Compare):
            continue
        counted = [
            part.of
            for side in (atom.left, atom.right)
            for part in walk(side)
            if isinstance(part, Apply) and part.function == Function.LENGTH
        ]
        cells = [of for of in counted if isinstance(of, Cell)]
        for cell in cells if len(counted) > 1 else ():
            column = context.column(cell.table or rule.table, cell.column)
            if column is not None and column.reads_as != ColumnType.TEXT:
                raise Misfit(f"{cell.column} holds no text; say 'characters' if those are meant")


def refuse_lengths_beside_values(rule: Rule) -> None:
    """Pass a reading in which the numbers of a list are all values, or all lengths.

    Raises:
        Misfit: "not 8 or 11 characters long" as the value 8, or 11 characters.
    """
    for joined in walk(rule):
        if not isinstance(joined, All | Any):
            continue
        told = [part.part if isinstance(part, Not) else part for part in joined.parts]
        pairs = [(part.left, part.right) for part in told if isinstance(part, Compare)]
        lengths = {
            left.of
            for left, _ in pairs
            if isinstance(left, Apply) and left.function == Function.LENGTH
        }
        for left, right in pairs:
            is_number = isinstance(right, Constant) and str(right.value).isdigit()
            if is_number and left in lengths:
                raise Misfit("one number is a value and another a length; say 'characters' of both")


def _spelled(node: Node, tokens: Sequence[Token]) -> Iterator[Token]:
    if not node.children and node.symbol.startswith("="):
        yield from tokens[node.start : node.end]
    for child in node.children:
        yield from _spelled(child, tokens)
