"""Words that name a yes-or-no column, and were read as words of the grammar instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_overlooked_flags(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that reads each flag which its words name: a pupil was absent.

    Raises:
        Misfit: such a word was read as one of the grammar, and its column is not read at all.
    """
    read = {part.column for part in walk(rule) if isinstance(part, Cell)}
    flags = {stems: column for column in _flags(context) for stems in _names(column)}
    for word in _spelled_out(node, tokens) if flags else ():
        column = flags.get(stems_of(word))
        if column is not None and column not in read:
            raise Misfit(
                f"{word!r} is a column that says yes or no, and the sentence reads as if it were "
                "not; put the column's name and its value into the sentence"
            )


def _flags(context: Context) -> Iterator[str]:
    for table in context.tables.values():
        for column in table.columns:
            if says_yes_or_no(value.lower() for value in column.values):
                yield column.name


def _names(column: str) -> Iterator[tuple[str, ...]]:
    """The words of its header, without "is" and "has"."""
    stems = stems_of(column)
    yield stems[1:] if stems[:1] in (("is",), ("has",)) else stems


def _spelled_out(node: Node, tokens: Sequence[Token]) -> Iterator[str]:
    """The words that the grammar itself spells."""
    if not node.children and node.symbol.startswith("="):
        yield from (token.low for token in tokens[node.start : node.end])
    for child in node.children:
        yield from _spelled_out(child, tokens)
