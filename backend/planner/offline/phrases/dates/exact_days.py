"""Phrases for one day and no other: is 2024-05-01, created on 1 May 2024, neither of two days."""

from __future__ import annotations

from backend.rules.language.terms import Constant, Predicate, Reads, Today, Value
from backend.rules.phrasing import IT, Phrases, any_of, compare

phrase = Phrases()


def _is_day(value: Value) -> bool:
    return isinstance(value, Today) or (isinstance(value, Constant) and value.reads == Reads.DATE)


@phrase("adj", "[exactly] <moment>", cost=0.1)
@phrase("adj", "[exactly] on <moment>", "on (the day|the date) <moment>", cost=0.1)
@phrase("adj", "dated [on] <moment>", cost=0.1)
def that_day(day: Value) -> Predicate | None:
    """The first of May 2024."""
    return compare(IT, "==", day) if _is_day(day) else None


@phrase("adj", "[on|either] <moment> or [on] <moment>", cost=0.1)
@phrase("adj", "[on|either] <moment> , <moment> [,] or [on] <moment>", cost=0.1)
def one_of_the_days(*days: Value) -> Predicate | None:
    """The first or the second of May 2024."""
    return any_of(*(compare(IT, "==", day) for day in days)) if all(map(_is_day, days)) else None
