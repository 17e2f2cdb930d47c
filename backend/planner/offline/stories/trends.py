"""Trends told of all rows before a rule: heavier cars use more fuel; the longer, the dearer."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.tokens import Shape

_MORE = frozenset({"more", "less", "fewer", "better", "worse"})
_SHORTEST = 5
_BARRED = frozenset({
    "than", "never", "not", "no", "must", "should", "may", "can", "only", "if", "when", "unless",
    "except", "number", "order", "paper", "other", "under", "over", "after",
})  # fmt: skip
_HEADER = 0.3


def trend(clause: Clause, named: Mentions) -> frozenset[str] | None:
    """What a trend before a colon names; nothing where it is none."""
    places = [at for at in range(clause.body, clause.end) if named.tokens[at].shape != Shape.SIGN]
    lows = [named.tokens[at].low for at in places]
    is_before = named.tokens[clause.end - 1].text == ":"
    is_tale = is_before and clause.role in (Role.MOTTO, Role.TALE)
    if not is_tale or not _is_trend(lows) or _BARRED & {*lows}:
        return None
    if any(named.tokens[at].shape != Shape.WORD or named.is_echo(at) for at in places):
        return None
    told = (named.held(at) for at in places if named.is_header(at, _HEADER))
    return frozenset[str]().union(*told)


def _is_trend(lows: Sequence[str]) -> bool:
    """Whether one grade goes with another: heavier … more; the lower … the more."""
    graded = [at for at, low in enumerate(lows) if _is_graded(low)]
    if lows[:1] == ["the"]:
        return len(graded) > 1 and graded[0] == 1 and lows[graded[-1] - 1] == "the"
    is_more = any(lows[at] in _MORE for at in graded[1:])
    return len(graded) > 1 and graded[0] == 0 and is_more


def _is_graded(low: str) -> bool:
    return low in _MORE or (len(low) >= _SHORTEST and low.endswith("er") and low not in _BARRED)
