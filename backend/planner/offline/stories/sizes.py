"""How many do something together: squads play in pairs, so a team needs two.

The rule must hold that number as well. Shoes that are counted in pairs are another unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem

_SIZES = {"pairs": "2", "twos": "2", "couples": "2", "threes": "3", "fours": "4"}
_TOGETHER = frozenset(map(stem, (
    "play", "work", "travel", "fly", "sit", "walk", "compete", "perform", "dance", "patrol", "dive",
    "climb", "sail", "hunt", "ride", "run", "race", "drive", "row", "swim", "train", "study",
)))  # fmt: skip
_FORMS = frozenset({"played", "ridden", "rowed", "danced", "flown", "sailed", "done"})


def size_told(tokens: Sequence[Token], place: int) -> str | None:
    """How many do it, where "in" stands here; nothing where it may be a unit."""
    if place == 0 or place + 1 >= len(tokens) or tokens[place].low != "in":
        return None
    verb = tokens[place - 1].low
    is_deed = stem(verb) in _TOGETHER or verb in _FORMS
    return _SIZES.get(tokens[place + 1].low) if is_deed else None
