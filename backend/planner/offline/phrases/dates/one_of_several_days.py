"""Phrases for a day among several: 14, 28 or 42 days after the order date, in 1996, 1997 or 1998."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.dates.dates import date_of, shifted
from backend.rules.language.terms import Apply, Constant, Function, OneOf, Predicate, Value
from backend.rules.phrasing import IT, Phrases, any_of, compare

phrase = Phrases()
_MOST = 9999


@phrase("day_counts", "<number> , <number>", "<day_counts> , <number>")
@phrase("some_days", "<number> or <number>", "<day_counts> [,] or <number>")
def several_numbers(*parts: Any) -> tuple[Constant, ...]:
    """14, 28 or 42."""
    found: list[Constant] = []
    for part in parts:
        found += [part] if isinstance(part, Constant) else part
    return tuple(found)


for _unit in ("day", "week", "month"):
    for _words, _direction in (("after|later than|past", 1), ("before|ahead of|earlier than", -1)):

        @phrase(
            "adj", f"[exactly|either] <some_days> {_unit}s ({_words}) (<cell>|<of_kin>)", cost=0.02
        )
        def days_apart(
            counts: tuple[Constant, ...],
            of: Value,
            unit: str = f"{_unit}s",
            direction: int = _direction,
        ) -> Predicate | None:
            """Exactly 14, 28 or 42 days after the order date."""
            amounts = [each.value for each in counts]
            if len(amounts) == 2 and amounts[1] == amounts[0] + 1:  # type: ignore[operator]
                return None  # two or three days after it: from two to three, at any hour
            moved = [
                shifted(of, (amount, unit), direction)
                for amount in amounts
                if isinstance(amount, int) and 0 <= amount <= _MOST
            ]
            days = [day for day in moved if day is not None]
            return (
                any_of(*(compare(IT, "==", day) for day in days))
                if len(days) == len(counts)
                else None
            )


@phrase("adj", "[dated] [either] (in|from) <some_days>", cost=0.05)
@phrase("verb", "(fall|falls|lie|lies) (in|within|into) [either] <some_days>", cost=0.05)
def in_one_of_the_years(years: tuple[Constant, ...]) -> Predicate | None:
    """In 1996, 1997 or 1998."""
    are_years = all(isinstance(each.value, int) and 1800 <= each.value <= 2199 for each in years)
    return OneOf(of=Apply(function=Function.YEAR, of=IT), options=years) if are_years else None


@phrase("adj", "[dated] [either] (on|from) [the] <some_days> [of] <month> [,] <number>", cost=0.05)
@phrase("adj", "[dated] [either] (on|from) <month> <some_days> [,] <number>", cost=0.05)
def on_one_of_the_days(*parts: Any) -> Predicate | None:
    """On 1, 2 or 3 May 2021; May 1 or 2, 2021."""
    counts = next(part for part in parts if isinstance(part, tuple))
    month, year = _month_and_year(parts)
    days = [date_of(year, month, each) for each in counts]
    found = [day for day in days if isinstance(day, Constant)]
    return any_of(*(compare(IT, "==", day) for day in found)) if len(found) == len(days) else None


def _month_and_year(parts: tuple[Any, ...]) -> tuple[int, Constant]:
    month = next(part for part in parts if isinstance(part, int))
    return month, next(part for part in parts if isinstance(part, Constant))
