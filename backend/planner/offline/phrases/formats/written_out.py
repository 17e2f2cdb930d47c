"""Phrases for layouts that are told by an example or shortly: written like 2026-05-05T08:57:03Z."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import decimals
from backend.planner.offline.phrases.sentences.comparisons import WHOLE
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.units import unit_of_header
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about

phrase = Phrases()
Pieces = tuple[tuple[str, str], ...]


@phrase(
    "stmt",
    "<cell> [written|given|typed|spelled] (as|like) <pieces>",
    "<cell> : [written|given|typed|spelled] (as|like) <pieces>",
    "<cell> in the (form|format|shape|layout|pattern|style) [of] <pieces>",
    cost=0.1,
)
def cell_as(subject: Value, pieces: Pieces) -> Statement | None:
    """cost_centre as CC-, then three digits."""
    told = described(pieces)
    return None if told is None else rule(about(told, subject), subject=subject)


@phrase(
    "stmt",
    "<cell> [written|given|typed|entered|stored] (as|in|like) <layout> [format|form|layout|style]",
    "<cell> (always|only) [written|given|typed|entered|stored] (as|in|like) <layout> [format|form]",
    cost=0.1,
)
def cell_laid_out(subject: Value, layout: str) -> Statement:
    """Paid_on as DD.MM.YYYY."""
    told = Matches(of=subject, how=How.FORMAT, text=f"date {layout}")
    return rule(told, subject=subject)


phrase.words("_separators", "slashes | dashes | dots | hyphens | points | blanks | colons")
phrase.words(
    "_long_year", "four digit year | 4 digit year | the year in four digits | year in full"
)


@phrase("adj", "<laid> with _separators and _long_year", "<laid> with _long_year", cost=0.02)
@phrase("adj", "<laid> with leading zeros", "<laid> and nothing else", cost=0.02)
def laid_fully(told: Predicate) -> Predicate:
    """Day/month/year with slashes and a four-digit year: the layout says it already."""
    return told


@phrase("adj", "(entered|typed|recorded|written down|noted) (as|in|like) <layout>", cost=0.02)
def entered_as(layout: str) -> Predicate:
    """Entered as day/month/year."""
    return Matches.model_validate({"of": {"type": "it"}, "how": "format", "text": f"date {layout}"})


phrase.words(
    "_real_date", "[_valid] (date and time|date|timestamp|time stamp|moment|point in time)"
)


@phrase(
    "adj",
    "_real_date [,] [and] (written|given|spelled|typed|entered|stored|noted) (like|as|in form|in style of) <layout>",
    "_real_date [,] like <layout>",
    cost=-0.7,
)
def real_date_like(layout: str) -> Predicate:
    """A real date and time, written like 2026-05-05T08:57:03Z."""
    return entered_as(layout)


# Whole numbers ----------------------------------------------------------------------------------

phrase.words(
    "_no_fraction",
    "nothing after the decimal (point|comma) [but (zero|zeros|zeroes|a zero)] | no fraction | no fractions "
    "| no fractional part | without fraction | no decimals | no digits after the decimal (point|comma) | "
    "nothing behind the decimal (point|comma) [but (zero|zeros|zeroes)] | no cents | no part years",
)


@phrase("in_whole", "in (whole|full|complete) <unit>", "(whole|full) <unit> (only|alone)")
def in_whole_units(unit: str) -> str:
    """In whole years."""
    return unit


@phrase("in_whole", "in (whole|full|complete) (numbers|units|steps|points)")
def in_whole_numbers() -> str:
    """In whole numbers."""
    return ""


@phrase("adj", "_no_fraction", cost=0.1)
def no_fraction() -> Predicate:
    """Nothing after the decimal point but zero."""
    return WHOLE


phrase.words("_told_in", "given | told | measured | counted | stated | recorded | entered | kept")


@phrase("stmt", "<cell> [:] [_told_in] <in_whole> [only] [[,] [i.e.|so] _no_fraction]", cost=0.02)
@phrase("stmt", "<cell> _must be _told_in <in_whole> [only] [[,] _no_fraction]", cost=0.02)
def whole_units(subject: Value, unit: str) -> Statement | None:
    """Age in whole years, nothing after the decimal point: of a column in that very unit."""
    header = unit_of_header(subject.column) if isinstance(subject, Cell) else ""
    is_its_own = not unit or not header or header == unit
    return rule(about(WHOLE, subject), subject=subject) if is_its_own else None


@phrase("adj", "number (of|with) [exactly|just] <number> (digit|digits)", cost=-0.4)
def number_of_digits(size: Constant) -> Predicate | None:
    """A number of exactly seven digits."""
    is_whole = isinstance(size.value, int) and size.value > 0
    return described(((rf"\d{{{size.value}}}", "class"),)) if is_whole else None


@phrase("adj", "<number> _decimals (at most|at the most|at the very most|maximum|or fewer|or less)")
def decimals_or_fewer(size: Constant) -> Predicate:
    """One decimal at most."""
    return decimals(size)


phrase.widen(
    "_only_once",
    "once only | one single time | only a single time | never more than once | one time at most",
)
