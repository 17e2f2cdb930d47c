"""A measure with its column in brackets behind its rule: (maximum of latency_ms).

It adds nothing where the rule bounds that measure of that column alone. A superlative in the rule
that names no column by itself is of the one in the brackets: the best call (maximum of score).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Aggregate, Cell, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_MEASURES = {
    "maximum": Measure.MAXIMUM, "max": Measure.MAXIMUM, "highest": Measure.MAXIMUM,
    "largest": Measure.MAXIMUM, "greatest": Measure.MAXIMUM, "minimum": Measure.MINIMUM,
    "min": Measure.MINIMUM, "lowest": Measure.MINIMUM, "smallest": Measure.MINIMUM,
    "mean": Measure.MEAN, "average": Measure.MEAN, "median": Measure.MEDIAN, "sum": Measure.SUM,
    "total": Measure.SUM,
}  # fmt: skip
_MOST = frozenset({
    "heaviest", "longest", "tallest", "biggest", "largest", "dearest", "costliest", "priciest",
    "hottest", "warmest", "loudest", "strongest", "deepest", "widest", "thickest", "richest",
    "steepest", "brightest", "highest", "greatest", "best-paid", "highest-paid",
})  # fmt: skip
_LEAST = frozenset({
    "lightest", "shortest", "smallest", "cheapest", "coldest", "coolest", "quietest", "weakest",
    "shallowest", "narrowest", "thinnest", "poorest", "lowest", "worst-paid", "lowest-paid",
})  # fmt: skip
_EITHER = frozenset({
    "slowest", "fastest", "quickest", "oldest", "youngest", "newest", "latest", "earliest", "best",
    "worst", "hardest", "easiest",
})  # fmt: skip
"""Superlatives that may be of either end, as the column counts."""
_LEADS = frozenset({"the", "i.e.", "that", "is", ","})
_BETWEEN = frozenset({"of", "the", "value", "values", "in"})


class _Bracket(NamedTuple):
    end: int
    measure: Measure
    column: str


def measure_in_brackets(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """A measure and its column with the bracket that closes, and that the rule bounds them."""
    headers = {
        tokens[leaf.start].low: leaf.meaning.column
        for leaf in found
        if leaf.symbol == "column" and leaf.end == leaf.start + 1 and isinstance(leaf.meaning, Cell)
        if leaf.meaning.column.lower() == tokens[leaf.start].low
    }
    told = _bracket(tokens, at, headers)
    if told is None:
        return None
    return told.end, lambda rule: _bounds(rule, told)


def _bracket(tokens: Sequence[Token], at: int, headers: dict[str, str]) -> _Bracket | None:
    while at < len(tokens) and tokens[at].low in _LEADS:
        at += 1
    measure = _MEASURES.get(tokens[at].low) if at < len(tokens) else None
    at += 1
    while at < len(tokens) and tokens[at].low in _BETWEEN:
        at += 1
    column = headers.get(tokens[at].low) if at + 1 < len(tokens) else None
    if measure is None or column is None or tokens[at + 1].text != ")":
        return None
    return _Bracket(at + 2, measure, column)


def _bounds(rule: Rule, told: _Bracket) -> bool:
    measured = {part for part in walk(rule) if isinstance(part, Aggregate)}
    return len(measured) == 1 and all(
        part.measure == told.measure
        and isinstance(part.of, Cell)
        and part.of.column == told.column
        and part.holds is None
        for part in measured
    )


def extreme_in_brackets(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """A superlative as the end of the column that a bracket behind it names."""
    opened = [place for place in range(at, len(tokens)) if tokens[place].text == "("]
    if len(opened) != 1 or tokens[at].low not in _MOST | _LEAST | _EITHER:
        return
    columns: dict[str, NamedColumn] = {}
    for named in lexicon.columns:
        columns[named.column.name.lower()] = named
    told = _bracket(tokens, opened[0] + 1, {low: low for low in columns})
    if told is None or len(lexicon.tables) != 1 or not _goes_with(tokens[at].low, told.measure):
        return
    named = columns[told.column]
    of = Cell(table=named.table, column=named.column.name)
    meant = Aggregate(measure=told.measure, of=of, table=named.table)
    yield Leaf("extreme", at, at + 1, meant, 0.2, f"{told.measure.value} of {of.column}")


def _goes_with(word: str, measure: Measure) -> bool:
    is_most = measure == Measure.MAXIMUM and word in _MOST | _EITHER
    return is_most or (measure == Measure.MINIMUM and word in _LEAST | _EITHER)
