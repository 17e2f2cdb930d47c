"""Phrases for a column of ages that must be those that follow from a date of birth."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Elapsed, Predicate, Today, Value
from backend.rules.phrasing import IT, Phrases, Statement, compare

phrase = Phrases()

phrase.words(
    "_worked_out_from",
    "[as] (computed|calculated|derived|worked out|counted|determined|obtained) (from|by|with|using|based on) | "
    "that (follows from|results from|goes with|is given by) | (given by|implied by|according to|based on|from|by)",
)
phrase.words("_in_full_years", "in [full|whole|completed|complete] years | in years completed")
phrase.words(
    "_on_its_day", "as of | as at | on | at | at the time of | on the day of | on the date of"
)
phrase.words("_full_years", "[number of] [full|whole|completed|complete] years")

# The years themselves -----------------------------------------------------------------------------


@phrase("day_of_age", "_on_its_day <cell>", "_on_its_day <moment>")
def day_of_age(day: Value) -> Value:
    """As of joined_on."""
    return day


@phrase("age_worked_out", "<old> [_in_full_years] _worked_out_from <cell> [,] [<day_of_age>]")
@phrase("age_worked_out", "<old> [_in_full_years] <day_of_age> _worked_out_from <cell>")
@phrase("age_worked_out", "<old> _worked_out_from <cell> _in_full_years [<day_of_age>]")
def age_worked_out(age: Value, *parts: Any) -> Value | None:
    """The age in years computed from birth_date, as of joined_on."""
    if not isinstance(age, Elapsed) or not isinstance(age.start, Cell):
        return None
    cells = [part for part in parts if isinstance(part, Cell)]
    births = [cell for cell in cells if cell.column == age.start.column]
    days = [part for part in parts if part not in births]
    if len(births) != 1 or len(days) > 1:
        return None
    return Elapsed(unit="years", start=births[0], end=days[0] if days else Today())


@phrase("age_worked_out", "_full_years (between|from) <cell> (and|to|until|till) <cell>")
@phrase("age_worked_out", "_full_years (between|from) <cell> (and|to|until|till) <moment>")
@phrase("age_worked_out", "_full_years since <cell>")
@phrase("age_worked_out", "_full_years since <cell> <day_of_age>")
def years_between(birth: Cell, day: Value | None = None) -> Value:
    """The years between birth_date and joined_on."""
    return Elapsed(unit="years", start=birth, end=day or Today())


@phrase("function", "<age_worked_out>", cost=0.02)
def as_a_value(age: Value) -> Value:
    """An age that is worked out."""
    return age


@phrase("adj", "<age_worked_out>", cost=0.05)
def is_that_age(age: Value) -> Predicate:
    """Must be the age in years computed from birth_date."""
    return compare(IT, "==", age)


# One told by the other ----------------------------------------------------------------------------


@phrase("age_by_birth", "<cell> [<day_of_age>]")
def age_by_birth(birth: Value, day: Value | None = None) -> Value:
    """The years since birth_date, as of joined_on."""
    return Elapsed(unit="years", start=birth, end=day or Today())


@phrase("birth_of_age", "<cell> [<day_of_age>]")
def birth_of_age(age: Value, day: Value | None = None) -> Predicate:
    """The age that a date of birth must give, as of joined_on."""
    return compare(Elapsed(unit="years", start=IT, end=day or Today()), "==", age)


phrase.words(
    "_goes_with",
    "(match|matches|fit|fits) [with] | (agree|agrees|tally|tallies|square|squares|go|goes) with | "
    "(correspond|corresponds) (to|with) | (follow|follows|result|results) from",
)
phrase.words(
    "_that_goes_with",
    "(consistent|compatible|in line|in agreement|in accordance) with | "
    "(right|correct) (for|given|according to|as far as) | (computed|calculated|derived|worked out) from",
)
phrase.words("_to_within", "[to] within | give or take | plus or minus | +/-")
phrase.words(
    "_tell_one_age",
    "match | agree | tally | correspond | fit together | go together | be consistent | be compatible | be in line",
)


@phrase("verb", "_goes_with <age_by_birth>", cost=0.15)
@phrase("adj", "_that_goes_with <age_by_birth>", cost=0.15)
def age_goes_with_birth(age: Value) -> Predicate:
    """Age must match birth_date."""
    return compare(IT, "==", age)


@phrase("verb", "_goes_with <age_by_birth> _to_within <number> (year|years)", cost=0.1)
@phrase("adj", "_that_goes_with <age_by_birth> _to_within <number> (year|years)", cost=0.1)
def age_is_near(age: Value, slack: Constant) -> Predicate:
    """Age must match birth_date to within 1 year."""
    return compare(IT, "==", age, tolerance=float(slack.value))


@phrase("stmt", "<cell> and <age_by_birth> _must _tell_one_age", cost=0.1)
@phrase("stmt", "(does|do) <cell> _goes_with <age_by_birth>", cost=0.1)
@phrase("stmt", "(is|are) <cell> _that_goes_with <age_by_birth>", cost=0.1)
def age_and_birth(age: Value, years: Value) -> Statement:
    """Age and birth_date must match."""
    return rule(compare(age, "==", years), subject=age)


@phrase("stmt", "<age_by_birth> and <cell> _must _tell_one_age [<day_of_age>]", cost=0.1)
def birth_and_age(years: Value, age: Value, day: Value | None = None) -> Statement | None:
    """birth_date and age must match as of joined_on."""
    if not isinstance(years, Elapsed) or (day is not None and years.end != Today()):
        return None
    return rule(compare(years.model_copy(update={"end": day or years.end}), "==", age), subject=age)


@phrase("verb", "_goes_with <birth_of_age>", cost=0.15)
@phrase("adj", "_that_goes_with <birth_of_age>", cost=0.15)
def birth_goes_with_age(told: Predicate) -> Predicate:
    """birth_date must match age."""
    return told
