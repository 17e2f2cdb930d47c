"""Phrases for ranks that are given once each: 1, 2, 3 and so forth, none missing and none twice."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Constant, Value
from backend.rules.phrasing import Phrases, Statement
from backend.rules.sequence_phrases import complete

phrase = Phrases()

phrase.words("_lined_up", "[when|if|once|if they are|when they are] (put|lined up|brought|taken|arranged) in [ascending|the right] order [,] | "
             "[when|if|once] (sorted|ordered) [,]")  # fmt: skip
phrase.words(
    "_none_out_here",
    "[with|and|and with] (none|no (number|one|value|place|rank|gaps|gap|holes)) [is|are|being] [missing|left out|skipped|omitted]",
)
phrase.words(
    "_none_twice",
    "[with|and|and with|or] (none|no (number|one|value|place|rank)) [is|are|being] [given|used|taken|assigned|there|issued|coming|"
    "occurring|repeated] [twice|more than once|repeated|doubled|again] | [and|or] no (repeats|duplicates|doubles|repetitions) | "
    "[and] without (repeats|duplicates|repetitions)",
)
phrase.words(
    "_runs_like",
    "_be | _must be | run | runs | go | goes | read | reads | _must run | _must go | count | counts",
)


def _complete(of: Value, numbers: tuple[Any, ...]) -> Statement | None:
    counted = [part.value for part in numbers if isinstance(part, Constant)]
    first = counted[0] if counted else None
    if not isinstance(first, int) or counted != list(range(first, first + len(counted))):
        return None
    return complete(of, numbers[0])


@phrase(
    "stmt",
    "<cell> _runs_like <number> , <number> [,] [and] <number> [,] _and_so_on [,|:|;|-|–] _none_out_here [,] _none_twice",
    "<cell> _runs_like <number> , <number> [,] _and_so_on [,|:|;|-|–] _none_out_here [,] _none_twice",
    "_lined_up <cell> _runs_like <number> , <number> [,] [and] <number> [,] _and_so_on [,|:|;|-|–] _none_out_here [,] _none_twice",
    "_lined_up <cell> _runs_like <number> , <number> [,] [and] <number> [,] _and_so_on [[,] _gapless]",
    "_lined_up <cell> _runs_like <number> , <number> [,] _and_so_on [[,] _gapless]",
    cost=0.04,
)
def ranks_in_order(of: Value, *numbers: Constant) -> Statement | None:
    """Put in order, the places are 1, 2, 3 and so forth."""
    return _complete(of, numbers)
