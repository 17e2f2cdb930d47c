"""Values that are said to be none before the rule that they break: 'X' is no real code: each has …

Such a value explains a rule of one column that it does not keep, and no rule that it keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.equivalence import fits
from backend.planner.offline.tokens import Shape, Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Constant, It, Not, Reads
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

Told = tuple[int, Callable[[Rule], bool]]

_ENDS = frozenset({":", ";", "."})
_REAL = frozenset({"real", "valid", "proper", "true", "actual", "genuine", "correct", "good"})
_LONGEST = 8


def counterexample_at(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """Where "'X' is not a real code:" ends, and whether a rule is of one column and forbids X."""
    if at or tokens[0].shape != Shape.QUOTED:
        return None
    end = next((far for far, token in enumerate(tokens) if token.low in _ENDS), None)
    if end is None or end > _LONGEST or end + 1 == len(tokens):
        return None
    lows = [token.low for token in tokens[1:end]]
    is_denied = lows[:2] in (["is", "not"], ["is", "no"], ["are", "no"], ["are", "not"])
    noun = [low for low in lows[2:] if low not in _REAL | {"a", "an", "the"}]
    if not is_denied or not noun or not all(word.shape == Shape.WORD for word in tokens[1:end]):
        return None
    shown = Constant(value=tokens[0].text, reads=Reads.TEXT)
    named = {
        leaf.meaning.column
        for leaf in found
        if leaf.symbol == "column" and isinstance(leaf.meaning, Cell) and leaf.end <= end
    }
    return end + 1, lambda rule: _forbids(rule, shown, named)


def _forbids(rule: Rule, shown: Constant, named: set[str]) -> bool:
    """Whether it is of one column, of which this was said if any was named, and not true of it."""
    if not isinstance(rule, BrokenRows) or rule.where is not None:
        return False
    cells = {part for part in walk(rule.must) if isinstance(part, Cell)}
    must = rewrite(rule.must, lambda part: It() if isinstance(part, Cell) else None)
    is_named = not named or {cell.column for cell in cells} <= named
    return len(cells) == 1 and is_named and fits(Not(part=must), shown)
