"""The files of the data folder as sentences name them: the orders file, orders.csv, every file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.context import Misfit
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stems_of
from backend.rules.phrasing import Statement

ROWS_BY_THEN = "rows-by-then"
"""A remark: rows must be there by a time of day, and it is not told which column tells that."""
_WORDS = frozenset({"file", "files"})
_EACH = frozenset({"every", "each", "all", "any", "the", "no"})
_LONGEST_NAME = 3


def named_file_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Which file is meant, where the list of the files is asked."""
    lists = [name for name, table in lexicon.tables.items() if not table.file]
    if len(lists) != 1:
        return
    files = [value for held in lexicon.values.values() for table, column, value in held
             if (table, column) == (lists[0], "file")]  # fmt: skip
    yield from _whole_names(tokens, at)
    yield from _by_topic(tokens, at, files)
    start = at + 1 if tokens[at].low in _EACH and at + 1 < len(tokens) else at
    if tokens[start].low in _WORDS and (start > at or tokens[start].low == "files"):
        yield Leaf("all_files", at, start + 1, lists[0], 0.0, "every file")


def _whole_names(tokens: Sequence[Token], at: int) -> Iterator[Leaf]:
    """orders.csv, the file 'orders.csv'."""
    here = at + 1 if tokens[at].low == "file" and at + 1 < len(tokens) else at
    token = tokens[here]
    stem, dot, ending = token.text.rpartition(".")
    is_name = token.shape in (Shape.WORD, Shape.QUOTED) and bool(stem and dot) and ending.isalnum()
    if is_name:
        end = here + 2 if here == at and _is_file(tokens, here + 1) else here + 1
        yield Leaf("data_file", at, end, token.text, 0.0, f"the file {token.text}")


def _is_file(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].low == "file"


def _by_topic(tokens: Sequence[Token], at: int, files: Sequence[str]) -> Iterator[Leaf]:
    """The orders file, where one file at hand is called so."""
    for end in range(at + 1, min(len(tokens), at + _LONGEST_NAME) + 1):
        if not _is_file(tokens, end):
            continue
        wanted = tuple(stem for token in tokens[at:end] for stem in stems_of(token.text))
        found = [file for file in files if stems_of(file.rpartition(".")[0]) == wanted]
        if len(found) == 1:
            yield Leaf("data_file", at, end + 1, found[0], 0.0, f"the file {found[0]}")


def refuse_rows_by_then(statement: Statement) -> None:
    """Pass a statement that tells by which column rows are there in time.

    Raises:
        Misfit: today's rows must be there by a time of day.
    """
    if any(remark.kind == ROWS_BY_THEN for remark in statement.remarks):
        raise Misfit(
            "it is not clear which column tells when a row came, and whether one row or every row "
            "of today is meant; write 'there must be at least one order with created_at today by "
            "09:00', or 'created_at must be today by 09:00', for instance"
        )
