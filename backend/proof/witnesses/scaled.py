"""Rows on which the last digit of a factor tells, where a comparison lets values be some way apart.

Where ``a`` is to be ``b * 131.25`` give or take 0.1, a small ``b`` makes as good as 131.24 of that
factor: only a large ``b`` moves the bound by more than what is let pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from math import floor
from typing import NamedTuple

from backend.contracts.check import Cell
from backend.proof.pools import beside, is_number
from backend.proof.witnesses.probe import Probe, cells_at_turns
from backend.proof.witnesses.scenes import Line
from backend.proof.witnesses.spelling import spell_number
from backend.rules.language import terms as T
from backend.rules.language.terms import Predicate, Value
from backend.rules.language.walk import columns_read, walk

_LARGEST = 10**6
"""Beyond it the sixth decimal, to which formulas are rounded, is lost in what a float holds."""
_MOST_TRIED = 10_000
_FAR = 4
"""How many times as far as is let pass the last digit moves the bound."""


class _Scaled(NamedTuple):
    """A factor, and what it is put to."""

    factor: float
    of: Value
    divides: bool


def scaled_lines(probe: Probe, atom: Predicate, base: Line) -> Iterator[Line]:
    """The row on which an atom decides, with a large value under each factor, around its bound."""
    if not isinstance(atom, T.Compare) or atom.tolerance <= 0:
        return
    read = [name for owner, name in columns_read(atom, probe.table) if owner == probe.table]
    for scaled in _scaled(atom):
        under = [name for _, name in columns_read(scaled.of, probe.table)]
        others = [name for name in dict.fromkeys(read) if name not in under]
        numbers = [_large(scaled, atom.tolerance)]
        if any(probe.setting.is_whole(probe.table, name) for name in others):
            numbers += _exact(scaled, atom.tolerance)
        for column in dict.fromkeys(under):
            if not probe.setting.reads_numbers(probe.table, column):
                continue
            is_whole = probe.setting.is_whole(probe.table, column)
            for number in filter(None, numbers):
                cell = spell_number(Decimal(number), is_whole=is_whole)
                yield from _around(probe, atom, {**base, column: cell}, others)


def _around(probe: Probe, atom: Predicate, line: Line, others: list[str]) -> Iterator[Line]:
    for column in others:
        cells: list[Cell] = cells_at_turns(probe, atom, column, line)
        yield from ({**line, column: cell} for cell in cells)


def _scaled(atom: Predicate) -> Iterator[_Scaled]:
    for term in walk(atom):
        match term:
            case T.Arithmetic(sign="*" | "/" as sign, left=of, right=T.Constant(value=factor)) if (
                is_number(factor) and factor
            ):
                yield _Scaled(float(factor), of, sign == "/")
            case T.Arithmetic(sign="*", left=T.Constant(value=factor), right=of) if (
                is_number(factor) and factor
            ):
                yield _Scaled(float(factor), of, False)
            case _:
                pass


def _large(scaled: _Scaled, tolerance: float) -> int | None:
    """A power of ten that the factor beside this one takes farther than is let pass."""
    moved = min(abs(_times(near, scaled) - _times(scaled.factor, scaled))
                for near in beside(scaled.factor) if near)  # fmt: skip
    size = 1
    while size * moved < _FAR * tolerance:
        size *= 10
        if size > _LARGEST:
            return None
    return size


def _exact(scaled: _Scaled, tolerance: float) -> Iterator[int]:
    """Whole numbers whose products are as far from whole ones as is just let pass, or just not.

    A product of a whole number and p/q is a multiple of 1/q, and each such part of a whole is one.
    """
    factor = Fraction(repr(scaled.factor))
    if scaled.divides or factor.denominator > _MOST_TRIED:
        return
    for far in (tolerance, max(beside(tolerance))):
        wanted = Fraction(floor(Fraction(repr(far)) * factor.denominator), factor.denominator)
        found = (n for n in range(1, factor.denominator + 1) if (factor * n - wanted) % 1 == 0)
        yield from islice(found, 1)


def _times(factor: float, scaled: _Scaled) -> float:
    return 1 / factor if scaled.divides else factor
