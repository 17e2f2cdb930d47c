"""Phrases for so many characters of several kinds: 8 letters and digits are 8 in all."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.sentences.kinds import char_class_of
from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases

phrase = Phrases()
Piece = tuple[str, str]


@phrase("piece", "[exactly] <number> <kinds>", cost=0.3)
def so_many_of_kinds(count: Constant, kinds: tuple[str, ...]) -> Piece | None:
    """8 letters and digits, which may also be 8 letters with digits behind them."""
    return _repeated(kinds, count, count)


@phrase("piece", "[between] <number> (to|-|and) <number> <kinds>", cost=0.3)
def so_many_to_so_many(low: Constant, high: Constant, kinds: tuple[str, ...]) -> Piece | None:
    """8 to 10 letters and digits."""
    return _repeated(kinds, low, high)


@phrase("piece", "(at least|minimum) <number> <kinds>", "<number> or more <kinds>", cost=0.3)
def so_many_or_more(low: Constant, kinds: tuple[str, ...]) -> Piece | None:
    """At least 8 letters and digits."""
    return _repeated(kinds, low, None)


def _repeated(kinds: tuple[str, ...], low: Constant, high: Constant | None) -> Piece | None:
    ends = [low.value, low.value if high is None else high.value]
    has_letters = [kind for kind in kinds if re.search("[a-z]-[a-z]|[A-Z]-[A-Z]", kind)]
    if len(kinds) < 2 or not all(isinstance(end, int) for end in ends):
        return None
    if "[A-Za-z]" in kinds and len(has_letters) > 1:  # "32 hex digits, letters in lower case"
        return None
    most = "" if high is None else high.value
    times = f"{low.value}" if high is low else f"{low.value},{most}"
    return (f"{char_class_of(kinds)}{{{times}}}", "class")
