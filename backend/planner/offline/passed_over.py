"""Words that may be passed over: articles, and adverbs that change nothing where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.synonyms import is_been, opening
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import ASKING, FILLERS

ARTICLES = frozenset({"the", "a", "an"})
_MODALS = frozenset({"must", "should", "shall"})
SKIPPED = ARTICLES | FILLERS


def may_be_passed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may be passed over; a capital A inside a sentence is a value.

    So is an article without a noun; and what comes "and then" comes behind.
    """
    token = tokens[at]
    is_value = token.text == "A" and at > 0 and tokens[at - 1].shape != Shape.SIGN
    is_denied = at > 0 and tokens[at - 1].low in ("not", "never") and token.low not in ARTICLES
    is_asked = token.low == "ever" and opening(tokens, at).low in ASKING
    is_value = is_value or (token.low in ARTICLES and _stands_alone(tokens, at))
    is_denied = is_denied or (token.low == "then" and at > 0 and tokens[at - 1].low == "and")
    is_idle = token.low in SKIPPED or (token.low == "here" and _ends(tokens, at))
    is_idle = is_idle or (token.low == "still" and at > 0 and tokens[at - 1].low in _MODALS)
    is_idle = is_idle or _is_stressed(tokens, at)
    may = is_idle and not (is_value or is_denied or is_asked)
    return may or is_been(tokens, at)


def _is_stressed(tokens: Sequence[Token], at: int) -> bool:
    """The itself of "a manager must itself be an employee"."""
    if tokens[at].low not in ("itself", "themselves", "himself", "herself") or at == 0:
        return False
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at - 1].low in _MODALS and behind in ("be", "exist", "occur", "appear", "have")


_BEHIND_A_WHOLE = frozenset({",", "or", "and", "nor", ".", ";", ")", "?", "!"})


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """The a of "8, 9, a or b": an article has its noun behind it."""
    return at > 0 and (at + 1 == len(tokens) or tokens[at + 1].low in _BEHIND_A_WHOLE)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends behind a word."""
    return at + 1 == len(tokens) or tokens[at + 1].text in (".", "!", "?")
