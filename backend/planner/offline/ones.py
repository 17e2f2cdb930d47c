"""Where "one" counts nothing: one of the others, begins with one."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.tokens import Token
from backend.planner.offline.words import NUMBER_WORDS

_HOLDING = frozenset({"with", "without", "contain", "contains", "include", "includes"})
_OF_IT = frozenset({
    "must", "may", "should", "can", "is", "below", "above", "under", "over", "at", "too", "as",
    "between", "not", "never", "has", "needs", "cannot", "will",
})  # fmt: skip
_TOLD = frozenset({
    "to", "than", "is", "be", "least", "most", "exactly", "equals", "equal", "by", "or", "and",
    "only", "just", "of", "=", "==", ">", "<", ">=", "<=", "above", "below", "over", "under", "are",
    "has", "have", "not", "with", "the", "every", "each", "within", "between",
})  # fmt: skip
_FAR = 4
_CLOSING = frozenset({".", ",", ";", "?", "!", "and", "or", ")"})


def is_no_number(tokens: Sequence[Token], at: int) -> bool:
    """Must be one of the others, any year that is not one is wrong: no 1 is meant."""
    around = [token.low for token in tokens[max(at - 1, 0) : at + 2]]
    behind = [token.low for token in tokens[at + 1 : at + 3]] or ["."]
    is_held = tokens[at].low == "one" and around[0] in _HOLDING and behind[0] in _CLOSING
    if is_held and not (behind[-1] in NUMBER_WORDS or behind[-1].isdigit()):
        return True
    if around[:2] == ["not", "one"] and around[2:] != ["or"] and around[2:] != [","]:
        return not _is_counted(tokens, at)
    if _stands_for_noun(tokens, at):
        return True
    return around[1:] == ["one", "of"] and around[0] in ("be", "is", "are", "was", "not")


def _stands_for_noun(tokens: Sequence[Token], at: int) -> bool:
    """The equity share …, the cash one must not: what is told of it stands behind."""
    before = [token.low for token in tokens[max(at - _FAR, 0) : at]]
    behind = tokens[at + 1].low if at + 1 < len(tokens) else "."
    is_named = "the" in before[:-1] and before[-1] not in _TOLD
    return tokens[at].low == "one" and is_named and behind in _OF_IT


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """The number of main entrances is not one: a number is what such a measure is compared with."""
    words = [token.low for token in tokens[:at]]
    counts = [place for place, word in enumerate(words) if word in ("number", "count")]
    return any(words[place + 1 : place + 2] == ["of"] for place in counts)
