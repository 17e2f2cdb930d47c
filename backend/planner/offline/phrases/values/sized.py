"""Phrases for rows by an adjective that tells their column: heavier than 6000 grams, cheaper than 5."""

from __future__ import annotations

from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import Phrases, compare

phrase = Phrases()


@phrase("rel", "<sized_by> than <amount>", cost=0.05)
@phrase("rowvp", "_be <sized_by> than <amount>", cost=0.05)
def sized_so(told: tuple[Value, str], bound: Value) -> Predicate:
    """Penguins heavier than 6000 grams."""
    of, sign = told
    return compare(of, sign, bound)


@phrase("rowvp", "_be no <sized_by> than <amount>", cost=0.05)
def no_more_than(told: tuple[Value, str], bound: Value) -> Predicate:
    """Parcels must be no heavier than 30 kg."""
    of, sign = told
    return compare(of, "<=" if sign == ">" else ">=", bound)
