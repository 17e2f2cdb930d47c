"""Words about texts that a reading takes for others: "a two-letter path", "the number in code"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.tokens import Token

_SIZED = frozenset({"letter", "digit", "character", "sign"})
_BEGINS = ["_starts", "pieces"]
_OPEN_END = re.compile(r"[+?]$|[\]d]\{\d+,\d+\}$")
"""Some of a kind of signs, perhaps one, or from so many to so many."""
_SO_MANY = frozenset({"exactly", "just", "only", "precisely"})
_WITHIN = frozenset({"in", "within", "inside"})


def refuse_misheard_texts(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes no noun for a text, and no column for the rows it is in.

    Raises:
        Misfit: "a two-letter path" as two letters before "path"; or "the number in code" as a
            number of the rows, where the column's own text may be meant.
    """
    for part in node.walk():
        if part.symbol == "pieces" and len(part.children) > 1:
            _refuse_noun_behind_size(part, tokens)
        if part.symbol == "verb" and [each.symbol for each in part.children] == _BEGINS:
            _refuse_open_beginning(part.children[1], tokens)
        if part.symbol == "part_word" and part.start:
            _refuse_kind_as_part(part, tokens)
        if part.symbol == "keynoun" and part.start:
            _refuse_column_as_rows(part, context, tokens)


def _refuse_open_beginning(pieces: Node, tokens: Sequence[Token]) -> None:
    """# followed by letters, by exactly seven digits or perhaps one: by nothing else, or what not.

    Starts with # followed by seven digits says of what comes behind them that it is open.
    """
    parts: tuple[tuple[str, str], ...] = tuple(pieces.meaning)  # type: ignore[arg-type]
    is_exact = not _SO_MANY.isdisjoint(t.low for t in tokens[pieces.start : pieces.end])
    if len(parts) > 1 and (is_exact or _OPEN_END.search(parts[-1][0])):
        word = tokens[pieces.end - 1].text
        raise Unclear(
            f"say whether anything but these {word} may follow: end with 'and nothing else', or "
            "say how many there must be at least"
        )


def _refuse_kind_as_part(part: Node, tokens: Sequence[Token]) -> None:
    """Red, blue or a colour: a kind of words, and no word."""
    first = part.start if part.end - part.start > 1 else part.start - 1
    if tokens[first].low in ("a", "an", "any", "some"):
        word = tokens[part.end - 1].text
        raise Misfit(f"{word!r} tells a kind of parts; put it in quotes if that word is meant")


def _refuse_noun_behind_size(part: Node, tokens: Sequence[Token]) -> None:
    before, behind = part.children[0], part.children[-1]
    word = tokens[behind.start]
    is_sized = before.end == behind.start and tokens[before.end - 1].low in _SIZED
    is_counted = before.end - before.start > 1 and tokens[before.end - 2].low not in ("a", "one")
    if is_sized and is_counted and word.text.isalpha() and word.low not in _SIZED:
        raise Misfit(f"{word.text!r} is told of its letters, and may be no text by itself")


def _refuse_column_as_rows(part: Node, context: Context, tokens: Sequence[Token]) -> None:
    named = tokens[part.start].low
    if part.end - part.start > 1 or tokens[part.start - 1].low not in _WITHIN:
        return
    for table in context.tables.values():
        for column in table.columns:
            if column.name.lower() == named and column.reads_as == ColumnType.TEXT:
                raise Misfit(f"'in {named}' may be in the text of {column.name}, or in its rows")
