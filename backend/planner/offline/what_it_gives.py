"""What a text stands for, told beside what it must be: it gives the sex and must be M or F.

The words name no column, so that nothing is asked of what it stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.adds_nothing import is_anything
from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.rules.rule import Rule

_GIVES = frozenset({
    "gives", "give", "tells", "tell", "shows", "show", "encodes", "encode", "denotes", "denote",
    "indicates", "indicate", "says", "say", "names",
})  # fmt: skip
_DUTIES = frozenset({"must", "should", "has", "may", "can"})
_BARRED = frozenset({
    "not", "no", "never", "if", "when", "only", "same", "whether", "how", "which", "neither",
    "none", "gap", "gaps", "order", "orders", "repeat", "repeats", "duplicates", "jumps",
    "outliers", "increasing", "decreasing", "ascending", "descending", "rising", "falling",
    "growing",
    "alternating", "consecutive", "unique", "distinct", "different", "equal", "identical",
    "sum", "sums", "total", "totals", "product", "difference", "average", "mean", "median", "ratio",
    "highest", "lowest", "largest", "smallest", "greatest", "latest", "earliest", "maximum",
    "minimum", "most", "least", "more", "less", "twice", "half", "double", "each", "every", "all",
    "one", "two", "three", "both", "exactly", "once", "always", "other", "another",
})  # fmt: skip
"""What makes a duty or a sum of what it gives: it shows no gaps."""
_LONGEST = 7


def what_it_gives(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Gives the sex and: where it ends, before "must", if it names no column."""
    if at < 2 or tokens[at].low not in _GIVES:
        return None
    if tokens[at + 1 : at + 2] and tokens[at + 1].low in _BARRED:
        return None
    for end in range(at + 2, min(at + _LONGEST, len(tokens) - 1)):
        token = tokens[end]
        if token.low == "and" and tokens[end + 1].low in _DUTIES:
            return None if _names_anything(at, end, found) else (end + 1, is_anything)
        if token.shape != Shape.WORD or token.low in _BARRED:
            return None
    return None


def _names_anything(start: int, end: int, found: Sequence[Leaf]) -> bool:
    inside = [leaf for leaf in found if start < leaf.start and leaf.end <= end]
    naming = ("column", "table", "keynoun", "cell", "number")
    return any(leaf.symbol in naming and leaf.cost < 1.0 for leaf in inside)
