"""Phrases for forms that an example shows, or that short days have: 310-246-1501, month/day/two-digit year.

An example shows a form where it is nothing but groups of digits with signs between them.
"""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.units import UNITS, unit_named
from backend.rules.language.terms import Cell, Constant, How, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, compare, not_

phrase = Phrases()
Pieces = tuple[tuple[str, str], ...]

# Groups of digits ---------------------------------------------------------------------------------

_GROUPS = re.compile(r"\(?\d{2,}\)?(?:[-/. ]\d{2,}){1,5}")
_DAYS = re.compile(r"\d{4}([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2(?:\d{4}|\d\d)|\d+[./]\d+")
"""What may be a day, or a number, shows no such form."""
_OTHERS = re.compile(
    r"\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{1,3}){2,}|\d{4}[-/.](?:0[1-9]|1[0-2])|\d{4}-\d\d-\d\d\W.*|"
    r"(?:0[1-9]|[12]\d|3[01])[-/.](?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])|"
    r"\D*(\d)(?:\D|\1)*"
)
"""Thousands, versions and network addresses have groups of any size, months and days no free digits;
one digit throughout stands for what is not known."""
_MARKS = {"dashes": "-", "hyphens": "-", "slashes": "/", "dots": ".", "points": ".", "spaces": " "}

phrase.words(
    "_put_down_so",
    "(written|given|entered|typed|noted|recorded|spelled|stored|formatted|shown) [as|like|as in|in style of] | "
    "[written|given|entered|typed|stored] in (form|format|style|shape|pattern) [of] | of (form|format|style|shape|pattern) | like",
)
for _word, _mark in _MARKS.items():
    phrase(
        "only_marks",
        f"[,] with {_word} only",
        f"[,] {_word} only",
        f"[,] with {_word} and nothing else",
    )(lambda mark=_mark: mark)


@phrase("sizes_of_groups", "<number> [,] and <number>", "<number> , <sizes_of_groups>")
def sizes_of_groups(first: Constant, rest: Constant | tuple[object, ...]) -> tuple[object, ...]:
    """Three, two and four."""
    return (first.value, *(rest if isinstance(rest, tuple) else (rest.value,)))


@phrase("like_example", r"(<bare>|<text>) [,] [\(] [i.e.] <sizes_of_groups> digits [\)]", cost=-0.4)
def of_these_groups(example: Constant, sizes: tuple[object, ...]) -> Constant | None:
    """123-45-6789 (three, two and four digits)."""
    groups = [len(part) for part in re.findall(r"\d+", str(example.value))]
    return example if groups == [*sizes] else None


phrase("like_example", "(<bare>|<text>)")(lambda example: example)


@phrase("adj", "_put_down_so <like_example> [<only_marks>]", cost=-0.8)
@phrase(
    "verb",
    "(have|has|follow|follows|take|takes) (form|format|pattern|style|shape) [of|like] <like_example> [<only_marks>]",
    cost=-0.8,
)
@phrase("verb", "(look|looks|read|reads) like <like_example> [<only_marks>]", cost=-0.8)
def like_digits(example: Constant, mark: str = "") -> Predicate | None:
    """Written 310-246-1501, with dashes only."""
    text = str(example.value)
    if not _GROUPS.fullmatch(text) or _DAYS.fullmatch(text) or _OTHERS.fullmatch(text):
        return None
    if mark and set(re.sub(r"\d", "", text)) != {mark}:
        return None
    parts = re.findall(r"\d+|\D", text)
    return _form(
        How.PATTERN, "".join(rf"\d{{{len(p)}}}" if p.isdigit() else re.escape(p) for p in parts)
    )


_WITH_UNIT = re.compile(r"\d+ [A-Za-z]+")


@phrase("adj", "_put_down_so <text>", "(look|looks) like <text>", cost=-0.5)
@phrase("verb", "(look|looks|read|reads|be) like <text>", cost=-0.5)
def number_and_word(example: Constant) -> Predicate | None:
    """Written like '109 min': a whole number and the word that stands behind it."""
    text = str(example.value)
    if not _WITH_UNIT.fullmatch(text):
        return None
    return _form(How.PATTERN, r"\d+" + text[text.index(" ") :])


