"""Scenes for correlations: just below, on and above each bound, ties, constants, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise, permutations

from backend.contracts.check import Cell
from backend.proof.meaning.distributions import correlation
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.runs import bad_cell, steps_of
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.proof.witnesses.shapes import shares_beside
from backend.proof.witnesses.tuned import LARGE, tuned
from backend.rules.weak_correlations import WeakCorrelations

BLURRED = 6_597_213_359_297_158
"""A whole number of which three have another mean in floating point; of decimals 0.1 is one."""
_FIVE = (1, 2, 3, 4, 5)
_FIRST_FOUR = ((3, 1, 2, 5), (1, 2, 3, 4), (4, 3, 2, 1))
"""Numbers beside 1 to 4; with a fifth, rising ones come near a coefficient of 1, falling of -1."""
_RANKED = 25


def correlation_scenes(rule: WeakCorrelations, setting: Setting) -> Iterator[Scene]:
    """Five pairs in each order that comes near a bound, constants, gaps, strange cells."""
    table = rule.table
    yes, no = rows_for(setting, table, rule.where)

    def spell(column: str, number: float) -> Cell:
        places = 1 if setting.is_whole(table, column) else 100
        return steps_of(setting, table, column).spell(int(number * places))

    def rows(left: Sequence[float], right: Sequence[float], base: Line = yes) -> list[Line]:
        return [{**base, rule.left: spell(rule.left, a), rule.right: spell(rule.right, b)}
                for a, b in zip(left, right, strict=True)]  # fmt: skip

    first = _FIVE
    orders = [(f"a correlation of {told}", order) for told, order in _orders_near(rule)]
    yield from (Scene(says, {table: rows(first, order)}) for says, order in orders[:1])
    for told, of_left, of_right in _on_bounds(rule):
        yield Scene(f"a correlation of just {told}", {table: rows(of_left, of_right)})
    paired = rows(first, (1, 2, 4, 3, 5))
    gaps: list[Line] = [{**paired[4], rule.left: None}, {**paired[0], rule.right: None}]
    yield Scene("empty cells", {table: [*paired, *gaps]})
    if no is not None:
        left = rows(first, (5, 4, 3, 2, 1), base=no)
        yield Scene("rows that do not count", {table: [*paired, *left]})
    for says, sides in _constants(rule, setting).items():
        yield Scene(says, {table: rows(*sides)})
    for column in rule.own_columns():
        bad = {**paired[1], column: bad_cell(setting, table, column)}
        yield Scene(f"{column} that is no number", {table: [*paired, bad]})
    yield Scene("no rows at all", {})
    yield Scene("one pair far out", {table: rows((1, 2, 3, 4, 50), (2, 1, 4, 3, 60))})
    yield Scene("ties", {table: rows((1, 1, 2, 2, 3, 9), (1, 2, 2, 3, 3, 3))})
    yield Scene("one row", {table: paired[:1]})
    yield from (Scene(says, {table: rows(first, order)}) for says, order in orders[1:])


def _constants(
    rule: WeakCorrelations, setting: Setting
) -> dict[str, tuple[tuple[float, ...], tuple[float, ...]]]:
    """Of decimals one whose mean is not told exactly by floating point."""
    rising = (1.0, 2.0, 4.0)
    sides = [BLURRED if setting.is_whole(rule.table, name) else 0.1 for name in rule.own_columns()]
    return {
        f"{rule.left} is constant": ((sides[0],) * 3, rising),
        f"{rule.right} is constant": (rising, (sides[1],) * 3),
    }


def _orders_near(rule: WeakCorrelations) -> Iterator[tuple[Fraction, tuple[int, ...]]]:
    """Orders of 1 to 5 by their coefficient, 1 - 6 sum d^2 / (n (n^2 - 1)) (Spearman 1904)."""
    told: dict[Fraction, tuple[int, ...]] = {}
    for order in permutations(range(1, 6)):
        apart = sum((a - b) ** 2 for a, b in zip(range(1, 6), order, strict=True))
        told.setdefault(1 - Fraction(apart, 20), order)
    kept: dict[Fraction, None] = {}
    for _, bound in rule.bounds:
        exact = Fraction(str(bound))
        for side in (exact, -exact) if rule.size else (exact,):
            near = sorted(told, key=lambda found: abs(found - side))
            kept |= dict.fromkeys([*near[:3]])
    kept |= dict.fromkeys([Fraction(1), Fraction(-1)])
    yield from ((found, told[found]) for found in list(kept)[:8])


def _on_bounds(rule: WeakCorrelations) -> Iterator[tuple[str, Sequence[int], Sequence[int]]]:
    """For each bound pairs whose coefficient is just that, and by half of its last digit beside.

    Of numbers it is so to nine decimals. The ranks of 25 pairs have each coefficient of two.
    """
    for bound in dict.fromkeys(bound for _, bound in rule.bounds):
        for exact in (Fraction(str(bound)), *shares_beside(bound)):
            if rule.ranks and abs(exact) <= 1:
                yield f"{float(exact):g}", range(1, _RANKED + 1), _ranks_of(exact)
            found = None if rule.ranks else _numbers_of(exact)
            if found is not None:
                yield f"{float(exact):g}", _FIVE, found


def _numbers_of(bound: Fraction) -> list[int] | None:
    """Numbers whose coefficient beside 1 to 5 is the bound; None where none are found."""
    left = [Fraction(number) for number in _FIVE]
    for first in _FIRST_FOUR:
        rest = [number * LARGE for number in first]
        found = tuned(partial(_beside, left, rest), float(bound))
        if found is not None:
            return [*rest, found]
    return None


def _beside(left: Sequence[Fraction], rest: Sequence[int], last: Fraction) -> float | None:
    return correlation(left, [*map(Fraction, rest), last])


def _ranks_of(bound: Fraction) -> list[int]:
    """The ranks whose coefficient beside 1, 2, 3 … is as near to a bound as there is one.

    Two neighbours b before a, in the place of a before b, add 2 (b - a) to the sum of squares
    that the coefficient is told by: half of that sum is spent, the widest pair first.
    """
    spend = round((1 - bound) * _RANKED * (_RANKED**2 - 1) / 12)
    order = list(range(1, _RANKED + 1))
    while spend > 0:
        gaps = {at: right - left for at, (left, right) in enumerate(pairwise(order))}
        fitting = {at: gap for at, gap in gaps.items() if 0 < gap <= spend}
        if not fitting:
            break
        at = max(fitting, key=lambda place: fitting[place])
        order[at], order[at + 1] = order[at + 1], order[at]
        spend -= fitting[at]
    return order
