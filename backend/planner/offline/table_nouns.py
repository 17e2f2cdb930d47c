"""Rows by part of their table's name: lines for order_items, an order for SalesOrderHeader."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.neutral_nouns import is_bones
from backend.planner.offline.words import root


def like_lines(words: tuple[str, ...]) -> tuple[str, ...]:
    """Order lines, order items, order details: the rows that an order is made of."""
    return (*words[:-1], "line") if words[-1:] and words[-1] in _LINES else words


_LINES = frozenset({"line", "item", "detail", "position", "row", "entry"})


def is_part_of(stems: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a table is called by all its words but its first or last, or stns by station."""
    if len(words) < 2:
        return len(stems) == 1 and is_bones(words[0], stems[0])
    roots = tuple(map(root, stems))
    is_head = words[-1] in ("header", "history") and stems == words[1:-1]
    return is_head or stems in (words[:-1], words[1:]) or roots == tuple(map(root, words[:-1]))


_LAYERS = frozenset(
    {"raw", "stg", "staging", "stage", "dim", "fact", "fct", "tbl", "src", "dst", "int"}
)
_COPIES = frozenset({"sample", "demo", "data", "table", "raw", "staging", "export", "dump"})


def bare_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """A table's name without what only tells where it is kept: the payments of raw_payments."""
    if len(words) < 2:
        return words
    return words[1:] if words[0] in _LAYERS else words[:-1] if words[-1] in _COPIES else words


def names_of(
    words: tuple[str, ...], tables: Sequence[tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """What rows are called before the name of a column: in full, barely, as the lines of orders."""
    ends = [each for each in tables if each[-1:] in (words[-1:], ("line",))]
    is_own = len(words) > 1 and {*ends} <= {words}
    is_line = is_own and words[-1] in _LINES - {"row", "entry"}
    return (words, bare_name(words), *([words[-1:]] * is_own), *([("line",)] * is_line))


def are_its_lines(stems: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Lines, for order_items; the details of SalesOrderDetail."""
    is_own = len(words) > 2 and stems == words[-1:] and words[-1] in _LINES - {"row", "entry"}
    is_line = stems == ("line",) and words[-1] in _LINES - {"line", "row"}
    return is_own or (is_line and len(words) > 1)