@phrase("adj", "(written|given|stated|told|entered|noted) in <unit> [,] _such_as <text>", cost=-0.5)
def number_in_unit(unit: str, example: Constant) -> Predicate | None:
    """Written in minutes, e.g. '109 min': the word behind it must be that unit."""
    last = unit_named(str(example.value).split()[-1])
    is_unit = last is not None and last in UNITS and unit in UNITS and UNITS[last] == UNITS[unit]
    return number_and_word(example) if is_unit else None


# Short days ---------------------------------------------------------------------------------------

_LONG_MONTHS, _SHORT_MONTHS = "(0?[13578]|1[02])", "(0?[469]|11)"
_TO_31, _TO_30, _TO_28 = (
    "(0?[1-9]|[12][0-9]|3[01])",
    "(0?[1-9]|[12][0-9]|30)",
    "(0?[1-9]|1[0-9]|2[0-8])",
)
_LEAP = "([02468][048]|[13579][26])"
_SHORT_DAYS = re.compile(
    r"(month|day|mm?|dd?)([-/.])(month|day|mm?|dd?)\2(?:(year|yyyy)|(two-digit|2-digit|yy))",
    re.IGNORECASE,
)


def _short_day(text: str, *, is_short: bool) -> str | None:
    """The pattern of month/day/year and the like, where a day needs no leading zeros."""
    found = _SHORT_DAYS.fullmatch(text)
    if found is None or found[1][0].lower() == found[3][0].lower():
        return None
    padded = {len(found[1]), len(found[3])} == {2}
    if padded or (is_short == bool(found[5] and found[5].lower() == "yy")):
        return None
    sep, first = re.escape(found[2]), found[1][0].lower()
    cases = (
        (_LONG_MONTHS, _TO_31, "[0-9]{2}"), (_SHORT_MONTHS, _TO_30, "[0-9]{2}"), ("0?2", _TO_28, "[0-9]{2}"),
        ("0?2", "29", _LEAP),
    )  # fmt: skip
    spelled = (
        f"{month}{sep}{day}{sep}{year}" if first == "m" else f"{day}{sep}{month}{sep}{year}"
        for month, day, year in cases
    )
    return f"({'|'.join(spelled)})"


phrase.words(
    "_short_year",
    "with [a] two digit year | , [the] year in two digits | with [a] year in two digits | (and|,) two digits for the year",
)


@phrase("short_day", "<bare> year", "<bare> [_short_year]", "<text>", cost=0.0)
def short_day(example: Constant, *_: object) -> str | None:
    """Month/day/two-digit year; M/D/YY."""
    text = str(example.value)
    if text.lower().endswith(("two-digit", "2-digit")):
        return _short_day(text, is_short=True)
    return _short_day(text, is_short=False) if text.lower().endswith("yy") else None


@phrase("short_day", "<bare> _short_year", cost=0.0)
def short_day_told(example: Constant) -> str | None:
    """Month/day/year with a two-digit year."""
    text = str(example.value)
    return _short_day(text, is_short=True) if text.lower().endswith("year") else None


@phrase("adj", "[_put_down_so|as|in] <short_day> [form|format]", cost=-0.8)
@phrase(
    "verb",
    "(have|has|follow|follows|take|takes) (form|format|pattern|style|shape) [of|like] <short_day>",
    cost=-0.8,
)
def on_short_day(regex: str) -> Predicate:
    """Written month/day/two-digit year."""
    return _form(How.PATTERN, regex)


@phrase("stmt", "<cell> [:] <short_day>", cost=0.05)
def short_day_of(of: Value, regex: str) -> Statement:
    """Made_on: M/D/YY."""
    return rule(about(_form(How.PATTERN, regex), of), subject=of)


# Pairs of signs around a text ---------------------------------------------------------------------

