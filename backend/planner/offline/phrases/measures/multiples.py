"""Phrases for multiples: steps, even and odd numbers."""

from __future__ import annotations

from backend.rules.language.terms import Apply, Arithmetic, Constant, Function, Predicate, Value
from backend.rules.phrasing import IT, Phrases, all_of, compare, not_, number

phrase = Phrases()


@phrase("adj", "(a|an) [integer|whole] multiple of <number>", "multiples of <number>")
@phrase("adj", "[evenly] divisible by <number>", "in steps of <number>")
def multiple(step: Constant) -> Predicate | None:
    """A whole number of steps."""
    return None if not step.value else _is_whole(Arithmetic(sign="/", left=IT, right=step))


def _is_whole(value: Value) -> Predicate:
    return compare(value, "==", Apply(function=Function.ROUND, of=value))


@phrase("adj", "even|even-numbered", "an even (number|integer)", "[only] even numbers [only|alone]")
def even() -> Predicate | None:
    """0, 2, 4."""
    return multiple(number(2))


@phrase("adj", "odd|odd-numbered", "an odd (number|integer)", "[only] odd numbers [only|alone]")
def odd() -> Predicate:
    """1, 3, 5: whole, and not even."""
    whole, halved = _is_whole(IT), multiple(number(2))
    return whole if halved is None else all_of(whole, not_(halved))
