"""How values are distributed: shape, entropy, shares, a goodness of fit, a correlation.

Numbers are computed from exact fractions; moments, entropies and coefficients are told to nine
decimals. What is undefined, such as the skewness of a constant, is nothing to test.
"""

from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from backend.proof.meaning.calendar_periods import is_dated, period_of
from backend.proof.meaning.cells import NUMERIC, as_text
from backend.proof.meaning.row_kinds import cells, counted, filled, grouped, number
from backend.proof.meaning.unknowns import NoPlainReading, unknown
from backend.proof.meaning.world import Here, World
from backend.rules.odd_distributions import OddDistributions
from backend.rules.unexpected_shares import UnexpectedShares
from backend.rules.weak_correlations import WeakCorrelations

_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, "==": operator.eq, ">=": operator.ge, ">": operator.gt,
}  # fmt: skip
_MOMENTS = ("skewness", "kurtosis", "normality")


def odd_distributions(rule: OddDistributions, world: World) -> tuple[int, int]:
    """The measures that can be told, of the table or its groups or values, and those out of bounds.

    A cell of a numeric measure that is no number makes it fail.
    """
    rows = counted(rule, world)
    kept = filled(rows, rule.own_columns())
    if rule.per:
        return _shares_per_period(rule, rows, kept)
    sizes = Counter(cells(here, rule.by) for here in rows)
    if rule.measure == "each_share":
        times = Counter((cells(here, rule.by), here.cell(rule.column)) for here in kept)
        found: list[float | None] = [many / sizes[by] for (by, _), many in times.items()]
    elif rule.measure in _MOMENTS:
        found = [_moment(rule, group) for group in grouped(kept, rule.by).values()]
    else:
        groups = grouped(kept, rule.by).items()
        found = [tally(rule.measure, _counts(rule, group), sizes[by]) for by, group in groups]
    told = [round(each, 9) if rule.is_rounded() else each for each in found if each is not None]
    return len(told), sum(not _keeps(each, rule.bounds) for each in told)


def _shares_per_period(
    rule: OddDistributions, rows: list[Here], kept: list[Here]
) -> tuple[int, int]:
    """Each value's share of its period; a value that stands beside a date that is none fails."""
    if rule.measure != "each_share":
        raise unknown("measure per period", rule.measure)
    sizes = Counter(_group(rule, here) for here in filled(rows, (*rule.by, *rule.date_columns())))
    times = Counter((_group(rule, here), here.cell(rule.column)) for here in kept)
    strays = {
        (_group(rule, here), here.cell(rule.column))
        for here in kept
        if not all(is_dated(period, here) for period in rule.per)
    }
    failing = sum(
        each in strays or not _keeps(many / sizes[each[0]], rule.bounds)
        for each, many in times.items()
    )
    return len(times), failing


def _group(rule: OddDistributions, here: Here) -> tuple[object, ...]:
    return (*cells(here, rule.by), *(period_of(period, here) for period in rule.per))


def _counts(rule: OddDistributions, rows: list[Here]) -> list[int]:
    return list(Counter(here.cell(rule.column) for here in rows).values())


def _keeps(found: float, bounds: tuple[tuple[str, float], ...]) -> bool:
    """Nothing keeps to a bound that is no number."""
    return all(_SIGNS[sign](found, bound) for sign, bound in bounds)


def _moment(rule: OddDistributions, rows: list[Here]) -> float | None:
    """The shape of a group's numbers; no number where a cell is none."""
    numbers = [number(here, rule.column) for here in rows]
    if None in numbers:
        return math.nan
    exact = _exact([each for each in numbers if each is not None])
    return shape_of(rule.measure)(exact)


def shape_of(measure: str) -> Callable[[Sequence[Fraction]], float | None]:
    """What tells the shape of numbers."""
    return {"skewness": skewness, "kurtosis": kurtosis, "normality": normality}[measure]


def _exact(numbers: Sequence[float]) -> list[Fraction]:
    if not all(map(math.isfinite, numbers)):
        raise NoPlainReading("A measure of infinity is not told. Give finite numbers.")
    return [Fraction(each) for each in numbers]


def _central(numbers: Sequence[Fraction], power: int) -> Fraction:
    """The mean of the deviations from the mean to some power."""
    mean = sum(numbers, Fraction()) / len(numbers)
    return sum(((each - mean) ** power for each in numbers), Fraction()) / len(numbers)


def skewness(numbers: Sequence[Fraction]) -> float | None:
    """G1 = sqrt(n(n-1)) / (n-2) * m3 / m2^(3/2) (Joanes and Gill 1998).

    None of fewer than 3 numbers, or of a constant.
    """
    size = len(numbers)
    if size < 3 or not (spread := _central(numbers, 2)):
        return None
    plain = float(_central(numbers, 3)) / math.sqrt(spread**3)
    return math.sqrt(size * (size - 1)) / (size - 2) * plain


def kurtosis(numbers: Sequence[Fraction]) -> float | None:
    """G2 = (n-1) / ((n-2)(n-3)) * ((n+1) g2 + 6), g2 = m4 / m2^2 - 3 (Joanes and Gill 1998).

    None of fewer than 4 numbers, or of a constant.
    """
    size = len(numbers)
    if size < 4 or not (spread := _central(numbers, 2)):
        return None
    excess = _central(numbers, 4) / spread**2 - 3
    return float(Fraction(size - 1, (size - 2) * (size - 3)) * ((size + 1) * excess + 6))


