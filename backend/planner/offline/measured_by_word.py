"""Words behind an amount that say what is measured: 165 cm tall, in a rule about the height.

Also days that are said to be allowed where a comparison of days allows them anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare
from backend.rules.rule import Rule

Told = tuple[int, Callable[[Rule], bool]]

_MEASURED = {
    "tall": {"height"}, "high": {"height"}, "wide": {"width"}, "broad": {"width", "breadth"},
    "deep": {"depth"}, "thick": {"thickness"}, "long": {"length"},
}  # fmt: skip
_SAME_DAY = re.compile(
    r"[a-z]+ing(?: it| them| in| out| up| off| back)?(?: again)? on (?:the|that) "
    r"(?:(?:very )?same |very )?day(?: of [a-z]+| (?:it|they|one|he|she) [a-z]+(?: [a-z]+)?)? "
    r"(?:is|are) (?:also |quite |perfectly )?(?:fine|allowed|ok|okay|permitted|all right|possible|"
    r"acceptable)"
)
_ENDS = (".", "!")


def measured_by_word(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """Where such a word ends, and whether the rule is about that measure alone."""
    names = _MEASURED.get(tokens[at].low)
    is_behind = any(leaf.symbol == "unit" and leaf.end == at for leaf in found)
    if names is None or at < 2 or not is_behind or tokens[at - 2].shape != Shape.NUMBER:
        return None
    return at + 1, lambda rule: _is_about(rule, names)


def _is_about(rule: Rule, names: set[str]) -> bool:
    """Whether it compares one column, whose header tells the measure."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    if not isinstance(must, Compare) or not isinstance(must.left, Cell):
        return False
    return bool(names & {*stems_of(must.left.column)})


def same_day_granted(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> Told | None:
    """Where it ends that leaving on the day of arrival is allowed, if days may be equal anyway."""
    if at == 0 or tokens[at - 1].text not in (";", ".", ",", ":"):
        return None
    end = next((far for far in range(at, len(tokens)) if tokens[far].text in _ENDS), len(tokens))
    words = " ".join(token.low for token in tokens[at:end])
    return (end, _grants_equal) if _SAME_DAY.fullmatch(words) else None


def _grants_equal(rule: Rule) -> bool:
    must = rule.must if isinstance(rule, BrokenRows) else None
    if not isinstance(must, Compare) or must.sign not in ("<=", ">="):
        return False
    return isinstance(must.left, Cell) and isinstance(must.right, Cell)
