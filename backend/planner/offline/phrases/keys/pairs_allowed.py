"""Phrases for pairs of values that may stand together: S with red, M with green or blue.

Each pair is told value by value in the order of the columns, however it is spelled: "S red",
"S/red", "(S, red)", "S with red".
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.joined_pairs import ValuePair
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, all_of, any_of, compare, not_

phrase = Phrases()


phrase.words(
    "_pairs", "pairs | combinations | pairings | tuples | value pairs | pair | combination"
)
phrase.words("_pair_mark", "/ | - | + | with | and | & | \\u2013")
phrase.words(
    "_one_among",
    "one of | among | in | any of | one out of | from",
)
phrase.words(
    "_are_admitted",
    "_be (allowed|permitted|valid|accepted|possible|legal|sold|offered|acceptable) | (may|can) (occur|appear|exist)",
)

_ONE = "<text>|<bare>|<number>"


@phrase("value_pair", f"({_ONE}) [_pair_mark] ({_ONE})", cost=0.05)
@phrase("value_pair", rf"\( ({_ONE}) [,|/|;] ({_ONE}) \)")
def value_pair(*told: Any) -> ValuePair | None:
    """S red."""
    first, second = told
    is_plain = isinstance(first, Constant) and isinstance(second, Constant)
    return ValuePair(first, second) if is_plain else None


@phrase("value_pairs", "<value_pair> [,|;] [and|or] <value_pair>")
@phrase("value_pairs", "<value_pairs> [,|;] [and|or] <value_pair>")
def value_pairs(*parts: Any) -> tuple[ValuePair, ...]:
    """S red, M red and L blue."""
    found: tuple[ValuePair, ...] = ()
    for part in parts:
        found += (part,) if isinstance(part, ValuePair) else part
    return found


@phrase("pair_of_cells", "<cell> (and|with|/|plus) <cell>", r"\( <cell> [,] [and] <cell> \)")
@phrase("pair_of_cells", "<cell> , <cell>", cost=0.1)
def pair_of_cells(first: Value, second: Value) -> tuple[Value, Value] | None:
    """Size and colour."""
    return None if first == second else (first, second)


def together(cells: tuple[Value, Value], pairs: tuple[ValuePair, ...]) -> Predicate | None:
    """Whether two cells hold one of the pairs; the first of a pair is the first column's."""
    if len(set(pairs)) < len(pairs):
        return None
    first, second = cells
    return any_of(*(all_of(compare(first, "==", a), compare(second, "==", b)) for a, b in pairs))


@phrase(
    "stmt",
    "[both] <pair_of_cells> [together] _must be [_one_among] [these|following|allowed] [_pairs] [:] <value_pairs>",
    "(_pairs|pair) [of] <pair_of_cells> _must be [_one_among] [these|following] [_pairs] [:] <value_pairs>",
    "only [these|following] _pairs [of|for|in|from] <pair_of_cells> _are_admitted [:] <value_pairs>",
    "only [these|following] _pairs [of|for|in|from] <pair_of_cells> (exist|occur|appear|are in use|are used) [:] <value_pairs>",
    "[only] [these] _pairs of <pair_of_cells> [that|which] _are_admitted [are] [:] <value_pairs>",
    "[only] (allowed|permitted|valid|possible|accepted) _pairs (of|for|in) <pair_of_cells> [are] [only] [:] <value_pairs>",
    "<pair_of_cells> [only] [_pairs] [:] [only] <value_pairs>",
    "_pairs [of] <pair_of_cells> [that|which] [are] (allowed|permitted|valid|accepted) (are|:) <value_pairs>",
    cost=0.05,
)
def only_pairs(cells: tuple[Value, Value], pairs: tuple[ValuePair, ...]) -> Statement | None:
    """Only these pairs of size and colour are allowed: S red, M red."""
    told = together(cells, pairs)
    return None if told is None else rule(told, where=_both_given(cells))


@phrase(
    "stmt",
    "only [these|following] <number> _pairs [of|for|in|from] <pair_of_cells> (_are_admitted|exist|occur|appear) [:|,] <value_pairs>",
    "[there are] only <number> (allowed|permitted|valid|possible) _pairs (of|for|in) <pair_of_cells> [:|,] <value_pairs>",
    cost=0.05,
)
def only_so_many_pairs(
    count: Constant, cells: tuple[Value, Value], pairs: tuple[ValuePair, ...]
) -> Statement | None:
    """Only three pairs of size and colour are allowed: as many as are told."""
    return only_pairs(cells, pairs) if count.value == len(pairs) else None


def _both_given(cells: tuple[Value, Value]) -> Predicate:
    """A pair with an empty half is none."""
    return all_of(*(not_(Missing(of=cell)) for cell in cells))


@phrase(
    "stmt",
    "_flag <rows> whose <pair_of_cells> _be not [_one_among] [these|following|allowed] [_pairs] [:] <value_pairs>",
    "_flag [all|any] [other] <rows> whose <pair_of_cells> _be none of [these|following|allowed] [_pairs] [:] <value_pairs>",
    cost=0.05,
)
def flag_other_pairs(
    rows: Any, cells: tuple[Value, Value], pairs: tuple[ValuePair, ...]
) -> Statement | None:
    """Flag shirts whose size and colour are not one of these pairs: S red, M red."""
    told = together(cells, pairs)
    if told is None or rows.each:
        return None
    return rule(told, rows.table, rows.where)


@phrase(
    "stmt",
    "[these|following] _pairs (of|for|in) <pair_of_cells> _be not (allowed|permitted|valid) [:] <value_pairs>",
    "<pair_of_cells> _must_not be [_one_among] [these|following] [_pairs] [:] <value_pairs>",
    cost=0.05,
)
def no_such_pairs(cells: tuple[Value, Value], pairs: tuple[ValuePair, ...]) -> Statement | None:
    """These pairs are not allowed."""
    told = together(cells, pairs)
    return None if told is None else rule(not_(told), subject=cells[0])