def normality(numbers: Sequence[Fraction]) -> float | None:
    """p = exp(-JB / 2), JB = n / 6 (g1^2 + g2^2 / 4) (Jarque and Bera 1980); None of a constant."""
    size = len(numbers)
    if not size or not (spread := _central(numbers, 2)):
        return None
    skewed, peaked = _central(numbers, 3) ** 2 / spread**3, _central(numbers, 4) / spread**2
    return math.exp(-float(Fraction(size, 12) * (skewed + (peaked - 3) ** 2 / 4)))


def tally(measure: str, counts: Sequence[int], whole: int) -> float | None:
    """What is told from how often each value occurs, of ``whole`` rows; None where none does."""
    copies = sum(count for count in counts if count > 1)
    singles = sum(count == 1 for count in counts)
    cells = sum(counts)
    if not cells:
        return None
    match measure:
        case "bits" | "nats":
            return _entropy([count / cells for count in counts], measure)
        case "modes":
            return sum(count == max(counts) for count in counts)
        case "singles" | "singles_share" | "singles_of_rows":
            return singles / {"singles_share": cells, "singles_of_rows": whole}.get(measure, 1)
        case "repeated":
            return sum(count > 1 for count in counts)
        case "copies":
            return copies
        case "copies_share" | "copies_of_rows":
            return copies / (whole if measure == "copies_of_rows" else cells)
        case _:
            raise unknown("measure of a distribution", measure)


def _entropy(shares: Sequence[float], unit: str) -> float:
    """H = - sum p log p (Shannon 1948), to the base 2 or e."""
    log = math.log2 if unit == "bits" else math.log
    return -math.fsum(share * log(share) for share in shares)


def unexpected_shares(rule: UnexpectedShares, world: World) -> tuple[int, int]:
    """The values that occur or should, and those whose share is off; with a level, the one test."""
    kept = filled(counted(rule, world), rule.own_columns())
    counts = Counter(_label(rule, here) for here in kept)
    if rule.first_digits:
        counts = Counter(_first_digit(_label(rule, here)) for here in kept)
        kept = [here for here in kept if _first_digit(_label(rule, here))]
        counts.pop("", None)
    wanted = dict(rule.shares)
    known = counts.keys() | wanted.keys() if kept else set()
    if not known:
        return 0, 0
    if rule.level is not None:
        return len(known), int(goodness_of_fit(counts, wanted) < rule.level)
    apart = [_is_far(rule, counts[v] / len(kept), wanted.get(v, 0)) for v in known]
    return len(known), sum(apart)


def _first_digit(text: str) -> str:
    return next((char for char in text if char in "123456789"), "")


def _label(rule: UnexpectedShares, here: Here) -> str:
    cell = here.cell(rule.column)
    assert cell is not None
    text = as_text(cell)
    is_number = here.world.fact(rule.table, rule.column).type in NUMERIC
    return text.removesuffix(".0") if is_number else text


def _is_far(rule: UnexpectedShares, share: float, wanted: float) -> bool:
    return not wanted or round(abs(share - wanted), 9) > rule.tolerance


def goodness_of_fit(counts: Counter[str], wanted: dict[str, float]) -> float:
    """The p-value of Pearson's chi-square test (Pearson 1900); 0 where a value has no share.

    The lower tail is the series of Abramowitz and Stegun 1964, 6.5.29.
    """
    size = counts.total()
    if counts.keys() - {value for value, share in wanted.items() if share}:
        return 0.0
    apart = (
        (counts[value] - share * size) ** 2 / (share * size) for value, share in wanted.items()
    )
    half, freedom = math.fsum(apart) / 2, (len(wanted) - 1) / 2
    if half <= 0 or not freedom:
        return 1.0
    term = math.exp(freedom * math.log(half) - half - math.lgamma(freedom + 1))
    total, step = 0.0, 0
    while term > total * 1e-17:
        total, step = total + term, step + 1
        term *= half / (freedom + step)
    return 1 - total


def weak_correlations(rule: WeakCorrelations, world: World) -> tuple[int, int]:
    """1 where the coefficient can be told, and 1 where it breaks a bound; cells that are no numbers
    make it fail."""
    kept = filled(counted(rule, world), rule.own_columns())
    pairs = [tuple(number(here, name) for name in rule.own_columns()) for here in kept]
    if any(None in pair for pair in pairs):
        return 1, 1
    left, right = (_exact([pair[side] or 0 for pair in pairs]) for side in (0, 1))
    if rule.ranks:
        left, right = ranks(left), ranks(right)
    found = correlation(left, right)
    if found is None:
        return 0, 0
    return 1, int(not _keeps(round(abs(found) if rule.size else found, 9), rule.bounds))


def ranks(numbers: Sequence[Fraction]) -> list[Fraction]:
    """The place of each number among all from 1 on; equal ones share the mean of theirs."""
    smaller = [sum(other < each for other in numbers) for each in numbers]
    equal = [sum(other == each for other in numbers) for each in numbers]
    return [Fraction(2 * few + same + 1, 2) for few, same in zip(smaller, equal, strict=True)]


def correlation(left: Sequence[Fraction], right: Sequence[Fraction]) -> float | None:
    """r = cov / sqrt(var var) (Pearson 1895); None where a side is constant, or has no two rows."""
    if len(set(left)) < 2 or len(set(right)) < 2:
        return None
    mean_left, mean_right = (sum(side, Fraction()) / len(side) for side in (left, right))
    both = zip(left, right, strict=True)
    shared = sum(((a - mean_left) * (b - mean_right) for a, b in both), Fraction()) / len(left)
    square = shared**2 / (_central(left, 2) * _central(right, 2))
    return math.copysign(math.sqrt(square), shared)
