"""Superlatives that name their column: the cheapest has a price, the youngest a birth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.superlatives_of_nouns import superlative_leaves
from backend.rules.language.terms import Aggregate, Cell, Measure, Value

PRICES = frozenset({"price", "cost", "fee", "fare", "rate"})
EARNED = frozenset({"salary", "wage", "income", "earning"})
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_OF_NUMBERS = {
    "cheapest": (Measure.MINIMUM, PRICES), "dearest": (Measure.MAXIMUM, PRICES),
    "costliest": (Measure.MAXIMUM, PRICES), "priciest": (Measure.MAXIMUM, PRICES),
    "most expensive": (Measure.MAXIMUM, PRICES), "least expensive": (Measure.MINIMUM, PRICES),
    "heaviest": (Measure.MAXIMUM, frozenset({"weight"})),
    "lightest": (Measure.MINIMUM, frozenset({"weight"})),
    "best-paid": (Measure.MAXIMUM, EARNED), "highest-paid": (Measure.MAXIMUM, EARNED),
    "best paid": (Measure.MAXIMUM, EARNED), "highest paid": (Measure.MAXIMUM, EARNED),
    "worst-paid": (Measure.MINIMUM, EARNED), "lowest-paid": (Measure.MINIMUM, EARNED),
    "worst paid": (Measure.MINIMUM, EARNED), "lowest paid": (Measure.MINIMUM, EARNED),
    "tallest": (Measure.MAXIMUM, frozenset({"height"})),
    "hottest": (Measure.MAXIMUM, frozenset({"temperature"})),
    "coldest": (Measure.MINIMUM, frozenset({"temperature"})),
}  # fmt: skip
_OF_AGES = {
    "oldest": (Measure.MAXIMUM, Measure.MINIMUM),
    "youngest": (Measure.MINIMUM, Measure.MAXIMUM),
}
"""By age, and by the day of birth."""
_PAID = frozenset({"price", "fee", "fare"})
_SPENT = {
    "pay": _PAID, "pays": _PAID, "paid": _PAID, "cost": _PAID, "costs": _PAID,
    "earn": EARNED, "earns": EARNED, "earned": EARNED,
}  # fmt: skip
_OF_SEVERAL = frozenset({"quantity", "qty", "unit", "piece", "quant"})
"""Where one of these is told, a price may be that of one of several."""
"""What a verb speaks of: who pays, pays a price."""
_BIRTH = frozenset({"birth", "born", "birthdate"})


def extreme_leaves(words: Sequence[str], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The measure of the one column that a superlative speaks of."""
    yield from superlative_leaves(words, at, lexicon)
    for length in (1, 2):
        word = " ".join(words[:length])
        if word in _OF_NUMBERS and len(words) >= length:
            measure, nouns = _OF_NUMBERS[word]
            found = [each for each in lexicon.columns if _is_number_of(each, nouns)]
            yield from _leaf("extreme", measure, found, at, at + length)
    if words[0] in _SPENT:
        found = [each for each in lexicon.columns if _is_number_of(each, _SPENT[words[0]])]
        if not any(_OF_SEVERAL & set(each.stems) for each in lexicon.columns):
            yield from _leaf("spending", Measure.MEAN, found, at, at + 1)
    if words[0] in _OF_AGES:
        of_age, of_birth = _OF_AGES[words[0]]
        ages = [each for each in lexicon.columns if each.stems == ("age",)]
        births = [each for each in lexicon.columns if _BIRTH & set(each.stems) and each.is_date]
        if not ages:
            yield from _leaf("extreme_birth", of_birth, births, at, at + 1, 0.0)
        elif not births:
            yield from _leaf("extreme", of_age, ages, at, at + 1)


def _is_number_of(named: NamedColumn, nouns: frozenset[str]) -> bool:
    return bool(nouns & set(named.stems)) and named.column.reads_as in _NUMBERS


def _leaf(
    symbol: str, measure: Measure, found: list[NamedColumn], start: int, end: int, cost: float = 0.2
) -> Iterator[Leaf]:
    if len(found) != 1:
        return
    of: Value = Cell(table=found[0].table, column=found[0].column.name)
    told = Aggregate(measure=measure, of=of, table=found[0].table)
    part = f"{measure.value} of {found[0].column.name}"
    yield Leaf(symbol, start, end, told, cost, part)
