"""Phrases for dates of the same day and month: exactly five years later."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Predicate,
    Value,
)
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, compare

phrase = Phrases()

phrase.words(
    "_day_and_month",
    "day and [the] [same] month | month and [the] [same] day | calendar day and month",
)
phrase.words(
    "_falls_on",
    "fall on | falls on | _be on | lie on | lies on | _must fall on | _must be on | _must lie on | must be | is | are | "
    "have | has | _must have | share | shares | _must share",
)
phrase.words("_years_on", "later | after [it|that] | on | afterwards | further on")
phrase.words("_years_back", "earlier | before [it|that] | ago")
phrase.words("_exactly_that_far", "[,] [but] [exactly|just|precisely|always]")


def _same_day(other: Value) -> Predicate:
    """Of the same day and month, in whatever year."""
    return all_of(
        *(
            compare(Apply(function=part, of=IT), "==", Apply(function=part, of=other))
            for part in (Function.MONTH, Function.DAY)
        )
    )


@phrase("stmt", "<cell> _falls_on the same _day_and_month as <cell>", cost=0.02)
@phrase("stmt", "<cell> and <cell> _falls_on the same _day_and_month", cost=0.02)
def same_day_and_month(of: Value, other: Value) -> Statement | None:
    """The end falls on the same day and month as the beginning."""
    if not isinstance(of, Cell) or not isinstance(other, Cell) or of == other:
        return None
    return rule(about(_same_day(other), of), subject=of)


for _words, _sign in (("_years_on", "+"), ("_years_back", "-")):

    @phrase(
        "stmt",
        f"<cell> _falls_on the same _day_and_month as <cell> _exactly_that_far <number> (year|years) {_words}",
        cost=0.01,
    )
    def so_many_years_on(
        of: Value, other: Value, years: Constant | int, sign: str = _sign
    ) -> Statement | None:
        """The same day and month, exactly five years later."""
        if not isinstance(of, Cell) or not isinstance(other, Cell) or of == other:
            return None
        if not isinstance(years, Constant) or not isinstance(years.value, int):
            return None
        year = Apply(function=Function.YEAR, of=other)
        there = Arithmetic.model_validate({"sign": sign, "left": year, "right": years})
        same = compare(Apply(function=Function.YEAR, of=IT), "==", there)
        return rule(about(all_of(_same_day(other), same), of), subject=of)
