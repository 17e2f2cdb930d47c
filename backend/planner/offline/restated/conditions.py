"""Phrases for conditions as they are restated."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.restated.terms import NOTHING, Fields, fields, in_table
from backend.rules.language.say import DATE_SIGNS, SIGNS
from backend.rules.language.terms import (
    All,
    Apply,
    Cell,
    Compare,
    Constant,
    Exists,
    Function,
    How,
    Matches,
    Missing,
    Not,
    OneOf,
    Predicate,
    PublicHoliday,
    Value,
)
from backend.rules.language.terms import (
    Any as AnyOf,
)
from backend.rules.phrasing import Phrases, compare, number

phrase = Phrases()

_NEGATED = {"is": "is not", "equals": "does not equal", "differs": "does not differ"}


# Comparisons ------------------------------------------------------------------------------------

for _said, _sign in [(said, sign) for signs in (SIGNS, DATE_SIGNS) for sign, said in signs.items()]:
    _verb, _, _rest = _said.partition(" ")

    @phrase("comparison", f"<value> {_said} <value>")
    def compared(left: Value, right: Value, sign: str = _sign) -> Predicate:
        """price is at least 0."""
        return compare(left, sign, right)

    @phrase("denial", f"<value> {_NEGATED[_verb]} {_rest} <value>".replace("  ", " "))
    def not_compared(left: Value, right: Value, sign: str = _sign) -> Predicate:
        """price is not at least 0."""
        return compare(left, sign, right)


@phrase("comparison", "<comparison> <note>")
@phrase("denial", "<denial> <note>")
def noted(told: Compare, note: Fields) -> Predicate:
    """total equals a + b (give or take 0.01)."""
    return told.model_copy(update=note.named)


@phrase("note", r"\( give or take <number> \)")
def tolerance(number: Constant) -> Fields:
    """(give or take 0.01)."""
    return fields(tolerance=float(number.value))


@phrase("note", r"\( ignoring case \)")
def ignoring_case() -> Fields:
    """(ignoring case)."""
    return fields(ignore_case=True)


@phrase("note", r"\( two empty cells are equal \)")
def null_safe() -> Fields:
    """(two empty cells are equal)."""
    return fields(null_safe=True)


@phrase("note", r"\( trimmed \)")
def trimmed() -> Fields:
    """(trimmed)."""
    return fields(trim=True)


@phrase("note", r"\( ignoring case , trimmed \)")
def both_loose() -> Fields:
    """(ignoring case, trimmed)."""
    return fields(ignore_case=True, trim=True)


@phrase("atom", "<value> is a whole number")
def whole(of: Value) -> Predicate | None:
    """a / b is a whole number; of a cell that is a format."""
    if isinstance(of, Cell):
        return None
    return compare(of, "==", Apply(function=Function.ROUND, of=of))


@phrase("atom", "<value> is not a whole number")
def not_whole(of: Value) -> Predicate | None:
    """a / b is not a whole number."""
    told = whole(of)
    return None if told is None else Not(part=told)


@phrase("atom", "<value> is no whole number")
def no_whole(of: Value) -> Predicate:
    """a / b is no whole number."""
    return compare(of, "!=", Apply(function=Function.ROUND, of=of))


@phrase("atom", "<value> is a real date")
def real_date(of: Value) -> Predicate:
    """paid_on is a real date: it has a day of the month."""
    return compare(Apply(function=Function.DAY, of=of), ">=", number(1))


@phrase("atom", "<value> is a real date with a time of day")
def real_moment(of: Value) -> Predicate:
    """paid_at is a real date with a time of day: it has an hour."""
    return compare(Apply(function=Function.HOUR, of=of), ">=", number(0))


@phrase("atom", "<value> is not a real date")
def not_real_date(of: Value) -> Predicate:
    """paid_on is not a real date."""
    return Not(part=real_date(of))


@phrase("atom", "<value> is no real date")
def no_real_date(of: Value) -> Predicate:
    """paid_on is no real date."""
    return compare(Apply(function=Function.DAY, of=of), "<", number(1))


@phrase("atom", "<value> is <holiday>")
def on_holiday(of: Value, told: tuple[str, int, int]) -> Predicate:
    """shipped_on is a public holiday in Germany (calendar DE, 2000 to 2040)."""
    code, first, last = told
    day = PublicHoliday(of=of, calendar=code, first=first, last=last)
    return compare(day, "==", number(1))


@phrase("atom", "<value> is not <holiday>")
def on_no_holiday(of: Value, told: tuple[str, int, int]) -> Predicate:
    """shipped_on is not a public holiday in Germany (calendar DE, 2000 to 2040)."""
    return Not(part=on_holiday(of, told))


@phrase("atom", "<comparison>")
@phrase("cond", "<atom>", "<all>", "<any>")
@phrase("part", "<atom>", r"\( <any> \)", r"\( <all> \)")
def itself(told: Predicate) -> Predicate:
    """A condition."""
    return told


@phrase("atom", "<denial>")
def denied(told: Predicate) -> Predicate:
    """price does not equal 0."""
    return Not(part=told)


# Values and presence ------------------------------------------------------------------------------


@phrase("options", "<constant>")
@phrase("options", "<constant> , <options>", "<constant> or <options>")
def options(first: Constant, rest: tuple[Constant, ...] = ()) -> tuple[Constant, ...]:
    """'red', 'green' or 'blue'."""
    return (first, *rest)


@phrase("atom", "<value> is <options> [<note>]")
def among(of: Value, told: tuple[Constant, ...], note: Fields = NOTHING) -> Predicate:
    """colour is 'red', 'green' or 'blue'."""
    return OneOf(of=of, options=told, **note.named)


@phrase("atom", "<value> is not <options> [<note>]")
def not_among(of: Value, told: tuple[Constant, ...], note: Fields = NOTHING) -> Predicate:
    """colour is not 'red'."""
    return Not(part=OneOf(of=of, options=told, **note.named))


@phrase("atom", "<value> is empty")
def empty(of: Value) -> Predicate:
    """paid_at is empty."""
    return Missing(of=of)


@phrase("atom", "<value> is filled")
def filled(of: Value) -> Predicate:
    """paid_at is filled."""
    return Not(part=Missing(of=of))


# Texts ----------------------------------------------------------------------------------------


@phrase("atom", "<value> is <format>")
def in_format(of: Value, name: str) -> Predicate:
    """email is an e-mail address."""
    return Matches(of=of, how=How.FORMAT, text=name)


@phrase("atom", "<value> is not <format>")
def not_in_format(of: Value, name: str) -> Predicate:
    """email is not an e-mail address."""
    return Not(part=in_format(of, name))


@phrase("matching", "as a whole the pattern <regex> [<note>]")
def pattern(text: str, note: Fields = NOTHING) -> Fields | None:
    """As a whole the pattern [A-Z]{2}; words in brackets behind it are no part of it."""
    try:
        re.compile(text)
    except (re.error, OverflowError):
        return None
    if re.search(r" \(.*\)$| (and|or) ", text):
        return None
    return fields(how=How.PATTERN, text=text) | note


@phrase("matching", "as a whole the pattern <regex>")
def pattern_in_words(told: str) -> Fields | None:
    """As a whole the pattern [A-Z]{2} (two capitals)."""
    found = re.fullmatch(r"(\S.*?)( \(ignoring case\))? \((.+)\)", told, re.DOTALL)
    if found is None:
        return None
    text, loose, says = found.groups()
    if re.search(" (and|or) ", text):
        return None
    return fields(how=How.PATTERN, text=text, ignore_case=bool(loose), says=says)


for _how, _base in ((How.CONTAINS, "contain"), (How.STARTS, "start with"), (How.ENDS, "end with")):

    @phrase("inside", f"{_how.value} <text> [<note>]")
    @phrase("not_inside", f"does not {_base} <text> [<note>]")
    def inside(text: Constant, note: Fields = NOTHING, how: How = _how) -> Fields:
        """Starts with 'A'."""
        return fields(how=how, text=str(text.value)) | note


@phrase("atom", "<value> matches <matching>", "<value> <inside>")
def matches(of: Value, told: Fields) -> Predicate:
    """code matches as a whole the pattern [A-Z]{2}."""
    return Matches(of=of, **told.named)


@phrase("atom", "<value> does not match <matching>", "<value> <not_inside>")
def matches_not(of: Value, told: Fields) -> Predicate:
    """code does not start with 'A'."""
    return Not(part=Matches(of=of, **told.named))


# Other rows, and several conditions ---------------------------------------------------------------


@phrase("exists", "<table> has a row <keys>", "<table> has a row <where> <keys>")
@phrase("lacks", "<table> has no row <keys>", "<table> has no row <where> <keys>")
def exists(table: str, *parts: Any) -> Predicate:
    """users has a row whose user_id is this row's user_id."""
    where = in_table(parts[0], table) if len(parts) > 1 else None
    return Exists(table=table, keys=parts[-1], where=where)


@phrase("atom", "<exists>")
def exists_so(told: Predicate) -> Predicate:
    """users has a row whose user_id is this row's user_id."""
    return told


@phrase("atom", "<lacks>")
def lacks(told: Predicate) -> Predicate:
    """users has no row whose user_id is this row's user_id."""
    return Not(part=told)


@phrase("all", "<part> and <all>", "<part> and <part>")
def all_of(first: Predicate, rest: Predicate) -> Predicate:
    """a is filled and b is filled."""
    return All(parts=(first, *(rest.parts if isinstance(rest, All) else (rest,))))


@phrase("any", "<part> or <any>", "<part> or <part>")
def any_of(first: Predicate, rest: Predicate) -> Predicate:
    """a is filled or b is filled."""
    return AnyOf(parts=(first, *(rest.parts if isinstance(rest, AnyOf) else (rest,))))
