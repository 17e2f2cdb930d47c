"""What says that only the filled cells of a column are meant: every email that is given.

Where the rule leaves rows alone that have none, it says so already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.leave_checks import passes_empty
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_OF_ALL = frozenset({"every", "each", "any", "all", "a", "an", "the", "where"})
_FILLED = frozenset({"filled", "given", "non-empty", "non-blank", "nonempty", "nonblank"})
_THERE = tuple(
    tuple(told.split())
    for told in (
        "filled in", "filled", "given", "present", "recorded", "entered", "there", "known", "set",
        "provided", "stated", "specified", "on file", "on record", "not empty", "not blank",
        "not missing", "not null", "available",
    )
)  # fmt: skip
_HAS_ONE = tuple(
    tuple(told.split()) for told in ("has a value", "have a value", "holds a value", "hold a value")
)

Told = tuple[int, Callable[[Rule], bool]]


def given_at(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """Words here that say of the column beside them that it is filled, and where they end."""
    if tokens[at].low in _FILLED and at and tokens[at - 1].low in _OF_ALL:
        beside = [leaf for leaf in found if leaf.start == at + 1 and is_surely_column(leaf)]
        return _told(at + 1, beside) if beside else None
    if tokens[at].low not in ("that", "which"):
        return None
    end = _end(tokens, at + 1)
    beside = [leaf for leaf in found if leaf.end == at and is_surely_column(leaf)]
    return _told(end, beside) if end is not None and beside else None


def _told(end: int, beside: Sequence[Leaf]) -> Told:
    columns = {leaf.meaning.column for leaf in beside if isinstance(leaf.meaning, Cell)}
    return end, lambda rule: all(passes_empty(rule, column) for column in columns)


def _end(tokens: Sequence[Token], at: int) -> int | None:
    """Behind "is given" or "has a value"."""
    words = [token.low for token in tokens[at : at + 3]]
    if words[:1] in (["is"], ["are"]):
        ends = (at + 1 + len(told) for told in _THERE if tuple(words[1 : 1 + len(told)]) == told)
        return max(ends, default=None)
    return at + 3 if tuple(words) in _HAS_ONE else None
