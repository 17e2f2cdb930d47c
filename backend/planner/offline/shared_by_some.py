"""So many rows that share their value: of one value each, or of all that share any with another."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Unclear
from backend.planner.offline.tokens import Token
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.rule import Rule

_OWN = frozenset({"their", "its", "his", "her"})


def refuse_shared_by_some(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that counts the rows of each value, where its words tell of one value.

    Raises:
        Unclear: "no more than 2 people may share their email" may be told of all who share one.
    """
    if not isinstance(rule, FailingMetrics) or not rule.by:
        return
    words = [token.low for token in tokens]
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        if one == "share" and two in _OWN and "with" not in words:
            raise Unclear(
                f"it is not clear whether the rows of one {three} are counted, or all that share "
                f"theirs; say 'the same {three}', or 'share {two} {three} with another row'"
            )
