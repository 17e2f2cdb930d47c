"""Columns that an adjective tells: heavier than 6000 g, a longer bill, eight-cylinder cars.

The one column of numbers is meant whose header tells the dimension: of what is heavier the weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import unit_named
from backend.planner.offline.words import NUMBER_WORDS, stem
from backend.rules.language.terms import Cell, Compare, Constant, Reads

_WEIGHT = frozenset({"weight", "mass"})
_PRICE = frozenset({"price", "cost"})
_WARMTH = frozenset({"temperature", "temp"})
_SIZED = {
    "heavier": (">", _WEIGHT), "lighter": ("<", _WEIGHT),
    "taller": (">", frozenset({"height"})),
    "wider": (">", frozenset({"width"})), "narrower": ("<", frozenset({"width"})),
    "deeper": (">", frozenset({"depth"})), "shallower": ("<", frozenset({"depth"})),
    "faster": (">", frozenset({"speed"})), "slower": ("<", frozenset({"speed"})),
    "dearer": (">", _PRICE), "cheaper": ("<", _PRICE), "costlier": (">", _PRICE),
    "warmer": (">", _WARMTH), "hotter": (">", _WARMTH), "colder": ("<", _WARMTH),
    "cooler": ("<", _WARMTH),
}  # fmt: skip
_OF_PARTS = {word: dimensions for word, (_, dimensions) in _SIZED.items()} | {
    "longer": frozenset({"length"}), "shorter": frozenset({"length"}),
    "higher": frozenset({"height"}), "lower": frozenset({"height"}),
    "thicker": frozenset({"thickness"}), "thinner": frozenset({"thickness"}),
}  # fmt: skip
"""What is longer in itself may last longer; a bill that is has a length."""
_OF_ALL = frozenset({
    "body", "total", "gross", "net", "top", "max", "maximum", "maximal", "full", "overall", "own",
    "unit", "list", "sale", "retail", "selling", "air", "outside", "outdoor", "ambient", "measured",
    "in", "value", "of", "the", "final", "current", "actual", "curb", "kerb", "unladen", "empty",
})  # fmt: skip
"""What may stand beside a dimension that is still of the whole row; a door has its own height."""
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_LINKS = frozenset({"is", "are", "must", "be", "may", "not", "can", "should", "never"})
_COST = 0.5
_MOST_DIGITS = 3
"""Of what is counted: eight cylinders, 24 valves."""


def sized_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """An adjective with the one column that it tells, or a part of things by its adjective."""
    yield from _of_rows(tokens, at, lexicon)
    yield from _of_part(tokens, at, lexicon)
    yield from _of_count(tokens, at, lexicon)


def _of_rows(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    told = _SIZED.get(tokens[at].low)
    if told is None:
        return
    sign, dimensions = told
    found = [named for named in lexicon.columns if dimensions & {*named.stems}]
    if len(found) == 1 and _is_number(found[0]) and _is_of_rows(found[0], dimensions, lexicon):
        cell = Cell(table="", column=found[0].column.name)
        symbol = "sized_by" if _is_compared(tokens, at) else "sized_beside"
        yield Leaf(symbol, at, at + 1, (cell, sign), _COST, f"column {cell.column}")


def _is_of_rows(named: NamedColumn, dimensions: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a header tells nothing but the dimension of what a row is: no door's height."""
    own = {word for words in lexicon.table_stems.values() for word in words}
    rest = {*named.stems} - dimensions - _OF_ALL - own
    return all(unit_named(word) for word in rest)


def _of_part(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    token, place = tokens[at], at + 1
    while place < len(tokens) and tokens[place].low in _LINKS:
        place += 1
    is_said = token.shape == Shape.WORD and place > at + 1 and _is_compared(tokens, place)
    dimensions = _OF_PARTS.get(tokens[place].low) if is_said else None
    if dimensions is None:
        return
    of_part = [named for named in lexicon.columns if stem(token.low) in named.stems]
    found = [named for named in of_part if dimensions & {*named.stems} and _is_number(named)]
    if len(of_part) > 1 and len(found) == 1 and len(found[0].stems) > 1:
        cell = Cell(table="", column=found[0].column.name)
        yield Leaf("column", at, at + 1, cell, _COST, f"column {cell.column}")


def _of_count(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Eight-cylinder cars, where a column of whole numbers counts the cylinders."""
    signs = [token.low for token in tokens[start : start + 3]]
    end = start + 3 if signs[1:2] == ["-"] and len(signs) == 3 else start + 1
    said, _, noun = "".join(signs[: end - start]).partition("-")
    is_number = said.isdecimal() and len(said) <= _MOST_DIGITS
    count = int(said) if is_number else NUMBER_WORDS.get(said)
    if count is None or not noun.isalpha() or unit_named(noun) is not None:
        return
    found = [named for named in lexicon.columns if _counts(noun, named)]
    if len(found) == 1:
        cell = Cell(table=found[0].table, column=found[0].column.name)
        told = Compare(left=cell, sign="==", right=Constant(value=count, reads=Reads.NUMBER))
        yield Leaf("adjective", start, end, told, 1.0, f"{cell.column} = {count}")


def _counts(noun: str, named: NamedColumn) -> bool:
    """Whether a header is cylinders, number_of_cylinders, num_cylinders or cylinder_count."""
    is_many = named.column.name.lower().endswith("s") and not noun.endswith("s")
    told = [("number", "of", noun), ("num", noun), ("number", noun), (noun, "count")]
    told += [(noun,)] if is_many else []
    return named.column.reads_as == ColumnType.INTEGER and named.stems in told


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands behind the adjective: heavier than 6000."""
    behind = tokens[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].low == "than" and behind[1].shape == Shape.NUMBER


def _is_number(named: NamedColumn) -> bool:
    return named.column.reads_as in _NUMBERS
