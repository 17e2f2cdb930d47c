"""Phrases for multiples: steps, even and odd numbers."""

from __future__ import annotations

from backend.rules.language.terms import Apply, Arithmetic, Constant, Function, Predicate, Value
from backend.rules.phrasing import IT, Phrases, compare, number

phrase = Phrases()


@phrase("adj", "(a|an) [integer|whole] multiple of <number>", "multiples of <number>")
@phrase("adj", "[evenly] divisible by <number>", "in steps of <number>")
def multiple(step: Constant) -> Predicate | None:
    """A whole number of steps."""
    return None if not step.value else _is_whole(Arithmetic(sign="/", left=IT, right=step))


def _is_whole(value: Value) -> Predicate:
    return compare(value, "==", Apply(function=Function.ROUND, of=value))


@phrase("adj", "even", "an even (number|integer)", "even numbers")
def even() -> Predicate | None:
    """0, 2, 4."""
    return multiple(number(2))


@phrase("adj", "odd", "an odd (number|integer)", "odd numbers")
def odd() -> Predicate:
    """1, 3, 5."""
    half = Arithmetic(
        sign="/", left=Arithmetic(sign="+", left=IT, right=number(1)), right=number(2)
    )
    return _is_whole(half)
