"""Words that only stress something, where the data hold the same word as a value: a single room."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.words import FLAGS
from backend.planner.offline.tokens import Shape, Token

_STRESSED = frozenset({"single", "individual", "whole", "complete", "full"})
_BEFORE_AN_IDIOM = frozenset({"not", "even", "one"})
DASH = "\u2013"
_AS_DEAR_AS_A_VALUE = 0.7


def stressed(leaf: Leaf, tokens: Sequence[Token], lexicon: Lexicon) -> Leaf | None:
    """The word as one that only stresses; None where it stands for a value of the data.

    "No Single room" spells the value. "No single room" may mean rooms of that kind or none at all,
    so the stress costs as much as the value; "not a single room" is an idiom.
    """
    if leaf.symbol == "=-" and _parts_a_command(tokens, leaf.start):
        return leaf._replace(symbol=f"={DASH}")
    if leaf.symbol[0] not in "=_" or leaf.end == 1:
        return leaf
    for at in range(max(leaf.start, 1), leaf.end):
        held = {value for _, _, value in lexicon.values.get(tokens[at].low, ())}
        if tokens[at].low not in _STRESSED or not held:
            continue
        if tokens[at].text in held and _is_within(tokens, at):
            return None
        if not _BEFORE_AN_IDIOM & {word.low for word in tokens[max(0, at - 2) : at]}:
            return leaf._replace(cost=leaf.cost + _AS_DEAR_AS_A_VALUE)
    return leaf


def _parts_a_command(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands apart before a command: it is a dash, and no sign of a text."""
    if not 0 < at < len(tokens) - 2 or tokens[at + 1].low not in FLAGS:
        return False
    return tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start


def _is_within(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital is there for the value's sake: neither a beginning nor a title's."""
    words = [token.text for token in tokens if token.shape == Shape.WORD and len(token.text) > 2]
    is_first = tokens[at - 1].text in (".", ";", ":", "?", "!")
    is_lower = tokens[at].text.islower()
    return not is_first and not is_lower and any(word.islower() for word in words)
