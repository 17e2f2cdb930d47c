"""Phrases for ages: at least 18 years old, older than 65, aged between 18 and 30."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Constant, Elapsed, Predicate, Value
from backend.rules.phrasing import Phrases, all_of, any_of, compare, not_

phrase = Phrases()

phrase.words("_years", "year | years | yrs")


# How old --------------------------------------------------------------------------------------

for _head, _sign in (
    ("_ge", ">="), ("_gt", ">"), ("_le", "<="), ("_lt", "<"), ("exactly", "=="),
    ("(not yet|not even|not quite)", "<"),
):  # fmt: skip
    for _pattern in (
        f"{_head} <number> [_years] <how_old>",
        f"<how_old> {_head} <number> [_years]",
    ):
        phrase("aged", _pattern)(lambda *parts, sign=_sign: _compared(parts, sign))


def _compared(parts: tuple[Value, ...], sign: str) -> Predicate:
    """The bound may stand before the word for the age or after it."""
    bound = next(part for part in parts if isinstance(part, Constant))
    age = next(part for part in parts if not isinstance(part, Constant))
    return compare(age, sign, bound)


for _words, _sign in (
    ("<number> [_years] or <older>", ">="),
    ("<number> [_years] or <younger>", "<="),
):
    phrase("aged", _words)(lambda bound, age, sign=_sign: compare(age, sign, bound))
for _words, _sign in (
    ("<older> than <number> [_years]", ">"), ("(not|no) <older> than <number> [_years]", "<="),
    ("<younger> than <number> [_years]", "<"), ("(not|no) <younger> than <number> [_years]", ">="),
    ("<how_old> <number> [_years] or (over|more|older|above)", ">="),
    ("<how_old> <number> [_years] or (under|less|younger|below)", "<="),
):  # fmt: skip
    phrase("aged", _words)(lambda age, bound, sign=_sign: compare(age, sign, bound))


@phrase("aged", "between <number> and <number> [_years] <how_old>")
@phrase("aged", "<number> (to|-) <number> years <how_old>")
def between(low: Constant, high: Constant, age: Value) -> Predicate:
    """Between 18 and 30 years old."""
    return all_of(compare(age, ">=", low), compare(age, "<=", high))


@phrase("aged", "<aged> or <aged>", cost=0.1)
def either_aged(one: Predicate, other: Predicate) -> Predicate:
    """Older than 115 or younger than 1."""
    return any_of(one, other)


@phrase("aged", "<how_old> (between|from) <number> (and|to) <number>")
def aged_between(age: Value, low: Constant, high: Constant) -> Predicate:
    """Aged between 18 and 30."""
    return between(low, high, age)


@phrase("aged", "<older> than <number> [_years] (at|on|at the time of|as of) <cell>")
def older_then(age: Value, bound: Constant, day: Value) -> Predicate | None:
    """Older than 120 years at admission."""
    at = then(age, day)
    return None if at is None else compare(at, ">", bound)


@phrase("aged", "<younger> than <number> [_years] (at|on|at the time of|as of) <cell>")
def younger_then(age: Value, bound: Constant, day: Value) -> Predicate | None:
    """Younger than 18 at admission."""
    at = then(age, day)
    return None if at is None else compare(at, "<", bound)


for _symbol, _sign in (("<aged_under>", "<"), ("<aged_over>", ">")):
    phrase("aged", f"{_symbol} <number>", f"{_symbol} <number> _years [of age|old]")(
        lambda age, bound, sign=_sign: compare(age, sign, bound)
    )


for _symbol, _sign in (
    *(("<aged_under>", "<"), ("<aged_over>", ">"), ("<younger> than", "<"), ("<older> than", ">")),
):
    phrase("aged", f"{_symbol} <number> [_years] of <cell>", cost=0.02)(
        lambda age, bound, own, sign=_sign: compare(age, sign, bound) if age == own else None
    )


# When -----------------------------------------------------------------------------------------


@phrase("how_old", "<old>")
def today(age: Value) -> Value:
    """On the day of the run."""
    return age


@phrase("how_old", "<old> (by|according to|based on|going by) <cell>")
def told_by(age: Value, day: Value) -> Value | None:
    """By the date of birth: on the day of the run; by another date: on that day."""
    if not isinstance(age, Elapsed):
        return None
    columns = {part.column for part in (age.start, day) if isinstance(part, Cell)}
    return age if len(columns) == 1 else then(age, day)


@phrase("how_old", "<old> (at|on|as of|at the time of) <cell>")
@phrase("how_old", "<old> (when|as) [they|he or she|it|he|she] [were|was|are|is] <cell>")
@phrase("function", "<age> (at|on|as of|at the time of) <cell>")
def then(age: Value, day: Value) -> Value | None:
    """On the day of a column."""
    return age.model_copy(update={"end": day}) if isinstance(age, Elapsed) else None


@phrase("function", "<age>")
def age_of(age: Value) -> Value:
    """The years since the birth."""
    return age


# Of whom --------------------------------------------------------------------------------------


@phrase("rowvp", "_be <aged>")
@phrase("participle", "<aged>")
def is_aged(told: Predicate) -> Predicate:
    """Members are at least 18 years old."""
    return told


@phrase("rowvp", "_be not <aged>")
def is_not_aged(told: Predicate) -> Predicate:
    """Members are not under 18 years old."""
    return not_(told)
