"""Which rows "only the repeats" are: all copies, or those behind the first."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.duplicates import Duplicates
from backend.rules.rule import Rule

_REPEATS = frozenset({"repeat", "repeats", "repetition", "repetitions"})


def refuse_only_repeats(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a rule that shows all copies, unless only what repeats is asked for.

    Raises:
        Misfit: the first of them repeats nothing.
    """
    if not isinstance(rule, Duplicates) or rule.keep != "all":
        return
    for at, token in enumerate(tokens):
        before = {each.low for each in tokens[max(0, at - 2) : at]}
        if token.low in _REPEATS and "only" in before:
            raise Misfit(
                f"'only {token.low}' may leave out the first of them or not; say 'flag all copies' "
                "or 'flag the later ones'"
            )
