"""Numbers that no short decimal tells, and a fraction does: two thirds."""

from __future__ import annotations

from fractions import Fraction

_LARGEST_WHOLE = 100
_SHORT = 12


def simple_fraction(value: object) -> tuple[int, int] | None:
    """The fraction of small integers that a float is nearest to, where its decimals run on.

    >>> simple_fraction(2 / 3), simple_fraction(0.25), simple_fraction(0.667)
    ((2, 3), None, None)
    """
    if not isinstance(value, float) or not abs(value) < 1 or len(repr(abs(value))) <= _SHORT + 2:
        return None
    found = Fraction(value).limit_denominator(_LARGEST_WHOLE)
    is_same = found.numerator / found.denominator == value
    return (found.numerator, found.denominator) if is_same and found.numerator > 0 else None
