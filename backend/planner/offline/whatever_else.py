"""Columns that a rule does not depend on: one time a flight, whatever the source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_OPENINGS = (
    ("whatever", "the"), ("whatever", "its"), ("whatever", "their"), ("whichever", "the"),
    ("regardless", "of", "the"), ("regardless", "of"), ("irrespective", "of", "the"),
    ("irrespective", "of"), ("independent", "of", "the"), ("independently", "of", "the"),
    *(("not", "even", word, other) for word in ("by", "for", "on", "in", "at", "with", "under")
      for other in ("different", "other", "two", "several")),
    *(("not", "even", word) for word in ("across", "between", "among")),
    ("no", "matter", "which"), ("no", "matter", "the"), ("no", "matter", "what", "the"),
)  # fmt: skip
_OTHERWISE = frozenset({"case", "order", "spelling", "sign", "spaces", "direction", "letter"})
"""What a rule may well depend on, even where a header has the word."""
_NEAR, _NEARLY = 0.7, 1.3


def whatever_else(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where "whatever the source" ends, and whether a rule leaves that column out of account."""
    words = tuple(token.low for token in tokens[at : at + 4])
    opening = max((each for each in _OPENINGS if words[: len(each)] == each), key=len, default=())
    start = at + len(opening)
    if not opening or start >= len(tokens) or tokens[start].low in _OTHERWISE:
        return None
    cells = [
        leaf
        for leaf in found
        if leaf.symbol == "column" and leaf.start == start
        if leaf.cost <= (_NEARLY if opening[:2] == ("not", "even") else _NEAR)
    ]
    if not cells:
        return None
    end = max(leaf.end for leaf in cells)
    columns = {leaf.meaning.column for leaf in cells if isinstance(leaf.meaning, Cell)}
    if end < len(tokens) and tokens[end].low in ("is", "was", "are"):
        end += 1
    return end, lambda rule: not columns & {column for _, column in rule.reads()}
