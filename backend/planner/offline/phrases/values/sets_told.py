"""Phrases for the whole set of a column's values, as what occurs there: exactly these, each of them."""

from __future__ import annotations

from backend.planner.offline.phrases.values.value_sets import Options, exactly_these
from backend.rules.language.terms import Cell, Constant
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_that_occur",
    "that (occur|appear|turn up|come up|exist|are used|are found|are recorded|are given|stand|show up) | "
    "(occurring|appearing|used|found|recorded|entered|given|listed|present)",
)
phrase.words(
    "_each_of_them",
    "each [one] [of them] at least once | each [of them] occurring [at least once] | "
    "all of them at least once | and (each|all) of them _must (_turn_up|be there) [at least once] | "
    "and each _must (_turn_up|be there) [at least once] | with each [of them] [occurring] at least once | no more and no fewer",
)
phrase.words(
    "_must_occur", "_must (_turn_up|be there|be used|occur|appear|be present) [at least once]"
)


@phrase(
    "stmt",
    "<cell> [values] _must be (<whole_set>|<or_list>) [,|;] and (each|all|every one) [of (them|these|those)] _must_occur",
    "<cell> [values] _must be (<whole_set>|<or_list>) [,|;] and (each|all) [of the|of these] <number> [of them] _must_occur",
    cost=0.05,
)
def allowed_and_all_there(of: object, wanted: Options, *total: Constant) -> Statement | None:
    """The lane must be 1, 2 or 3, and each of the three must occur."""
    is_all = all(each.value == len(set(wanted)) for each in total)
    return exactly_these(of, wanted) if is_all and isinstance(of, Cell) else None


phrase.words("_none_but", "exactly | precisely | just exactly | exactly the values")


@phrase(
    "stmt",
    "[[whole|entire|full] set of] _values_such _that_occur (in|under|for|as) <cell> (_must be|are) _none_but [:] <whole_set> [[,] _each_of_them]",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> _that_occur (_must be|are) _none_but [:] <whole_set> [[,] _each_of_them]",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> _that_occur (in|under|for|as) <cell> (_must be|are) _none_but [:] <whole_set> [[,] _each_of_them]",
    cost=0.05,
)
@phrase(
    "stmt",
    "[distinct|different] <cell> [values] (_must be|are) _none_but [:] <whole_set> [,|:] _each_of_them",
    "(distinct|different) <cell> [values] (_must be|are) [:] <whole_set> (,|:) _each_of_them",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> _must (contain|hold|have|show) _none_but [:] <whole_set> [,] _each_of_them",
    cost=0.05,
)
def sets_told(*parts: object) -> Statement | None:
    """The lanes that occur in lane must be exactly 1, 2 and 3, each of them at least once."""
    cells = {part for part in parts if isinstance(part, Cell)}
    wanted: Options = next(
        part for part in parts if isinstance(part, tuple) and not isinstance(part, Cell)
    )
    return exactly_these(cells.pop(), wanted) if len(cells) == 1 else None
