"""How conditions are denied in a rule's own words, and what an empty cell does to them."""

from __future__ import annotations

from backend.rules.language.terms import Not, Predicate, Unless
from backend.rules.phrasing import Phrases

phrase = Phrases()


@phrase("atom", r"not \( <cond> \)")
def unless(told: Predicate) -> Predicate:
    """not (country equals 'US')."""
    return Unless(part=told)


@phrase("atom", r"certainly \( <cond> \)")
def certainly(told: Predicate) -> Predicate:
    """Certainly (country equals 'US'): not where the country is empty."""
    return Unless(part=Unless(part=told))


@phrase("atom", r"it is not so that \( <cond> \)", "it is not so that <atom>")
def not_so(told: Predicate) -> Predicate:
    """It is not so that (a is filled and b is filled)."""
    return Not(part=told)
