"""Sizes of two tables of which one has a multiple of the rows of the other: on it and beside it."""

from __future__ import annotations

from collections.abc import Iterator

from backend.rules.language import terms as T
from backend.rules.language.terms import Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_SIZES = (10, 100)
"""A factor with so many decimals that its last digit tells is asked of so many rows."""


def sizes_by_multiple(rule: Rule, most: int) -> Iterator[dict[str, int]]:
    """Rows of each table: one less than the multiple, just as many, one more."""
    for mine, factor, theirs in _multiples(rule):
        size = next((size for size in _SIZES if (factor * size).is_integer()), 0)
        if 0 < factor * size < most:
            yield from ({mine: int(factor * size) + step, theirs: size} for step in (-1, 0, 1))


def _multiples(rule: Rule) -> Iterator[tuple[str, float, str]]:
    """Tables whose rows are held against a multiple of those of another."""
    for told in walk(rule):
        match told:
            case T.Compare(
                left=T.Aggregate(measure=Measure.COUNT, of=None, where=None, keys=()) as mine,
                right=T.Arithmetic(
                    sign="*",
                    left=T.Constant(value=int() | float() as factor),
                    right=T.Aggregate(measure=Measure.COUNT, of=None, where=None, keys=()) as other,
                ),
            ) if mine.table != other.table:
                yield mine.table, float(factor), other.table
            case _:
                pass