for _names, _pair in (
    ("curly braces|curly brackets|braces", "{}"), ("square brackets", "[]"),
    ("round brackets|parentheses", "()"), ("quotation marks|double quotes|double quotation marks", '""'),
    ("single quotes|apostrophes", "''"),
):  # fmt: skip
    phrase("pair_around", *_names.split("|"), *(f"a pair of {name}" for name in _names.split("|")))(
        lambda pair=_pair: pair
    )
for _sign in "{}":
    phrase("sign_mark", _sign)(lambda mark=_sign: mark)
for _name, _sign in (("opening|left", "{"), ("closing|right", "}")):
    phrase("sign_mark", f"[a|an] ({_name}) (brace|curly brace|curly bracket)")(
        lambda mark=_sign: mark
    )
phrase.words(
    "_put_inside",
    "(enclosed|wrapped|put|set|surrounded|framed|written|given|kept|placed) (in|by|with|within|between|inside)",
)


@phrase("adj", "_put_inside <pair_around>", "in <pair_around>", cost=0.02)
@phrase("verb", "(stand|stands|sit|sits|be) (in|between|within|inside) <pair_around>", cost=0.02)
def inside_pair(pair: str) -> Predicate:
    """Enclosed in curly braces."""
    return all_of(_form(How.STARTS, pair[0]), _form(How.ENDS, pair[1]))


@phrase("verb", "(end|ends) without [a|any] <sign_mark>", cost=0.02)
def ends_without(mark: str) -> Predicate:
    """Ends without a full stop."""
    return not_(_form(How.ENDS, mark))


@phrase("verb", "(start|starts|begin|begins) without [a|any] <sign_mark>", cost=0.02)
def starts_without(mark: str) -> Predicate:
    """Starts without a blank."""
    return not_(_form(How.STARTS, mark))


# Numbers ------------------------------------------------------------------------------------------

phrase.words(
    "_in_thousands",
    "with commas as [the] thousands (separators|separator) | with [a] comma as [the] thousands separator | with commas between "
    "[the] thousands | with thousands (separators|commas) | with commas (every three|after every three|for every three) digits",
)


@phrase("adj", "whole number _in_thousands", cost=-0.3)
def in_thousands() -> Predicate:
    """A whole number with commas as thousands separators."""
    return _form(How.PATTERN, r"-?\d{1,3}(,\d{3})*")


@phrase("adj", "number _in_thousands", "(written|given|grouped) _in_thousands", cost=-0.3)
def any_in_thousands() -> Predicate:
    """A number with commas as thousands separators: it may be negative and have decimals."""
    return _form(How.PATTERN, r"-?\d{1,3}(,\d{3})*(\.\d+)?")


@phrase(
    "adj",
    "<number> digit year (between|from) <number> (and|to|through) <number>",
    cost=-0.3,
)
def year_between(size: Constant, low: Constant, high: Constant) -> Predicate | None:
    """A four-digit year between 1890 and 2020: the bounds have as many digits."""
    ends = [str(low.value), str(high.value)]
    if not all(end.isdigit() and len(end) == size.value for end in ends):
        return None
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


@phrase("adj", "<number> (followed by|and then|then) <pieces>", cost=-0.3)
def number_then(first: Constant, pieces: Pieces) -> Predicate | None:
    """606 followed by two digits."""
    is_plain = isinstance(first.value, int) and first.value > 9
    return described(((str(first.value), "text"), *pieces)) if is_plain else None


# Single cells -------------------------------------------------------------------------------------

phrase.words("_one_single_cell", "cell | cells | entry | entries | field | fields")


@phrase(
    "stmt",
    "no _one_single_cell (of|in) [column] <cell> _may <verb>",
    "no _one_single_cell (of|in) [column] <cell> _may be <adj>",
    cost=0.1,
)
def no_such_cell(of: Value, told: Predicate) -> Statement | None:
    """No cell of the code may contain an x."""
    return rule(not_(about(told, of)), subject=of) if isinstance(of, Cell) else None


@phrase("stmt", "(every|each|all) _one_single_cell (of|in) [column] <cell> <duty>", cost=0.1)
def every_cell(of: Value, told: Predicate) -> Statement | None:
    """Every entry of the code must be upper case."""
    return rule(about(told, of), subject=of) if isinstance(of, Cell) else None
