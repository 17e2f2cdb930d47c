"""Nouns for the rows of the one table at hand: readings, samples, what its first column numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of

_ANY_ROW = frozenset({
    "reading", "measurement", "sample", "instance", "event", "object", "datum", "document", "thing",
    "element", "example", "registration", "submission",
})  # fmt: skip
"""What any row may be called; a narrower noun may well mean only some of them."""


def row_noun_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The rows of the only table, by a noun that names nothing else in it."""
    token = tokens[at]
    if len(lexicon.tables) != 1 or token.shape != Shape.WORD or not token.low.isalpha():
        return
    singular = stem(token.low)
    (table,) = lexicon.tables
    is_one = singular == token.low and singular not in _ANY_ROW
    if is_one or _is_named(singular, token.low, lexicon):
        return
    if singular in _ANY_ROW or _is_numbered(singular, table, lexicon) or _is_in(singular, table):
        yield Leaf("keynoun", at, at + 1, table, 0.6, f"rows of {table}")


def _is_named(singular: str, low: str, lexicon: Lexicon) -> bool:
    """Whether it is the name of a column, a table or a value."""
    if (singular,) in lexicon.table_stems.values() or {singular, low} & set(lexicon.values):
        return True
    return any(named.stems == (singular,) for named in lexicon.columns)


def _is_numbered(singular: str, table: str, lexicon: Lexicon) -> bool:
    """Lockers, where the first column is locker_no, however often each is there."""
    first = stems_of(lexicon.tables[table].columns[0].name)
    bare = tuple(word for word in first if word not in ID_WORDS)
    return bare == (singular,) and len(first) > 1


def _is_in(singular: str, table: str) -> bool:
    """Runs of pilot_runs_2026: a plural that the table's own name holds."""
    words = [part for part in table.lower().replace("-", "_").split("_") if part.isalpha()]
    return any(word != singular and stem(word) == singular for word in words)
