"""Nouns behind a column that is an adjective: casual users, registered riders.

The column counts or measures what the noun tells. A noun that neither the tables nor the grammar
know, and that stands behind an adjective, can name nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.registers import grammar_words
from backend.planner.offline.sure_columns import reads_column_before
from backend.planner.offline.tokens import Shape, Token
from backend.rules.rule import Rule

_ADJECTIVE = ("ed", "al", "ive", "ous", "ic", "ary", "able", "ible", "less", "ful", "ing")
_BEHIND = frozenset({
    ".", ",", ";", "?", "!", ")", "and", "or", "than", "must", "should", "is", "are", "may", "can",
    "has", "have", "was", "were", "of", "in", "on", "at", "cannot", "never", "as", "to", "by",
})  # fmt: skip


def noun_counted(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where such a noun ends, and that the rule reads the column before it."""
    if at == 0 or not _is_foreign(tokens, at, found):
        return None
    before = tokens[at - 1]
    behind = tokens[at + 1].low if at + 1 < len(tokens) else "."
    if behind not in _BEHIND or not before.low.endswith(_ADJECTIVE):
        return None
    reads = reads_column_before(at, found)
    return (at + 1, reads) if reads else None


def _is_foreign(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> bool:
    """Whether it is a plural that stands for itself, or for what a row is of."""
    token = tokens[at]
    is_many = token.low.endswith("s") and not token.low.endswith(("ss", "us", "is"))
    if token.shape != Shape.WORD or not is_many or token.low in grammar_words():
        return False
    idle = ("bare", "keynoun", f"={token.low}")
    return all(leaf.symbol in idle for leaf in found if leaf.start == at)
