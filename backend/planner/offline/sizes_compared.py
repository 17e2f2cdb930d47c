"""Things of two measures that are compared by adjectives: a shelf deeper than it is wide.

A noun that begins two headers, each with the noun of an adjective behind it, stands for the first
of them where its two measures are compared: shelf_depth_cm and shelf_width_cm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import unit_named
from backend.planner.offline.words import stem
from backend.rules.language.terms import Cell
from backend.rules.phrasing import IT, compare

_MEASURED = {
    "deep": "depth", "long": "length", "wide": "width", "tall": "height", "high": "height",
    "broad": "breadth", "thick": "thickness", "heavy": "weight",
}  # fmt: skip
_MORE = {
    "deeper": "deep", "longer": "long", "wider": "wide", "taller": "tall", "higher": "high",
    "broader": "broad", "thicker": "thick", "heavier": "heavy",
}  # fmt: skip
_LESS = {
    "shallower": "deep", "shorter": "long", "narrower": "wide", "lower": "high", "thinner": "thick",
}  # fmt: skip
_IT = frozenset({"it", "they"})
_BE = frozenset({"is", "are", "was", "were"})
_COST = 0.0
_FARTHEST = 8


class _Compared(NamedTuple):
    """What is compared with what, until where."""

    measure: str
    sign: str
    other: str
    end: int


def size_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Deeper than it is wide, and the thing of which that is said."""
    told = _compared(tokens, start)
    if told is None or len(lexicon.tables) != 1:
        return
    for at in range(start - 1, max(start - _FARTHEST, -1), -1):
        sizes = _sizes(tokens[at], lexicon)
        cell, other = sizes.get(told.measure), sizes.get(told.other)
        if cell is not None and other is not None:
            alike = [each for each in tokens if stem(each.low) == stem(tokens[at].low)]
            if cell != other and len(alike) == 1:
                said = compare(IT, told.sign, other)
                yield Leaf("cell", at, at + 1, cell, _COST, f"column {cell.column}")
                yield Leaf("adj", start, told.end, said, 0.0, "a comparison of sizes")
            return


def _compared(tokens: Sequence[Token], at: int) -> _Compared | None:
    """Deeper than [it is] wide; as deep as [it is] wide."""
    low = tokens[at].low
    more, less = _MORE.get(low), _LESS.get(low)
    start = at + 1
    if not (more or less) or start >= len(tokens) or tokens[start].low != "than":
        return None
    end = start + 1
    behind = [token.low for token in tokens[end : end + 3]]
    if len(behind) == 3 and behind[0] in _IT and behind[1] in _BE:
        end += 2
    if end >= len(tokens) or tokens[end].low not in _MEASURED:
        return None
    other = _MEASURED[tokens[end].low]
    return _Compared(_MEASURED[more or less or ""], ">" if more else "<", other, end + 1)


def _sizes(token: Token, lexicon: Lexicon) -> dict[str, Cell]:
    """The measures of a thing by their nouns, of which each has one column."""
    if token.shape != Shape.WORD or token.low in lexicon.values:
        return {}
    thing, found = stem(token.low), dict[str, Cell]()
    for named in lexicon.columns:
        words = named.stems
        if len(words) > 2 and unit_named(words[-1]) is not None:
            words = words[:-1]
        if len(words) == 2 and words[0] == thing and words[1] in _MEASURED.values():
            if words[1] in found:
                return {}
            found[words[1]] = Cell(table="", column=named.column.name)
    return found
