"""The chief: whoever a row's own column leads to, or the one row whose role is that of chief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell

_OWN = frozenset({"its", "their", "his", "her", "own"})
_LEADING = frozenset({"superior", "kin", "key_row"})


def refuse_values_as_superiors(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no word for a superior is a value of another column.

    Raises:
        Unclear: "nobody may earn more than the chief" was read of everybody's own superior,
            although a role is called chief.
    """
    _refuse_values_as_owners(node, context, tokens)
    for part in node.walk():
        if part.symbol not in _LEADING or not isinstance(part.meaning, Cell):
            continue
        before = tokens[part.start - 1].low if part.start else ""
        words = tokens[part.start : part.end]
        if len(words) != 1 or before in _OWN:
            continue
        for column in _columns_with(words[0].text, part.meaning, context):
            raise Unclear(
                f"{words[0].text!r} is a value of {column}, and {part.meaning.column} leads to "
                f"each row's own; write 'their {words[0].text}' if that one is meant"
            )


def _refuse_values_as_owners(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Field agents, by the column field_agent_no that leads to them: a role is called so."""
    for part in node.walk():
        words = [token.text for token in tokens[part.start : part.end]]
        if part.symbol != "keys" or len(words) < 2 or not all(word.isalpha() for word in words):
            continue
        told = tuple(each for word in words for each in stems_of(word))
        for table in context.tables.values():
            for column in table.columns:
                if told in map(stems_of, column.values):
                    raise Misfit(f"{' '.join(words)!r} is a value of {column.name}")


def _columns_with(word: str, key: Cell, context: Context) -> Iterator[str]:
    for table in context.tables.values():
        for column in table.columns if table.column(key.column) is not None else ():
            values = map(stems_of, column.values)
            if column.name != key.column and stems_of(word) in values:
                yield column.name
