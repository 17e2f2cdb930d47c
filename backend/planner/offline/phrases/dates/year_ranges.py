"""Phrases for dates within some years: in the years 1970 to 1999, outside of them."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.calendar import months_of, within
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Phrases, not_

phrase = Phrases()


@phrase(
    "adj",
    "(in|within|from|between|of|during) [the] years <number> (to|until|through|and|up to) <number>",
)
@phrase(
    "verb", "_fall (in|within|into|between) [the] years <number> (to|until|through|and) <number>"
)
def in_years(first: Constant, last: Constant) -> Predicate | None:
    """In the years 1970 to 1999."""
    begin, end = months_of(first, 1, 12), months_of(last, 1, 12)
    return within(begin[0], end[1]) if begin and end and begin[0] <= end[0] else None


@phrase(
    "adj", "(outside|out of|beyond) [of] [the] years <number> (to|until|through|and|up to) <number>"
)
def outside_years(first: Constant, last: Constant) -> Predicate | None:
    """Outside the years 1970 to 1999."""
    found = in_years(first, last)
    return None if found is None else not_(found)
