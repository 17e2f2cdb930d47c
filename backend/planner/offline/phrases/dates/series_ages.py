"""Phrases for ages at an event, told by a birthday: nobody may join before turning 18."""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Cell,
    Constant,
    Elapsed,
    Predicate,
    Shifted,
    Value,
)
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, about, compare

phrase = Phrases()

# At the event -----------------------------------------------------------------------------------

phrase.words(
    "_then_when",
    "on the day (when|that|on which) | at the moment [when|that|in which] | at the time (when|that) | by the time | "
    "by the day | in the moment | the moment | on the very day",
)
phrase.words("_on_that", "on | at | at the time of | at the moment of | as of | by | upon | when")


def _aged_at(age: Value, day: Value, sign: str, bound: Constant) -> Predicate | None:
    if not isinstance(age, Elapsed) or not isinstance(day, Cell) or age.start == day:
        return None
    return compare(age.model_copy(update={"end": day}), sign, bound)


for _symbol, _sign in (("<aged_under>", "<"), ("<aged_over>", ">")):

    @phrase(
        "aged",
        f"{_symbol} <number> [_years] [of age|old] _then_when <event_day>",
        f"{_symbol} <number> [_years] [of age|old] _on_that <cell>",
    )
    def limited_then(age: Value, bound: Constant, day: Cell, sign: str = _sign) -> Predicate | None:
        """Under 18 when joining."""
        return _aged_at(age, day, sign, bound)


for _words, _sign in (
    ("<younger> than <number> [_years]", "<"), ("(not|no) <younger> than <number> [_years]", ">="),
    ("<older> than <number> [_years]", ">"), ("(not|no) <older> than <number> [_years]", "<="),
):  # fmt: skip

    @phrase("aged", f"{_words} _on_that <cell>", cost=0.05)
    def than_at(age: Value, bound: Constant, day: Cell, sign: str = _sign) -> Predicate | None:
        """Younger than 18 on joining."""
        return _aged_at(age, day, sign, bound)


@phrase("aged", "<number> [_years] or <older> _on_that <cell>", cost=0.05)
def or_older_at(bound: Constant, age: Value, day: Cell) -> Predicate | None:
    """18 or older when joining."""
    return _aged_at(age, day, ">=", bound)


@phrase("rowvp", "(have|has) been <aged>")
def been_aged(told: Predicate) -> Predicate:
    """Must have been at least 18 years old."""
    return told


# By a birthday ------------------------------------------------------------------------------------


class Birthday(NamedTuple):
    """The age that is reached, and the years since the birth."""

    years: int
    age: Elapsed


@phrase("turning", "[their|the|his|her|its] <rank> <birthday>")
@phrase("turning", "[the day of] (their|the|his|her|its) <rank> <birthday>")
def birthday(years: int, age: Value) -> Birthday | None:
    """Their 18th birthday."""
    return Birthday(years, age) if isinstance(age, Elapsed) and years > 0 else None


@phrase("turning", "<turned> <number> [_years] [old|of age]")
def turned(age: Value, years: Constant) -> Birthday | None:
    """Turning 18."""
    return birthday(years.value, age) if isinstance(years.value, int) else None


@phrase("turning", "[they|he|she|it] <turned> <number>", cost=0.02)
def they_turned(age: Value, years: Constant) -> Birthday | None:
    """They turned 18."""
    return turned(age, years)


@phrase("turning", "(reaching|having reached) [the] <old> [of] <number>")
@phrase("turning", "[the] <old> of <number>")
def reached(age: Value, years: Constant) -> Birthday | None:
    """The age of 18."""
    return turned(age, years)


@phrase("factor", "[the day of] <rank> <birthday>", cost=0.1)
def on_birthday(years: int, age: Value) -> Value | None:
    """The 18th birthday, as a date."""
    found = birthday(years, age)
    return None if found is None else Shifted(of=found.age.start, amount=years, unit="years")


phrase.words("_too_early", "before | earlier than | prior to | under | below | ahead of")
phrase.words("_any_body", "nobody | no one | no-one")


def _of_age(day: Value, found: Birthday, sign: str = ">=") -> Predicate | None:
    return _aged_at(
        found.age, day, sign, Constant.model_validate({"value": found.years, "reads": "number"})
    )


@phrase(
    "stmt",
    "(_any_body|no <noun>) (may|must|should|can) [ever] [have] [be|been|become] <cell> _too_early <turning>",
    "<noun> _must_not [have] [be|been|become] <cell> _too_early <turning>",
    cost=0.05,
)
def nobody_before(*parts: object) -> Statement | None:
    """Nobody may join before turning 18."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    day = next(part for part in parts if isinstance(part, Cell))
    found = next(part for part in parts if isinstance(part, Birthday))
    if any(each.where is not None or each.each for each in rows):
        return None
    told = _of_age(day, found)
    return None if told is None else rule(told, rows[0].table if rows else "")


@phrase(
    "rel",
    "(who|that|which) [was|were|has|have|had] [been|become] <cell> _too_early <turning>",
    cost=0.05,
)
def who_did_before(day: Value, found: Birthday) -> Predicate | None:
    """Who joined before the age of 18."""
    return _of_age(day, found, "<")


@phrase(
    "stmt",
    "(_any_body|no <noun>) <aged_under> <number> (may|must|should|can) [ever] [have] [be|been|become] <cell>",
    cost=0.05,
)
def nobody_under(*parts: object) -> Statement | None:
    """Nobody under 18 may join."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    age = next((part for part in parts if isinstance(part, Elapsed)), None)
    bound, day = parts[-2], parts[-1]
    is_narrowed = any(each.where is not None or each.each for each in rows)
    if age is None or is_narrowed or not isinstance(day, Cell):
        return None
    told = _aged_at(age, day, ">=", bound) if isinstance(bound, Constant) else None
    return None if told is None else rule(told, rows[0].table if rows else "")


# On the birthday itself ---------------------------------------------------------------------------

phrase.words(
    "_is_fine_then",
    "(is|counts as|would be|is still|is also) (fine|ok|okay|allowed|permitted|enough|alright|acceptable|all right|old enough) | is no problem | counts | is in order",
)


@phrase("remark", "[but] [<cell>] on <turning> [itself] _is_fine_then", cost=0.05)
def fine_on_birthday(*parts: object) -> Modifier:
    """Joining on the 18th birthday is fine."""
    found = next(part for part in parts if isinstance(part, Birthday))
    days = tuple(part for part in parts if isinstance(part, Cell))
    return Modifier(kind="edge", texts=("fine",), values=days, number=found.years)


# From an age on -----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "from <number> _years (on|onwards|upwards|up) [,] <cell> <duty>",
    "from the age of <number> [_years] (on|onwards|upwards|up) [,] <cell> <duty>",
    "from age <number> (on|onwards|upwards|up) [,] <cell> <duty>",
    cost=0.05,
)
def from_an_age_on(size: Constant, of: Value, told: Predicate) -> Statement | None:
    """From 1 year on, the age must be a whole number: of the ages themselves."""
    if not isinstance(of, Cell) or of.column.lower() not in ("age", "age_years", "years"):
        return None
    return rule(about(told, of), where=compare(of, ">=", size), subject=of)
