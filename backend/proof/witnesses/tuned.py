"""A last number with which a measure of numbers is just its bound."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

LARGE = 10**9
"""What the other numbers are multiples of, so that a step of 1 moves a measure by little."""
_STOPS = tuple(LARGE * far for far in (-1000, -100, -30, 0, 5, 10, 13, 15, 18, 25, 50, 100, 1000))


def tuned(measure: Callable[[Fraction], float | None], bound: float) -> int | None:
    """The number with which a measure is the bound to nine decimals; None where there is none."""

    def above(last: int) -> bool:
        found = measure(Fraction(last))
        return found is not None and found > bound

    for low, high in pairwise(_STOPS):
        start = above(low)
        if above(high) == start:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if above(middle) == start else (low, middle)
        for last in (low, high):
            found = measure(Fraction(last))
            if found is not None and round(found, 9) == bound:
                return last
    return None
