"""Closing sentences that say what to show: "report those that do" speaks of what must not be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_SHOWS = frozenset({
    "flag", "report", "list", "show", "find", "return", "mark", "highlight", "please",
})  # fmt: skip
_PRONOUNS = frozenset({"it", "this", "that", "they", "which", "who"})
_SO = frozenset({"is", "are", "do", "does", "happens", "occurs"})
_MODALS = frozenset({
    "must", "should", "may", "can", "shall", "could", "is", "are", "do", "does", "to", "allowed",
})  # fmt: skip
_DENIALS = frozenset({"not", "never"})
_NONE = frozenset({"no", "nobody", "none", "nothing", "neither", "never"})


def refuse_closings_at_odds(tokens: Sequence[Token]) -> None:
    """Pass a closing sentence that shows what the sentence before it rules out.

    Raises:
        Misfit: it shows the rows that are as they must be.
    """
    told = _sentences(tokens)
    asked, closing = told[-2:] if len(told) > 1 else ([], [])
    is_shown = bool(closing) and closing[0] in _SHOWS and len(closing) > 2
    if not is_shown or closing[-1] not in _SO or closing[-2] not in _PRONOUNS:
        return
    if asked and asked[-1] != "?" and not _is_denied(asked):
        raise Misfit(
            "what is to be shown are the rows that are as they must be; say which break the rule"
        )


def _sentences(tokens: Sequence[Token]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for token in tokens:
        if token.text == "?":
            found[-1].append("?")
        if token.text in (".", "!", "?", ";"):
            found.append([])
        else:
            found[-1].append(token.low)
    return [words for words in found if words]


def _is_denied(words: Sequence[str]) -> bool:
    """Whether it says what must not be: by its verb, or by its first word."""
    pairs = pairwise(words)
    by_verb = any(one in _MODALS and other in _DENIALS for one, other in pairs)
    return by_verb or words[0] in _NONE
