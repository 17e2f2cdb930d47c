"""What the metrics of a rule are called, in its program and in its SQL."""

from __future__ import annotations

from collections.abc import Iterator

from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate
from backend.rules.language.walk import walk

UNREADABLE = "unreadable cells"
COUNTS = (Measure.COUNT, Measure.DISTINCT)
"""Measures that are never empty: of no rows they are 0."""


def aggregates(must: Predicate) -> Iterator[Aggregate]:
    """Each aggregate that is compared, once, in the order of the sentence."""
    found = (term for term in walk(must) if isinstance(term, Aggregate))
    yield from dict.fromkeys(found)


def metric_names(must: Predicate, table: str, by: tuple[str, ...]) -> dict[Aggregate, str]:
    """A name of its own for each aggregate, unlike those of the groups."""
    names: dict[Aggregate, str] = {}
    for aggregate in aggregates(must):
        wanted = _metric_name(aggregate, table)
        taken = {*names.values(), *by, UNREADABLE}
        if wanted in taken and aggregate.table != table:
            wanted = f"{wanted} in {aggregate.table}"
        number = 2
        chosen = wanted
        while chosen in taken:
            chosen, number = f"{wanted} {number}", number + 1
        names[aggregate] = chosen
    return names


def _metric_name(aggregate: Aggregate, table: str) -> str:
    column = aggregate.of.column if isinstance(aggregate.of, Cell) else ""
    if aggregate.measure == Measure.COUNT and not column:
        return "rows" if aggregate.table == table else f"{aggregate.table} rows"
    if aggregate.measure == Measure.QUANTILE:
        return f"{100 * (aggregate.quantile or 0):g}% quantile {column}".strip()
    label = {Measure.TOP: "most frequent"}.get(aggregate.measure, aggregate.measure.value)
    return f"{label} {column}".strip()
