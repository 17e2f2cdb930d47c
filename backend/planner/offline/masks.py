"""Forms that are shown with a sign for each digit: P-###, from one blank to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.known_values import bare_text
from backend.planner.offline.tokens import Token

_LONGEST = 16


def mask_leaves(sentence: str, tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """A stretch without blanks that has a # in it, and something else as well or another #."""
    first = tokens[start].start
    if first and sentence[first - 1] not in " '\"(":
        return
    for end in range(start + 1, min(len(tokens), start + _LONGEST) + 1):
        last = tokens[end - 1].end
        text = sentence[first:last]
        is_whole = sentence[last : last + 1] in ("", " ", ",", ".", ";", ")", ":", "?")
        if is_whole and re.fullmatch(r"[\w/.-]*#[\w/.#-]*", text) and text[-1] not in "./-":
            yield Leaf("hash_mask", start, end, bare_text(text), 0.0, "pattern")
