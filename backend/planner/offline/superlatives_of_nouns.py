"""Superlatives with what they are of: the longest petal has a length, the dearest crate a price.

A superlative of size speaks of one measure, and names its column where a header joins it with the
noun (``petal_length``, ``crate_price``), or with a unit of that measure (``flipper_mm``). How long
something takes is told apart by the unit behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.units import UNITS, unit_of_header
from backend.planner.offline.words import stem
from backend.rules.language.terms import Aggregate, Cell, Measure

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_LENGTH = frozenset({"length"})
_PRICE = frozenset({"price", "cost", "fee", "fare"})
_WEIGHT = frozenset({"weight", "mass"})
_OF_NOUNS = {
    "longest": (Measure.MAXIMUM, _LENGTH, "length"),
    "shortest": (Measure.MINIMUM, _LENGTH, "length"),
    "widest": (Measure.MAXIMUM, frozenset({"width", "breadth"}), ""),
    "narrowest": (Measure.MINIMUM, frozenset({"width", "breadth"}), ""),
    "deepest": (Measure.MAXIMUM, frozenset({"depth"}), ""),
    "shallowest": (Measure.MINIMUM, frozenset({"depth"}), ""),
    "thickest": (Measure.MAXIMUM, frozenset({"thickness"}), ""),
    "thinnest": (Measure.MINIMUM, frozenset({"thickness"}), ""),
    "tallest": (Measure.MAXIMUM, frozenset({"height"}), ""),
    "heaviest": (Measure.MAXIMUM, _WEIGHT, "mass"), "lightest": (Measure.MINIMUM, _WEIGHT, "mass"),
    "cheapest": (Measure.MINIMUM, _PRICE, ""), "dearest": (Measure.MAXIMUM, _PRICE, ""),
    "fastest": (Measure.MAXIMUM, frozenset({"speed", "velocity"}), ""),
    "slowest": (Measure.MINIMUM, frozenset({"speed", "velocity"}), ""),
}  # fmt: skip
_SPANS = {"longest": Measure.MAXIMUM, "shortest": Measure.MINIMUM}
_LASTING = frozenset({"duration", "runtime"})
_PACES = {"slowest": Measure.MAXIMUM, "fastest": Measure.MINIMUM, "quickest": Measure.MINIMUM}
_TAKING = frozenset({"latency", "duration", "runtime"})
_TIMED = frozenset({
    "response", "reply", "load", "loading", "processing", "run", "lap", "finish", "finishing",
    "race", "reaction", "query", "travel", "delivery", "handling", "elapsed", "build",
})  # fmt: skip
"""Whose time is how long it took."""
_TIMED_PAIRS = frozenset((stem(word), "time") for word in _TIMED)
_SPEEDS = frozenset({"speed", "velocity", "pace", "throughput", "rate", "kmh", "mph", "tempo"})
_YEARS = {"oldest": Measure.MINIMUM, "earliest": Measure.MINIMUM, "newest": Measure.MAXIMUM,
          "latest": Measure.MAXIMUM, "youngest": Measure.MAXIMUM}  # fmt: skip
_AGES = frozenset({"age", "birth", "born", "birthdate"})


def superlative_leaves(words: Sequence[str], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The ends of the one column that a superlative with its noun speaks of."""
    if words[0] in _OF_NOUNS and len(words) > 1:
        measure, nouns, kind = _OF_NOUNS[words[0]]
        found = [each for each in lexicon.columns if _is_of(each, words[1], nouns, kind)]
        yield from _leaf("extreme_of", measure, found, at, at + 2)
    if words[0] in _OF_NOUNS and _OF_NOUNS[words[0]][2] == "mass":
        measure, nouns, kind = _OF_NOUNS[words[0]]
        if not any(nouns == {"weight"} & set(each.stems) for each in lexicon.columns):
            found = [each for each in lexicon.columns if _is_measured(each, kind)]
            yield from _leaf("extreme_weight", measure, found, at, at + 1)
    if words[0] in _SPANS:
        found = [each for each in lexicon.columns if _is_span(each)]
        yield from _leaf("extreme_span", _SPANS[words[0]], found, at, at + 1)
    if words[0] in _PACES and not any(_SPEEDS & set(each.stems) for each in lexicon.columns):
        found = [each for each in lexicon.columns if is_taking(each) or _is_span(each)]
        yield from _leaf("extreme", _PACES[words[0]], found, at, at + 1)
    if words[0] in _YEARS and not any(_AGES & set(each.stems) for each in lexicon.columns):
        found = [each for each in lexicon.columns if each.stems == ("year",)]
        is_one = not any(each.is_date for each in lexicon.columns)
        yield from _leaf("extreme_year", _YEARS[words[0]], found if is_one else [], at, at + 1)


def _is_of(named: NamedColumn, noun: str, nouns: frozenset[str], kind: str) -> bool:
    """Whether a header is the noun with the measure or with a unit of it, and nothing else."""
    if named.column.reads_as not in _NUMBERS or len(named.stems) < 2:
        return False
    unit = unit_of_header(named.column.name)
    rest = named.stems[1:] if named.stems[0] == stem(noun) else ()
    is_told = bool(rest) and rest[0] in nouns and len(rest) == 1 + (unit is not None)
    return is_told or (bool(kind) and len(rest) == 1 and _is_measured(named, kind))


def _is_measured(named: NamedColumn, kind: str) -> bool:
    unit = unit_of_header(named.column.name)
    is_number = named.column.reads_as in _NUMBERS
    return is_number and unit is not None and UNITS[unit].kind == kind


def _is_span(named: NamedColumn) -> bool:
    """Whether a column tells how long its row took: minutes, duration."""
    if named.column.reads_as not in _NUMBERS:
        return False
    is_unit = len(named.stems) == 1 and _is_measured(named, "time")
    return is_unit or bool(_LASTING & set(named.stems))


def is_taking(named: NamedColumn) -> bool:
    """Whether a column tells how long it took by its header: latency_ms, lap_time."""
    is_time = any(pair in _TIMED_PAIRS for pair in pairwise(named.stems))
    return named.column.reads_as in _NUMBERS and (is_time or bool(_TAKING & set(named.stems)))


def _leaf(
    symbol: str, measure: Measure, found: list[NamedColumn], start: int, end: int
) -> Iterator[Leaf]:
    if len(found) != 1:
        return
    column, table = found[0].column.name, found[0].table
    told = Aggregate(measure=measure, of=Cell(table=table, column=column), table=table)
    yield Leaf(symbol, start, end, told, 0.2, f"{measure.value} of {column}")
