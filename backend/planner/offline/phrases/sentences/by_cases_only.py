"""Phrases for what holds of some rows and of no others, and of rows with any other value."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.equivalence import equivalent
from backend.planner.offline.phrases.sentences.by_cases import subject_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Constant, Missing, Not, Predicate, Unless, Value
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

# These, and no others -----------------------------------------------------------------------------

phrase.words(
    "_no_others",
    "[,] and _case_of no (others|other <noun>|other _row|one else|other ones|other) | [,] and only _case_of "
    "(those|these|them|such) | [,] and nowhere else | [,] and _case_of nobody else | [,] but _case_of no (others|"
    "other <noun>) | [,] and _case_of (those|these) (only|alone) | [,] and _case_of none (else|of the others|"
    "other) | [,] and in no other (case|cases) | [,] and not otherwise | [,] and otherwise not | [,] and not "
    "_case_of (others|any others|any other <noun>) | [,] (and|but) (nothing|no one|nobody|none) else (do|does|is|are|may|has|have) | "
    "[,] (and|but) no other _row (do|does|is|are|may|has|have)",
)


@phrase("stmt", "<stmt> _no_others", cost=0.05)
def and_no_others(first: Statement) -> Statement | None:
    """Filled for cancelled bookings and for no others."""
    told = first.rule
    if not isinstance(told, BrokenRows) or told.where is None or first.also or first.remarks:
        return None
    where, must = told.where, told.must
    denied = must.part if isinstance(must, Not) else Not(part=must)
    parts = (
        any_of(Unless(part=where), must),
        any_of(Unless(part=Unless(part=where)), denied),
    )
    fresh = told.model_copy(update={"where": None, "must": all_of(*parts)})
    return Statement(rule=fresh, subject=first.subject)


phrase.words(
    "_holds_alone",
    "(only|just|exactly) one (of (the two|them|these|those|the two things|both)|side) (holds|is so|is true|is the case|applies|is met|"
    "is fulfilled|is given|fits) | (one|only one) (holds|is so|is true|applies) without the other | one of them (holds|is so|"
    "is true|applies) and the other (does not|is not)",
)


@phrase(
    "hint", "<hint> _stop _do_show [_all_the] <noun> (where|in which|for which) _holds_alone [.]"
)
def rows_of_one_side(told: Statement, rows: RowSet) -> Statement | None:
    """These, and no others. Flag rows where only one of the two holds."""
    found = told.rule
    if not isinstance(found, BrokenRows) or found.where is not None or rows.where is not None:
        return None
    return told if _is_both_ways(found.must) else None


def _is_both_ways(must: Predicate) -> bool:
    """Whether two conditions must hold together or not at all."""
    match must:
        case AnyOf(parts=(All(parts=(one, other)), All(parts=(no_one, no_other)))):
            return equivalent(no_one, not_(one)) and equivalent(no_other, not_(other))
        case All(parts=(AnyOf(parts=(Unless(part=one), _)), AnyOf(parts=(Unless(part=two), _)))):
            return two == Unless(part=one)
    return False


# Filed under a value ------------------------------------------------------------------------------

phrase.words(
    "_be_filed_under",
    "(belong|belongs) (to|under|in) | (fall|falls) into | (is|are|be) (filed|listed|kept|booked|grouped|classed|counted|"
    "recorded) under",
)
phrase.words("_be_under_it", "(fall|falls|come|comes|go|goes) under")


@phrase("rowvp", "_be_filed_under <cell> (<text>|<bare>)", cost=0.02)
def filed_under(of: Value, value: Value) -> Predicate:
    """Belong to the condition heart failure."""
    return compare(of, "==", value)


@phrase("rowvp", "_be_under_it <cell> (<text>|<bare>)", cost=0.02)
def comes_under(of: Value, value: Constant) -> Predicate | None:
    """Come under the condition heart failure; under the price 10 may be below it."""
    is_number = str(value.value).replace(".", "", 1).isdigit()
    return None if is_number else compare(of, "==", value)


# Any other value of it ----------------------------------------------------------------------------

phrase.words("_no_one", "one | any | it | one at all")


@phrase(
    "other_value", "<noun> (with|of|in|having) (any other|another|every other|a different) <cell>"
)
@phrase("other_value", "(any|every) other (non-empty|filled|known|given) <cell>", cost=0.02)
@phrase(
    "other_value", "those (with|of|in|having) (any other|another|every other|a different) <cell>"
)
def other_value(*parts: Any) -> Cell | None:
    """Orders with any other status: of those that have one."""
    rows = parts[0] if isinstance(parts[0], RowSet) else RowSet()
    return parts[-1] if rows.where is None else None


@phrase("other_told", "<other_value> (_must_not have|do not have|does not have) _no_one")
@phrase(
    "other_told", "<other_value> (_must have|have|has) none", "<other_value> _must not have _no_one"
)
def other_has_none(of: Cell) -> tuple[Cell, Predicate]:
    """Orders with any other status must not have one."""
    return of, Missing(of=IT)


@phrase("other_told", "<other_value> (_must have|have|has|need|needs|require|requires) one")
def other_has_one(of: Cell) -> tuple[Cell, Predicate]:
    """Any other non-empty result needs one."""
    return of, not_(Missing(of=IT))


@phrase("other_told", "<other_value> _must be <adj>", "<other_value> _case_has one [of] <adj>")
def other_is_so(of: Cell, told: Predicate) -> tuple[Cell, Predicate]:
    """Orders with any other status need one below 5."""
    return of, told


@phrase("stmt", "<stmt> _whereas <other_told>", cost=0.0)
def and_any_other(first: Statement, other: tuple[Cell, Predicate]) -> Statement | None:
    """Shipped orders need a date; orders with any other status must not have one."""
    told, (of, must) = first.rule, other
    if not isinstance(told, BrokenRows) or told.where is None or first.also or first.remarks:
        return None
    subject, named = (
        subject_of(first),
        {part for part in walk(told.where) if isinstance(part, Cell)},
    )
    if subject is None or {cell.column for cell in named} != {of.column}:
        return None
    parts = (
        any_of(Unless(part=told.where), told.must),
        any_of(Unless(part=Unless(part=told.where)), Missing(of=of), about(must, subject)),
    )
    fresh = told.model_copy(update={"where": None, "must": all_of(*parts)})
    return Statement(rule=fresh, subject=subject)


# Nothing asked of the others ----------------------------------------------------------------------

phrase.words(
    "_may_be_anything",
    "(may|can) be (empty|missing|blank|left out|left empty|left blank|anything|absent|either) | need not be (filled|"
    "given|there|present|set) | (does|do) not have to be (filled|given|there|present|set) | (does|do) not matter | is "
    "optional | may be left open | is not needed | is not required",
)


@phrase(
    "stmt",
    "<stmt> _whereas _case_of _the_others [,] (it|they|this|that) _may_be_anything",
    cost=0.05,
)
@phrase("stmt", "<stmt> _whereas _the_others [,] _may_be_anything", cost=0.1)
def others_are_free(first: Statement) -> Statement | None:
    """A SEPA payment needs an IBAN; for the others it may be missing."""
    told = first.rule
    is_of_some = isinstance(told, BrokenRows) and told.where is not None
    return first if is_of_some and not first.also else None
