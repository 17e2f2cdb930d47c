"""Numbers whose sample standard deviation is just the bound that a rule gives it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from backend.contracts.check import Cell
from backend.proof.pools import beside
from backend.proof.witnesses.spelling import spell_number
from backend.rules.language import terms as T
from backend.rules.language.terms import Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_FINEST = 20
"""The largest denominator of a bound that whole numbers are spread by."""


def spread_cells(rule: Rule, *, is_whole: bool) -> Iterator[tuple[float, list[Cell]]]:
    """For each number of a rule about spread, cells that deviate from their mean by just that,
    and by half of its last digit more or less.

    Of a, -a and k zeros the variance is 2 a^2 / (k + 1).
    """
    numbers = [part.value for part in walk(rule) if isinstance(part, T.Constant)]
    bounds = [n for n in numbers if isinstance(n, int | float) and n > 0]
    near = [_between(n, other) for n in bounds for other in beside(n)]
    for exact in dict.fromkeys([*(Fraction(str(n)) for n in bounds), *near]):
        part, whole, bound = exact.numerator, exact.denominator, float(exact)
        if not is_whole:
            yield bound, _spelled([exact, -exact, Fraction(0)], is_whole=False)
        elif whole <= _FINEST:
            ends = [Fraction(part), Fraction(-part)]
            yield bound, _spelled([*ends, *[Fraction(0)] * (2 * whole**2 - 1)], is_whole=True)


def _between(number: float, other: float) -> Fraction:
    return (Fraction(str(number)) + Fraction(str(other))) / 2


def _spelled(numbers: list[Fraction], *, is_whole: bool) -> list[Cell]:
    return [spell_number(float(each), is_whole=is_whole) for each in numbers]


def deviating(aggregates: list[T.Aggregate], table: str) -> Iterator[str]:
    """The columns of a table whose spread is measured."""
    for each in aggregates:
        is_of_column = isinstance(each.of, T.Cell) and each.of.table == table
        if each.measure is Measure.DEVIATION and is_of_column and isinstance(each.of, T.Cell):
            yield each.of.column
