"""Public holidays as a sentence names them: whose they are, and which calendar tells them.

A bank holiday is one of the United Kingdom or of Ireland, where the two words mean the same; a
federal holiday is one of the United States. Which days are holidays is never guessed: a sentence
that does not say where, or a calendar whose dates are estimates, is declined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import pycountry

from backend.planner.offline.chart import Leaf
from backend.planner.offline.context import Misfit
from backend.planner.offline.demonyms import _COUNTRIES
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.holiday_calendars import calendar_name, calendars, known_years
from backend.rules.language.negation import simplified
from backend.rules.language.terms import (
    Apply,
    Compare,
    Function,
    Not,
    Predicate,
    PublicHoliday,
    Term,
    Unless,
)
from backend.rules.language.walk import is_fixed, rewrite, walk
from backend.rules.phrasing import Statement, any_of, compare, number
from backend.rules.rule import Rule

_DAYS = frozenset({"holiday", "holidays"})
_KINDS = frozenset({"public", "bank", "federal", "national"})
_BEFORE_PLACE = frozenset({"in", "of", "for"})
_LONGEST_PLACE = 5
_BANK = ("GB", "IE")
_REGIONS_OF = ("DE", "GB", "US", "CA", "AU", "AT", "CH", "ES", "IT", "BR", "NZ")
"""The countries whose regions are known by their names alone."""
_CALLED = {
    "uk": "GB", "u.k.": "GB", "britain": "GB", "great britain": "GB", "usa": "US", "u.s.": "US",
    "us": "US", "u.s.a.": "US", "america": "US", "united states of america": "US", "holland": "NL",
    "czech republic": "CZ", "turkey": "TR", "russia": "RU", "south korea": "KR", "vietnam": "VN",
    "republic of ireland": "IE", "wales": "GB-WLS",
    "bavaria": "DE-BY", "saxony": "DE-SN", "hesse": "DE-HE",
    "lower saxony": "DE-NI", "north rhine-westphalia": "DE-NW", "rhineland-palatinate": "DE-RP",
    "saxony-anhalt": "DE-ST", "thuringia": "DE-TH", "new york state": "US-NY",
    "washington state": "US-WA", "lombardy": "IT-25", "catalonia": "ES-CT", "andalusia": "ES-AN",
    "carinthia": "AT-2", "styria": "AT-6", "tyrol": "AT-7", "vienna": "AT-9", "geneva": "CH-GE",
}  # fmt: skip
_ASKS = {
    "where": "it is not told where these days are holidays; write 'a public holiday in Germany', "
    "for instance",
    "bank": "which days are bank holidays there is not known; write 'a public holiday in …', if "
    "these are meant",
    "federal": "only the United States have federal holidays here; write 'a public holiday in …'",
    "national": "a national holiday may be one day of the year or each public holiday; write 'a "
    "public holiday in …', if these are meant",
    "years": "the dates of its public holidays are estimates or not known; keep them in a table, "
    "and write 'order_date must not be in holidays.holiday_date'",
}


def holiday_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """A public holiday in Germany, a US federal holiday, a bank holiday in England."""
    if not any(token.low in _DAYS for token in tokens[start : start + _LONGEST_PLACE + 4]):
        return
    for code, place in _places(tokens, start, adjectives=True):
        end = place + 1 if place < len(tokens) and tokens[place].low == "'s" else place
        found = _kind(tokens, end)
        if found is not None:
            yield _leaf(start, found[1], code, found[0])
    found = _kind(tokens, start)
    if found is None:
        return
    kind, end = found
    yield from _open(start, end, kind, lexicon)
    if end < len(tokens) and tokens[end].low in _BEFORE_PLACE:
        at = end + 2 if end + 1 < len(tokens) and tokens[end + 1].low == "the" else end + 1
        for code, behind in _places(tokens, at, adjectives=False):
            yield _leaf(start, behind, code, kind)


def _open(start: int, end: int, kind: str, lexicon: Lexicon) -> Iterator[Leaf]:
    """A holiday of nowhere, where no table or column tells them."""
    stems = {stem for stems in lexicon.table_stems.values() for stem in stems}
    stems |= {stem for named in lexicon.columns for stem in named.stems}
    if "holiday" not in stems:
        yield _leaf(start, end, "US" if kind == "federal" else "", kind)


def _leaf(start: int, end: int, code: str, kind: str) -> Leaf:
    name = calendar_name(code) if code else "no place"
    return Leaf("holiday", start, end, _calendar(code, kind), 0.0, f"public holidays of {name}")


def _calendar(code: str, kind: str) -> str:
    """The calendar, or ``?`` and why there is none."""
    if not code:
        return "?where"
    if kind == "national":
        return "?national"
    if kind == "bank" and code.partition("-")[0] not in _BANK:
        return "?bank"
    if kind == "federal" and code != "US":
        return "?federal"
    return code if known_years(code) is not None else "?years"


def _kind(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Which kind of holidays begins here, and where it ends."""
    words = [token.low for token in tokens[at : at + 2]]
    if words and words[0] in _DAYS:
        return "", at + 1
    is_two = len(words) == 2 and words[0] in _KINDS and words[1] in _DAYS
    return (words[0], at + 2) if is_two else None


