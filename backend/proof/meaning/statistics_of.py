"""Measures of a list of values; None where there is nothing to tell."""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from backend.proof.meaning.unknowns import unknown
from backend.rules.language.words import Measure


def measure_of(measure: Measure, values: Sequence[Any], quantile: float | None) -> Any:
    """A measure of filled, readable values; of none it is None, but a count of none is 0."""
    if measure is Measure.COUNT:
        return len(values)
    if measure is Measure.DISTINCT:
        return len(set(values))
    if not values:
        return None
    if measure is Measure.QUANTILE:
        return _quantile(values, 0.0 if quantile is None else quantile)
    if measure not in _OF_NUMBERS:
        raise unknown("measure", measure)
    if measure not in _OF_DATES and any(isinstance(value, dt.datetime) for value in values):
        raise unknown("measure of dates", measure)
    return _OF_NUMBERS[measure](values)


def modes(values: Sequence[Any]) -> list[Any]:
    """The most frequent values, each of those that tie."""
    counts = Counter(values)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _quantile(values: Sequence[float], share: float) -> float:
    """Linear interpolation (type 7 of Hyndman and Fan 1996)."""
    ranked = sorted(values)
    place = share * (len(ranked) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ranked) - 1)
    if place == low:
        return ranked[low]
    return ranked[low] + (place - low) * (ranked[high] - ranked[low])


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _total(values: Sequence[float]) -> float:
    return sum(values) if all(isinstance(each, int) for each in values) else math.fsum(values)


def _variance(values: Sequence[float]) -> float | None:
    return float(statistics.variance(values)) if len(values) > 1 else None


def _deviation(values: Sequence[float]) -> float | None:
    return statistics.stdev(values) if len(values) > 1 else None


_OF_DATES = (Measure.MINIMUM, Measure.MAXIMUM)
_OF_NUMBERS: dict[Measure, Callable[[Sequence[Any]], Any]] = {
    Measure.SUM: _total,
    Measure.MEAN: _mean,
    Measure.MEDIAN: statistics.median,
    Measure.MINIMUM: min,
    Measure.MAXIMUM: max,
    Measure.DEVIATION: _deviation,
    Measure.VARIANCE: _variance,
    Measure.SHARE: _mean,
}
