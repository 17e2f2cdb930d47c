"""Sentences that open as a wish: make sure that every X has a Y is "every X has a Y".

What is asked for is the same, so that it is read as the statement itself wherever that reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.tokens import Token

_WISHES = (
    ("check", "that"), ("make", "sure", "that"), ("make", "sure"), ("ensure", "that"), ("ensure",),
    ("verify", "that"), ("see", "to", "it", "that"), ("assert", "that"), ("validate", "that"),
    ("confirm", "that"), ("be", "sure", "that"), ("please", "check", "that"),
    ("please", "make", "sure", "that"), ("please", "ensure", "that"), ("please", "verify", "that"),
    ("please", "make", "sure"), ("please", "ensure"), ("test", "that"), ("double-check", "that"),
)  # fmt: skip
_NO_STATEMENTS = frozenset({"whether", "if"})
_NO_SUBJECTS = frozenset({"to", "of", "for", "the", "is", "are", "there", "all"})
"""What may open a noun alone, where no "that" stands before it: ensure the uniqueness of …"""
_GOES_ON = (("and", "that"), ("or", "that"), ("and", "make"), ("and", "ensure"), ("and", "check"))
"""Where another wish may begin."""
_LONGEST = max(map(len, _WISHES))
_FEWEST = 4
"""Words of a statement."""


def bare_wish(tokens: Sequence[Token]) -> list[Token]:
    """The statement behind such an opening; nothing where there is none."""
    lows = tuple(token.low for token in tokens[:_LONGEST])
    for wish in sorted(_WISHES, key=len, reverse=True):
        rest = tokens[len(wish) :]
        if lows[: len(wish)] != wish or len(rest) < _FEWEST:
            continue
        if any(pair in _GOES_ON for pair in pairwise(token.low for token in rest)):
            return []
        barred = _NO_STATEMENTS if wish[-1] == "that" else _NO_STATEMENTS | _NO_SUBJECTS
        return [] if rest[0].low in barred else list(rest)
    return []
