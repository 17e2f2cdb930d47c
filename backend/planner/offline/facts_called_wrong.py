"""A plain fact that its own sentence calls wrong: the age is above 50, that is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_THAT = frozenset({"that", "this"})
_BE = frozenset({"is", "would"})
_BAD = frozenset({"wrong", "mistake", "error", "not"})
_DEMANDS = frozenset({
    "must", "should", "may", "might", "can", "cannot", "could", "shall", "need", "needs", "has",
    "have", "ought", "no", "not", "never", "none", "nobody", "nothing", "only", "always", "any",
    "there", "does", "do", "are", "which", "?", "if", "where", "whenever", "when", "otherwise",
    "every", "each", "all", "flag", "list", "show", "find", "report", "mark", "highlight",
    "identify",
})  # fmt: skip
"""What a rule holds that says what is wanted, asks, or says what to flag."""


def refuse_facts_called_wrong(tokens: Sequence[Token]) -> None:
    """Pass what is no mere fact with "that is wrong" behind it: the fact is then what must not be.

    Raises:
        Misfit: there is nothing in front of it but a fact.
    """
    words = [token.low for token in tokens]
    for at in range(1, len(words) - 2):
        is_verdict = (
            words[at] in _THAT and words[at + 1] in _BE and words[at - 1] in (",", ";", ".")
        )
        if is_verdict and _BAD & {*words[at + 2 : at + 5]} and not _DEMANDS & {*words[:at]}:
            raise Misfit(
                "what its first part tells of is called wrong; say what must be, or what to flag"
            )