def _places(tokens: Sequence[Token], at: int, *, adjectives: bool) -> Iterator[tuple[str, int]]:
    """The calendars that the longest words from a place on name, and where these end."""
    for end in range(min(len(tokens), at + _LONGEST_PLACE), at, -1):
        span = tokens[at:end]
        text = " ".join(token.low for token in span)
        codes = _by_name().get(text, ())
        if not codes and adjectives and text in _COUNTRIES:
            codes = _by_name().get(_COUNTRIES[text].split(",")[0], ())
        if text == "us" and span[0].text != "US":
            continue
        if not codes and span[0].text in calendars():
            codes = (span[0].text,) if end == at + 1 else ()
        if codes:
            yield from _within_country(tokens, codes, end)
            return


def _within_country(
    tokens: Sequence[Token], codes: Sequence[str], end: int
) -> Iterator[tuple[str, int]]:
    """Bavaria, Germany: with the country behind it, if it is told."""
    for code in codes:
        behind = end
        if "-" in code and end + 1 < len(tokens) and tokens[end].low in (",", "("):
            inner = [stop for name, stop in _places(tokens, end + 1, adjectives=False)
                     if name == code.partition("-")[0]]  # fmt: skip
            closes = tokens[end].low == "("
            if inner and (not closes or tokens[inner[0] : inner[0] + 1][0].low == ")"):
                behind = inner[0] + int(closes)
        yield code, behind


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    """The calendars by what their places are called, in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    told = [(name, code) for name, code in _CALLED.items()]
    for country in pycountry.countries:
        names = (
            country.name,
            getattr(country, "common_name", ""),
            getattr(country, "official_name", ""),
        )
        told += [(name.lower(), country.alpha_2) for name in names if name]
    for code in _REGIONS_OF:
        parts = pycountry.subdivisions.get(country_code=code)  # type: ignore[no-untyped-call]
        told += [(part.name.lower(), part.code) for part in parts or ()]
    for name, code in told:
        if code in calendars() and code not in found.get(name, ()):
            found[name] = (*found.get(name, ()), code)
    return found


# What a rule makes of them ------------------------------------------------------------------------


def on_holiday(calendar: str, of: Term) -> Compare:
    """Whether a date is a holiday of a calendar; of none that is known until it is settled."""
    years = None if calendar.startswith("?") else known_years(calendar)
    first, last = years or (0, 0)
    day = PublicHoliday.model_validate(
        {"of": of, "calendar": calendar, "first": first, "last": last}
    )
    return compare(day, "==", number(1))


def refuse_unknown_holidays(statement: Statement) -> None:
    """Pass a statement whose holidays are known, of dates that its rows hold.

    Raises:
        Misfit: it is not told whose they are, or nobody knows them for certain.
    """
    for part in walk(statement):
        if isinstance(part, PublicHoliday):
            if part.calendar.startswith("?"):
                raise Misfit(_ASKS[part.calendar[1:]])
            if is_fixed(part.of):
                raise Misfit("whether one day is a public holiday, no row can tell")


def with_unknown_years(rule: Rule) -> Rule:
    """The rule, in which a date of a year without known holidays belongs to the chosen rows.

    So a row that is chosen by a holiday is judged as well where nobody can tell.

    Raises:
        Misfit: rows are counted or compared by their holidays.
    """
    holidays = [part for part in walk(rule) if isinstance(part, PublicHoliday)]
    if not holidays:
        return rule
    if not isinstance(rule, BrokenRows):
        raise Misfit(
            "holidays can be asked of rows one by one, but not of many rows at once, since dates "
            "of years without known holidays would go unnoticed"
        )
    if rule.where is None or not _speaks_of_holidays(rule.where):
        return rule
    return rule.model_copy(update={"where": _widened(simplified(rule.where))})


def _speaks_of_holidays(part: Predicate) -> bool:
    return any(isinstance(each, PublicHoliday) for each in walk(part))


def _widened(where: Predicate) -> Predicate:
    """With the rows of years without known holidays; "unless" leaves those in by itself."""

    def change(part: Term) -> Term | None:
        match part:
            case Unless(part=inner) if not any(isinstance(each, Unless) for each in walk(inner)):
                return part
            case Unless() | Not(part=Unless()) if _speaks_of_holidays(part):
                raise Misfit(
                    "which rows are meant is told in a way in which dates of years without known "
                    "holidays could go unnoticed; say it without denying several things at once"
                )
            case (
                Compare(left=PublicHoliday() as day)
                | Not(part=Compare(left=PublicHoliday() as day))
            ):
                year = Apply(function=Function.YEAR, of=day.of)
                return any_of(
                    part,
                    compare(year, "<", number(day.first), reads="number"),
                    compare(year, ">", number(day.last), reads="number"),
                )
            case _:
                return None

    return rewrite(where, change)
