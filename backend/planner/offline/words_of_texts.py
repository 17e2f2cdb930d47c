"""Words of a text that a sentence speaks of one by one: each title word starts with a capital."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of

_EACH = frozenset({"each", "every", "all", "any", "no"})


def refuse_words_of_texts(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes "each title word" for the title.

    Raises:
        Misfit: what is said of each word would be said of the whole text.
    """
    for part in node.walk():
        behind = tokens[part.end : part.end + 1]
        if part.symbol != "column" or not part.start or not behind:
            continue
        named = {each for token in tokens[part.start : part.end] for each in stems_of(token.text)}
        is_each = tokens[part.start - 1].low in _EACH and behind[0].low in ("word", "words")
        if is_each and "word" not in named:
            raise Misfit(f"it is said of each {behind[0].low}, and not of the whole text")
