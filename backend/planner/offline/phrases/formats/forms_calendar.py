"""Phrases for names of days and months that go with a date, and for what prices end in."""

from __future__ import annotations

import re

from backend.rules.language.code_lists import MONTHS, WEEKDAYS
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Predicate,
    Reads,
    Value,
)
from backend.rules.phrasing import IT, Phrases, all_of, any_of, compare, number

phrase = Phrases()

# Names that go with a date ------------------------------------------------------------------------

phrase.words("_in_english", "English | full English | full | complete | written-out | whole")
phrase.words(
    "_weekday_of",
    "(name of the day of the week|name of the weekday|name "
    "of the week day|name of the day|weekday name|week day name|day name|day-of-week name|name of the day of "
    "week|day of the week by name|weekday by name)",
)
phrase.words(
    "_month_of",
    "name of the month | name of the calendar month | month name | month by name | calendar month by name",
)
phrase.words("_right_name", "right | correct | proper | actual | matching | true | real")
phrase.words("_date_in", "(date|day) (in|of|given in|told in|under)")
phrase.words("_told_in_english", "[,] [written [out]] in English | [,] by its English name")
phrase.words("_falls", "falls | fell | lies | is | fall | occurs | was | takes place | took place")


@phrase(
    "name_style",
    "[,] (starting|beginning|written) with [a] capital [letter]",
    "[,] capitalised",
    "[,] in English",
    "[,] in full",
    "[,] written out [in full]",
    "[,] spelled out",
)
def in_full() -> tuple[str, int]:
    """Monday."""
    return ("title", 0)


@phrase("name_style", "[,] in (lower case|small letters|lowercase)", cost=-0.5)
def in_small_letters() -> tuple[str, int]:
    """monday."""
    return ("lower", 0)


@phrase("name_style", "[,] in (upper case|capitals|capital letters|uppercase)", cost=-0.5)
def in_capital_letters() -> tuple[str, int]:
    """MONDAY."""
    return ("upper", 0)


phrase.words(
    "_three_letters",
    "three-letter | three letter | 3 letter | abbreviated | short | three-letter English | abbreviated English | short English",
)


def _of_date(
    names: tuple[str, ...], function: Function, date: Value, style: str, size: int
) -> Predicate:
    part = Apply(function=function, of=date)
    return any_of(
        *(
            all_of(compare(part, "==", number(place)), compare(IT, "==", _told(name, style, size)))
            for place, name in enumerate(names, 1)
        )
    )


def _told(name: str, style: str, size: int) -> Constant:
    written: str = getattr(name[: size or None], style)()
    return Constant(value=written, reads=Reads.TEXT)


_WEEKDAY = "(day of the week|day of week|weekday|week day)"
for _noun, _bare, _names, _function in (
    ("_weekday_of", _WEEKDAY, WEEKDAYS, Function.WEEKDAY),
    ("_month_of", "(month|calendar month)", MONTHS, Function.MONTH),
):

    @phrase(
        "adj",
        f"[_in_english] {_noun} (of|for|in|belonging to|that goes with) [_date_in] <cell> [<name_style>]",
        f"[_in_english] {_noun} [in English] (on|in) which [_date_in] <cell> _falls [<name_style>]",
        f"[name of] {_bare} (of|for) [_date_in] <cell> _told_in_english",
        f"[name of] {_bare} (on|in) which [_date_in] <cell> _falls _told_in_english",
        f"[_in_english] {_noun} <cell> _falls (on|in) [<name_style>]",
        f"[_right_name] {_bare} [name] (of|for|that goes with|that belongs to) [_date_in] <cell>",
        f"[_right_name] {_bare} [name] (on|in) which <cell> _falls",
        f"_in_english [name of] {_bare} (of|for|belonging to|that goes with) <cell> [<name_style>]",
        f"_in_english [name of] {_bare} (on|in) which <cell> _falls [<name_style>]",
        f"_in_english [name of] {_bare} <cell> _falls (on|in) [<name_style>]",
        cost=0.05,
    )
    def name_of_date(
        date: Value,
        *styles: tuple[str, int],
        names: tuple[str, ...] = _names,
        function: Function = _function,
    ) -> Predicate | None:
        """The English name of the day of the week on which a date falls."""
        if not isinstance(date, Cell):
            return None
        style, size = styles[0] if styles else ("title", 0)
        return _of_date(names, function, date, style, size)

    @phrase(
        "adj",
        f"_three_letters [name of] ({_noun}|{_bare}) (of|for) <cell> [<name_style>]",
        cost=0.05,
    )
    def short_name_of_date(
        date: Value,
        *styles: tuple[str, int],
        names: tuple[str, ...] = _names,
        function: Function = _function,
    ) -> Predicate | None:
        """The three-letter weekday of a date."""
        if not isinstance(date, Cell):
            return None
        return _of_date(names, function, date, styles[0][0] if styles else "title", 3)


# What a number ends in ----------------------------------------------------------------------------


@phrase("verb", "_ends [in|with] <bare>", "_ends <bare> (cents|ct)", cost=0.1)
def ends_in_fraction(ending: Constant) -> Predicate | None:
    """Ends in .5: of a number, what stands behind its point."""
    written = str(ending.value)
    if not re.fullmatch(r"\.\d{1,4}", written):
        return None
    size = Apply(function=Function.ABSOLUTE, of=IT)
    rest = Arithmetic(sign="-", left=size, right=number(float(written)))
    whole = Arithmetic(sign="/", left=rest, right=number(1))
    return compare(whole, "==", Apply(function=Function.ROUND, of=whole))


@phrase("verb", "_ends [in|with] <bare> or [in|with] <bare>", cost=0.1)
def ends_in_either(one: Constant, other: Constant) -> Predicate | None:
    """Ends in .5 or .25."""
    found = [ends_in_fraction(each) for each in (one, other)]
    kept = [each for each in found if each is not None]
    return any_of(*kept) if len(kept) == 2 else None
