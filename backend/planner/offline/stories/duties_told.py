"""A reason behind a rule that is one itself: because rates can only rise, since it is never 0."""

from __future__ import annotations

from backend.planner.offline.stories.scenes import Scene
from backend.planner.offline.stories.words import FINITE, PREPOSITIONS, SINGULARS
from backend.planner.offline.words import stem

_WHY = frozenset({"because", "since", "as"})
_IT = frozenset({"it", "they"})
_DUTIES = frozenset({
    "must", "should", "shall", "may", "can", "cannot", "never", "always", "only", "ought",
})  # fmt: skip
_ONCE = frozenset({
    "unique", "once", "twice", "same", "share", "shared", "repeat", "repeated", "again",
    "duplicate", "duplicates", "duplicated", "reused", "two",
})  # fmt: skip
_IDLE = FINITE | PREPOSITIONS | SINGULARS | _IT | {"be", "not", "only", "ever"}


def asks_more(scene: Scene) -> bool:
    """Whether what is told of the rule's own column, rows or of "it" is a duty of its own.

    Not where it says once more what the rule says: a key can be given only once.
    """
    named, lows = scene.named, [low for low in scene.lows if low not in _WHY]
    at = scene.end - len(lows)
    at += lows[0] in SINGULARS
    is_of_data = lows[0] in _IT or named.is_header(at) or named.names_table(at)
    duties = [place for place, low in enumerate(lows) if low in _DUTIES]
    if not is_of_data or not duties:
        return False
    said = {stem(token.low) for token in named.tokens[: scene.clause.start]}
    if said & _ONCE and {*lows} & _ONCE:
        return False
    asked = {stem(low) for low in lows[duties[0] :] if low not in _IDLE}
    return not asked or not asked & said
