"""Whether a word that is also a header is a mere noun of a reason: the scale shows the truck.

With a truck, has no truck, trucks of ours: these may tell which rows are meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from backend.planner.offline.stories.words import PREPOSITIONS, WHEREABOUTS
from backend.planner.offline.tokens import Token

_ARTICLES = frozenset({"the", "our", "its", "their"})
_TELLING = frozenset({
    "with", "without", "has", "have", "had", "having", "of", "for", "lacks", "lack", "in", "on",
    "at", "if", "when", "where", "by", "from", "under", "over", "only", "not", "is", "are", "was",
    "were", "than",
})  # fmt: skip


class Named(Protocol):
    """What the places of a sentence name."""

    tokens: Sequence[Token]

    def names_table(self, place: int) -> bool:
        """Whether a word names the rows of a table."""

    def names_column(self, place: int) -> bool:
        """Whether a word names a column, and no value or number."""


def is_noun_of_reason(named: Named, place: int) -> bool:
    """Whether it is a header and yet a mere noun: the rows themselves, or what is done to."""
    is_noun = named.names_table(place) or _is_mere_noun(named.tokens, place)
    return is_noun and named.names_column(place)


def _is_mere_noun(tokens: Sequence[Token], place: int) -> bool:
    """Whether it stands behind an article as what somebody does something to."""
    if place < 2 or tokens[place - 1].low not in _ARTICLES:
        return False
    behind = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return tokens[place - 2].low not in _TELLING and behind not in ("is", "are", "was", "were")


def is_kind_of_one(tokens: Sequence[Token], place: int) -> bool:
    """A newer one."""
    lows = [token.low for token in tokens[max(place - 2, 0) : place + 1]]
    is_of_kind = len(lows) == 3 and lows[1].endswith("er") and lows[0] in ("a", "the")
    return is_of_kind and lows[2] == "one"


def parts_off(tokens: Sequence[Token], place: int) -> bool:
    """Abroad, who travel, in the north: behind a noun, which of them are meant."""
    low = tokens[place].low if place < len(tokens) else ""
    return low in WHEREABOUTS | PREPOSITIONS | {"who", "that", "which", "whose"}
