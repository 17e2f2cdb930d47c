"""Words inside a sentence that only say why: such products are not for sale and are skipped.

Also a reach that a sum over the rows of one owner has anyway: over all locations.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.adds_nothing import is_anything
from backend.planner.offline.chart import Leaf
from backend.planner.offline.sure_columns import is_surely_column
from backend.planner.offline.tokens import Shape, Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Compare, Lookup, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_Told = tuple[int, Callable[[Rule], bool]]

_STATES = frozenset({"are", "is", "were", "was"})
_SPARED = frozenset({
    "skipped", "ignored", "exempt", "excluded", "fine", "ok", "okay", "allowed", "acceptable",
})  # fmt: skip
_NAMING = frozenset({"column", "table", "keynoun", "text", "number", "date", "cell"})
_FARTHEST = 6


def reason_given(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> _Told | None:
    """Are not for sale and: where it ends, before "are skipped", if it names nothing."""
    if tokens[at].low not in _STATES:
        return None
    for end in range(at + 2, min(at + 2 + _FARTHEST, len(tokens) - 2)):
        behind = [token.low for token in tokens[end + 1 : end + 3]]
        if tokens[end].low == "and" and behind[0] in _STATES and behind[1] in _SPARED:
            return None if _names_anything(at, end, found) else (end + 1, is_anything)
        if tokens[end].shape != Shape.WORD:
            return None
    return None


def _names_anything(start: int, end: int, found: Sequence[Leaf]) -> bool:
    inside = [leaf for leaf in found if start < leaf.start and leaf.end <= end]
    return any(leaf.symbol in _NAMING and leaf.cost < 1.0 for leaf in inside)


_HAVE = frozenset({"have", "has"})
_ENDS = frozenset({".", "!", ";"})


def none_there_is_fine(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> _Told | None:
    """Films still out have no return_date and are fine: a sentence on rows that a bound passes."""
    if at == 0 or tokens[at - 1].text not in _ENDS:
        return None
    have = next((end for end in range(at, len(tokens)) if tokens[end].low in _HAVE), len(tokens))
    if not at < have <= at + _FARTHEST or [token.low for token in tokens[have + 1 : have + 2]] != [
        "no"
    ]:
        return None
    cells = [leaf for leaf in found if leaf.start == have + 2 and is_surely_column(leaf)]
    end = max((leaf.end for leaf in cells), default=len(tokens))
    end += end < len(tokens) and tokens[end].low == "yet"
    behind = [token.low for token in tokens[end : end + 3]]
    if (
        len(behind) < 3
        or behind[0] != "and"
        or behind[1] not in _STATES
        or behind[2] not in _SPARED
    ):
        return None
    columns = {leaf.meaning.column for leaf in cells if isinstance(leaf.meaning, Cell)}
    return end + 3, lambda rule: len(columns) == 1 and _passes_empty(rule, columns)


def _passes_empty(rule: Rule, columns: set[str]) -> bool:
    """Whether a rule compares the column alone, so that an empty cell of it breaks nothing."""
    if not isinstance(rule, BrokenRows) or not isinstance(rule.must, Compare):
        return False
    sides = (rule.must.left, rule.must.right)
    read = {side.column for side in sides if isinstance(side, Cell)}
    read |= {mine for side in sides if isinstance(side, Lookup) for mine, _ in side.keys}
    return columns <= read and not rule.must.null_safe


_ACROSS = frozenset({"over", "across"})
_SURE = 1.3
"""What words cost that name a key by its noun: the locations of location_id."""


def over_all_of_them(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> _Told | None:
    """Over all locations: where it ends, and whether a total is taken over them anyway."""
    lows = [token.low for token in tokens[at : at + 2]]
    if len(lows) < 2 or lows[0] not in _ACROSS or lows[1] != "all":
        return None
    start = at + 2 + (at + 2 < len(tokens) and tokens[at + 2].low in ("the", "its", "their", "our"))
    here = [leaf for leaf in found if leaf.start == start and leaf.cost < _SURE]
    end = max((leaf.end for leaf in here if leaf.symbol in ("column", "table")), default=start)
    named = [leaf.meaning for leaf in here if leaf.end == end and leaf.symbol == "column"]
    columns = {cell.column for cell in named if isinstance(cell, Cell)}
    if not columns:
        return None
    return end, lambda rule: len(columns) == 1 and _adds_up_over(rule, columns)


def _adds_up_over(rule: Rule, columns: set[str]) -> bool:
    """Whether each of its measures is one total, which is parted by none of the columns."""
    totals = [part for part in walk(rule) if isinstance(part, Aggregate)]
    are_sums = bool(totals) and all(part.measure == Measure.SUM for part in totals)
    parted = {name for part in totals for name in part.by}
    parted |= {name for part in totals for pair in part.keys for name in pair}
    parted |= {*getattr(rule, "by", ())}
    return are_sums and parted.isdisjoint(columns)
