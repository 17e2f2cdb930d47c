"""Phrases for how far a value is off a computed one: off by more than 0.01 from A plus B."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.distances import apart_from
from backend.rules.language.terms import (
    Arithmetic,
    Compare,
    Constant,
    Predicate,
    Reads,
    Shifted,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_stray",
    "differ | differs | deviate | deviates | diverge | diverges | stray | strays | vary | varies | be off | "
    "is off | are off | be away | is away | be out | is out | are out | be wrong | is wrong | are wrong | "
    "departs | depart | be different | is different",
)
phrase.words(
    "_away_from",
    "away from | off | apart from | out from | different from | off from | distant from | from | beside",
)
_BOUNDS = {
    "_gt|by over|by more than|further than|farther than": ">",
    "_ge": ">=",
    "_le|no further than|not further than": "<=",
    "_lt": "<",
}


def _off(of: Value, sign: str, distance: Any) -> Predicate | None:
    """A plain number is moved from elsewhere; a percentage of a computed value is of it."""
    if isinstance(of, Constant):
        return None
    return apart_from(of, sign, distance)


for _words, _sign in _BOUNDS.items():

    @phrase("verb", f"_stray [by] ({_words}) <distance> (from|to|of) <sum>", cost=0.02)
    @phrase("verb", f"_stray [by] ({_words}) <distance> compared (to|with) <sum>", cost=0.02)
    @phrase("adj", f"off [by] ({_words}) <distance> (from|to) <sum>", cost=0.02)
    @phrase("adj", f"({_words}) <distance> _away_from <sum>", cost=0.04)
    def off_by(distance: Any, of: Value, sign: str = _sign) -> Predicate | None:
        """Off by more than 0.01 from the net amount plus the tax."""
        return _off(of, sign, distance)

    @phrase("verb", f"_stray from <sum> by ({_words}) <distance>", cost=0.02)
    @phrase("adj", f"(different|off|away) from <sum> by ({_words}) <distance>", cost=0.02)
    def off_from(of: Value, distance: Any, sign: str = _sign) -> Predicate | None:
        """Differs from the net amount plus the tax by more than 0.01."""
        return _off(of, sign, distance)


@phrase("adj", "within <distance> of <sum>", cost=0.02)
def near(distance: Any, of: Value) -> Predicate | None:
    """Within 0.01 of the net amount plus the tax."""
    is_computed = any(isinstance(part, Arithmetic) for part in walk(of))
    return _off(of, "<=", distance) if is_computed else None


# Amounts, said again -----------------------------------------------------------------------------

_CENT = r"(a|one) (cent|penny)"


@phrase("amount", rf"{_CENT} \( <number> \)", r"<number> (cent|cents) \( <number> \)")
@phrase("amount", rf"{_CENT} , <number> ,", rf"{_CENT} , i.e. <number>", cost=0.02)
def cents_said_again(*told: Constant) -> Value | None:
    """A cent (0.01)."""
    cents = float(told[0].value) if len(told) > 1 else 1.0
    is_same = abs(cents / 100 - float(told[-1].value)) < 1e-9
    return told[-1] if is_same else None


@phrase("amount", r"<number> \( <number> \)", cost=0.02)
def number_said_again(one: Constant, again: Constant) -> Value | None:
    """Ten (10)."""
    is_same = one.reads == again.reads == Reads.NUMBER and one.value == again.value
    return one if is_same else None


# A day that comes so long after another -----------------------------------------------------------


@phrase("verb", "(come|comes|came|fall|falls|fell|lie|lies|lay) <adj>", cost=0.1)
def comes_then(told: Predicate) -> Predicate | None:
    """Comes at least one day after the start: of days that are told from others alone."""
    bounds = [part for part in walk(told) if isinstance(part, Compare)]
    are_days = bool(bounds) and all(isinstance(part.right, Shifted) for part in bounds)
    return told if are_days else None
