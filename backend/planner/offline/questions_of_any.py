"""Do we have a phone for any locker? Any of the sizes must be M: one of them, or every one."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ASKING
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Any as AnyOf
from backend.rules.rule import Rule

_BEFORE = frozenset({"for", "of", "from", "on", "in", "with", "about", "by", "at"})
_DUTIES = frozenset({"must", "should", "shall"})
_LISTED = frozenset({",", "or", "and"})
_DENIALS = frozenset({
    "no", "not", "never", "without", "missing", "lack", "lacks", "empty", "blank", "none", "nor",
})  # fmt: skip


def refuse_any_in_questions(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes no "any" for every where one at least may be meant.

    Raises:
        Misfit: "do we have a phone for any locker?" was read of every locker, "any of the
            sizes must be M" of all of them.
    """
    lows = [token.low for token in tokens]
    if not isinstance(rule, BrokenRows) or not lows or _DENIALS & {*lows}:
        return
    if lows[0] not in ASKING:
        _refuse_any_of_them(rule, lows)
        return
    places = {part.start for part in node.walk() if part.symbol in ("rows", "expr", "cell")}
    for at in range(1, len(lows) - 1):
        is_asked = lows[at] == "any" and lows[at - 1] in _BEFORE
        if is_asked and {at, at + 1} & places:
            raise Misfit(
                f"it is not clear whether '{lows[at - 1]} any' asks it of every row or of one at "
                f"least: write '{lows[at - 1]} every'"
            )


def _refuse_any_of_them(rule: BrokenRows, lows: Sequence[str]) -> None:
    """Any of the sizes must be M; but any of a, b or c is one of them."""
    is_any = lows[:2] == ["any", "of"] and not isinstance(rule.must, AnyOf)
    duty = next((at for at, low in enumerate(lows) if low in _DUTIES), 0)
    if is_any and duty and not _LISTED & {*lows[:duty]}:
        raise Misfit("it is not clear whether 'any of' means each or one at least: write 'every'")
