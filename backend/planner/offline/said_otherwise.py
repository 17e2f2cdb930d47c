"""Words for things that have a shorter name: has to for must, columns for all of a table's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell, Constant, Reads

_COLUMNS = frozenset({"column", "columns", "field", "fields", "cell", "cells"})


def whole_table(token: Token, at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """All columns, where one table is at hand; a network of addresses."""
    if token.low in _COLUMNS and len(lexicon.tables) == 1:
        cells = tuple(
            Cell(table=named.table, column=named.column.name) for named in lexicon.columns
        )
        yield Leaf("table_columns", at, at + 1, cells, 0.0, "every column")
    if "/" in token.text and token.text.count(".") == 3 and token.shape == Shape.WORD:
        mark = Constant(value=token.text, reads=Reads.TEXT)
        yield Leaf("network_mark", at, at + 1, mark, 0.0, "network")


_DUTIES = {
    ("has", "to"): "must", ("have", "to"): "must", ("needs", "to"): "must", ("need", "to"): "must",
    ("ought", "to"): "should", ("shall",): "must",
    ("is", "allowed", "to"): "may", ("are", "allowed", "to"): "may",
}  # fmt: skip


def spoken_duty(tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """Has to, for must."""
    for words, meant in _DUTIES.items():
        found = tuple(token.low for token in tokens[start : start + len(words)])
        if found == words:
            yield Leaf(f"={meant}", start, start + len(words), True, 0.01)
