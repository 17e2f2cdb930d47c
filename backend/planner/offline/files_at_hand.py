"""The one table at hand by a word for what it is: the log, our register, the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Token

_FILES = frozenset({
    "log", "list", "table", "file", "sheet", "data", "dataset", "register", "book", "calendar",
    "database", "diary", "journal", "ledger", "logbook", "spreadsheet", "export", "history",
})  # fmt: skip
_OURS = frozenset({"the", "our", "this", "my", "whole", "entire"})


def file_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The table, where there is but one, and its word names no column, value or table by itself."""
    low = tokens[at].low
    if low not in _FILES or len(lexicon.tables) != 1:
        return
    if at and tokens[at - 1].low not in _OURS and tokens[at - 1].text not in ".;:,":
        return
    in_headers = any(low in named.stems for named in lexicon.columns)
    if not in_headers and low not in lexicon.values:
        (table,) = lexicon.tables
        yield Leaf("the_file", at, at + 1, table, 0.0, f"table {table}")
