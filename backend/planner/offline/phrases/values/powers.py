"""Phrases for squares and cubes in formulas: (height_cm / 100)^2, the square of a side."""

from __future__ import annotations

from backend.rules.language.terms import Arithmetic, Constant, Value
from backend.rules.phrasing import Phrases

phrase = Phrases()

_HIGHEST = 3


@phrase("factor", "<factor> ^ <number>", "<factor> * * <number>", cost=0.01)
@phrase("factor", "<factor> (to the|raised to the) power of <number>", cost=0.01)
def power(base: Value, exponent: Value) -> Value | None:
    """A value times itself; of higher powers and roots nothing is read."""
    times = exponent.value if isinstance(exponent, Constant) else 0
    if isinstance(base, Constant) or not isinstance(times, int) or not 2 <= times <= _HIGHEST:
        return None
    found = base
    for _ in range(1, times):
        found = Arithmetic(sign="*", left=found, right=base)
    return found


@phrase("factor", "<factor> squared", "[the] square of <factor>", cost=0.01)
def squared(base: Value) -> Value:
    """A value times itself."""
    return Arithmetic(sign="*", left=base, right=base)


@phrase("factor", "<factor> cubed", "[the] cube of <factor>", cost=0.01)
def cubed(base: Value) -> Value:
    """A value times its square."""
    return Arithmetic(sign="*", left=squared(base), right=base)
