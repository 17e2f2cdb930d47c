"""Numbers of a column several of whose measures are bounded.

A rule may bound a column's three quartiles, or its mean beside its maximum. Two or three cells
never keep all such bounds, and then no bound is tried alone. Of n sorted numbers the quantile p is
the one at place p (n - 1), as `Measure.QUANTILE` counts: what stands there is what a bound asks
for, and the numbers between move together until the mean is what it should be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor, lcm
from typing import NamedTuple

from backend.contracts.check import Cell
from backend.proof.pools import beside
from backend.proof.witnesses.spelling import spell_number
from backend.rules.language import terms as T
from backend.rules.language.terms import Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_PLACES = {
    Measure.MINIMUM: Fraction(0),
    Measure.MEDIAN: Fraction(1, 2),
    Measure.MAXIMUM: Fraction(1),
}
_MEASURES = {*_PLACES, Measure.QUANTILE, Measure.MEAN}
_FEWEST, _MOST = 5, 101
"""How many numbers there are."""
_Aims = Mapping[T.Aggregate, Fraction]


class _End(NamedTuple):
    """The last number that keeps a bound, and the first that misses it."""

    kept: Fraction
    missed: Fraction


class _Range(NamedTuple):
    low: _End | None = None
    high: _End | None = None

    def inside(self, unit: Fraction) -> Fraction:
        """A number that keeps both bounds; a unit from the only one."""
        match self:
            case (_End() as low, _End() as high):
                return (low.kept + high.kept) / 2
            case (_End() as low, _):
                return low.kept + unit
            case (_, _End() as high):
                return high.kept - unit
            case _:
                return Fraction(0)


def bounded_cells(
    rule: Rule, table: str, column: str, *, is_whole: bool
) -> Iterator[tuple[str, list[Cell]]]:
    """Cells that keep all bounds on a column's measures, are each bound, or miss just one of them.

    Nothing comes of a column of which fewer than two measures are bounded.
    """
    ranges = _ranges(rule, table, column, is_whole=is_whole)
    if len(ranges) < 2:
        return
    bounds = [end.kept for each in ranges.values() for end in each if end is not None]
    unit = max(max(bounds) - min(bounds), Fraction(1))
    for says, aims in _aims(ranges, unit):
        numbers = _numbers(aims, unit, is_whole=is_whole)
        if numbers is not None:
            cells: list[Cell] = [spell_number(float(n), is_whole=is_whole) for n in numbers]
            yield f"{column}: {says}", cells


def _ranges(rule: Rule, table: str, column: str, *, is_whole: bool) -> dict[T.Aggregate, _Range]:
    """What bounds the measures of a column over all rows that count."""
    found: dict[T.Aggregate, _Range] = {}
    for term in walk(rule):
        if not isinstance(term, T.Compare) or not isinstance(term.right, T.Constant):
            continue
        measure, number = term.left, term.right.value
        if not isinstance(measure, T.Aggregate) or not isinstance(number, int | float):
            continue
        if not _is_of(measure, table, column):
            continue
        ends = _ends(term.sign, number, is_whole=is_whole)
        if ends:
            found[measure] = found.get(measure, _Range())._replace(**ends)
    return found


def _ends(sign: str, number: float, *, is_whole: bool) -> dict[str, _End]:
    """Half of the number's last digit beside it, or a whole one where all numbers are whole."""
    at = Fraction(str(number))
    below, above = (at + (Fraction(str(n)) - at) / (1 if is_whole else 2) for n in beside(number))
    ends = {
        ">": {"low": _End(above, at)}, ">=": {"low": _End(at, below)},
        "<": {"high": _End(below, at)}, "<=": {"high": _End(at, above)},
        "==": {"low": _End(at, below), "high": _End(at, above)},
    }  # fmt: skip
    return ends.get(sign, {})


def _is_of(measure: T.Aggregate, table: str, column: str) -> bool:
    of = measure.of
    is_of_column = isinstance(of, T.Cell) and (of.table, of.column) == (table, column)
    is_of_all = measure.where is None and not measure.by and not measure.keys
    return measure.measure in _MEASURES and is_of_column and is_of_all


def _aims(ranges: Mapping[T.Aggregate, _Range], unit: Fraction) -> Iterator[tuple[str, _Aims]]:
    inside = {measure: each.inside(unit) for measure, each in ranges.items()}
    yield "inside all bounds", inside
    for end, says in enumerate(("low", "high")):
        there = {measure: each[end] for measure, each in ranges.items()}
        kept = {measure: at.kept for measure, at in there.items() if at is not None}
        yield f"as {says} as the bounds let them", inside | kept
    for measure, each in ranges.items():
        for at in each:
            if at is not None:
                says = f"{_name(measure)} is {float(at.missed):g}, all else inside its bounds"
                yield says, inside | {measure: at.missed}


def _name(measure: T.Aggregate) -> str:
    share = f" {measure.quantile:g}" if measure.quantile is not None else ""
    return f"{measure.measure}{share}"


def _numbers(aims: _Aims, unit: Fraction, *, is_whole: bool) -> list[Fraction] | None:
    """Sorted numbers of which each measure is what it should be; None where none are found."""
    mean = next((aim for each, aim in aims.items() if each.measure is Measure.MEAN), None)
    placed = {_place(each): aim for each, aim in aims.items() if each.measure is not Measure.MEAN}
    if not placed:
        return None
    step = lcm(*(place.denominator for place in placed))
    for last in range(step, _MOST, step):
        fixed = {int(place * last): placed[place] for place in sorted(placed)}
        found = None if last + 1 < _FEWEST else _filled(fixed, last, mean, unit)
        if found is not None and is_whole:
            found = _rounded(found, fixed)
        if found is not None:
            return found
    return None


def _place(measure: T.Aggregate) -> Fraction:
    if measure.quantile is not None:
        return Fraction(str(measure.quantile))
    return _PLACES[measure.measure]


def _filled(
    fixed: Mapping[int, Fraction], last: int, mean: Fraction | None, unit: Fraction
) -> list[Fraction] | None:
    """The numbers at places 0 to ``last``, of which those that are not fixed give the mean."""
    known = list(fixed.values())
    if known != sorted(known):
        return None
    reach = 2 * unit if mean is None else 2 * unit * last
    lows = [max((n for at, n in fixed.items() if at <= k), default=known[0] - reach)
            for k in range(last + 1)]  # fmt: skip
    highs = [min((n for at, n in fixed.items() if at >= k), default=known[-1] + reach)
             for k in range(last + 1)]  # fmt: skip
    room, part = sum(highs) - sum(lows), Fraction(1, 2)
    if mean is not None:
        missing = mean * (last + 1) - sum(lows)
        part = missing / room if room else Fraction(-1 if missing else 0)
    if not 0 <= part <= 1:
        return None
    return [low + part * (high - low) for low, high in zip(lows, highs, strict=True)]


def _rounded(numbers: list[Fraction], fixed: Mapping[int, Fraction]) -> list[Fraction] | None:
    """Whole numbers with the same sum and the same fixed ones; None where there are none."""
    short = sum(numbers) - sum(map(floor, numbers))
    if short.denominator > 1 or any(number.denominator > 1 for number in fixed.values()):
        return None
    found = []
    for number in numbers:
        is_raised = number.denominator > 1 and short > 0
        short -= is_raised
        found.append(Fraction(floor(number) + is_raised))
    return found
