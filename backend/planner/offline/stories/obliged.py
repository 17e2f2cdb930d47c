"""Whether a clause in front of a rule asks for something itself, and is thus no mere background.

The full scale must be used: every mark must be at most 6. What is asked for first is lost where
only the rule behind it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.cues import DENIALS
from backend.planner.offline.stories.mentions import Mentions

_MODALS = frozenset({"must", "should", "shall", "ought"})
_BEFORE_TO = frozenset({"has", "have", "need", "needs", "is", "are", "ought"})
_VAGUE = frozenset({
    "modest", "worth", "fair", "sensible", "plausible", "reasonable", "safe", "honest", "serious",
    "credible", "realistic", "affordable", "believable", "sane", "careful", "trustworthy",
})  # fmt: skip
"""What a rule behind the colon alone makes exact."""
_WHOLE = frozenset({"full", "whole", "entire", "complete"})
_SCALES = frozenset({"scale", "range", "spectrum"})
_TELLING = frozenset({Role.MOTTO, Role.TALE})


def obliges(clause: Clause, named: Mentions) -> bool:
    """Whether it has a duty of its own: must be used, has to be covered, are to be closed.

    What must not happen to anybody is the reason why; so is what a consequence follows, and what
    is too vague to be a rule: bargains should be modest, stouts should be dark.
    """
    if clause.role not in _TELLING or _is_quality(clause, named):
        return False
    lows = [token.low for token in named.tokens[clause.body : clause.end]]
    return (DENIALS | _VAGUE).isdisjoint(lows) and any(_duties(lows))


def _is_quality(clause: Clause, named: Mentions) -> bool:
    """Should be dark: one word that neither the grammar nor the tables know, and no deed."""
    last = clause.end - 2
    lows = [token.low for token in named.tokens[last - 2 : last + 1]]
    is_quality = lows[:2] == ["should", "be"] and not lows[2].endswith("ed")
    return is_quality and named.is_foreign(last)


def _duties(lows: list[str]) -> Iterator[bool]:
    """For each word, whether it obliges, or tells of a whole scale, all of which is to be used."""
    for low, then in zip(lows, [*lows[1:], ""], strict=True):
        yield low in _MODALS or (low in _BEFORE_TO and then == "to")
        yield low in _WHOLE and then in _SCALES
