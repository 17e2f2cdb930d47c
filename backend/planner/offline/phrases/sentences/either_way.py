"""Phrases that deny or hold in both directions: neither under 0 nor over 100, no more and no fewer."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import LENGTH
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.units import unit_named, unit_of_header
from backend.rules.language.terms import Cell, Compare, Constant, Matches, OneOf, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
    number,
)

phrase = Phrases()

# Neither, nor ---------------------------------------------------------------------------------


@phrase("stmt", "<cell> (never|not|neither) <adj> [,] nor <adj>", cost=0.15)
def never_either(subject: Value, one: Predicate, other: Predicate) -> Statement:
    """Fuel never under 0 nor over 100."""
    return rule(all_of(not_(about(one, subject)), not_(about(other, subject))), subject=subject)


@phrase("vp", "_be (not|never) <adj> [,] nor <adj>", "(never|not) <verb> nor <verb>", cost=0.05)
def never_nor(left: Predicate, right: Predicate) -> Predicate:
    """Is never under 0 nor over 100."""
    return all_of(not_(left), not_(right))


@phrase("vp", "<vp> , <vp> [,] or <vp>", cost=0.1)
def any_of_three(*told: Predicate) -> Predicate:
    """Isn't a whole number, is under 1 or is over 100."""
    return any_of(*told)


phrase.words(
    "_either_way",
    "(shorter or longer|longer or shorter|more or less|less or more|fewer or more|more or fewer|higher or "
    "lower|lower or higher|smaller or larger|larger or smaller|bigger or smaller|smaller or bigger|greater "
    "or less|less or greater) than | (below or above|above or below|over or under|under or over)",
)


@phrase("adj", "[either] _either_way <operand>")
def either_way(value: Value) -> Predicate:
    """More or less than 4."""
    return compare(IT, "!=", value)


@phrase("adj", "[either] _either_way <number> _chars [long|in length]")
def other_length(count: Constant) -> Predicate:
    """Shorter or longer than 17 characters."""
    return compare(LENGTH, "!=", count)


phrase.words(
    "_neither_way",
    "[,|-|–] no (more|longer|higher|bigger) [,] (and|or|,) no (less|fewer|shorter|lower|smaller) | [,|-|–] no "
    "(less|fewer|shorter|lower) [,] (and|or|,) no (more|longer|higher) | [,|-|–] neither (more|longer|higher) "
    "nor (less|fewer|shorter|lower) | [,|-|–] neither (less|fewer|shorter|lower) nor (more|longer|higher) | "
    "[,] (not|never) (more|longer) [,] (and|,|or) (not|never) (less|fewer|shorter)",
)


@phrase("adj", "<adj> _neither_way", cost=0.01)
@phrase("verb", "<verb> _neither_way", cost=0.01)
def neither_way(told: Predicate) -> Predicate | None:
    """17 characters, no more and no fewer: of what is one exact value or form."""
    is_equal = isinstance(told, Compare) and told.sign == "=="
    return told if is_equal or isinstance(told, OneOf | Matches) else None


# Short -----------------------------------------------------------------------------------------


@phrase("adj", "a negative one", "negative ones", cost=-0.6)
def negative_one() -> Predicate:
    """0 or a negative one: a value below zero, and not the number -1."""
    return compare(IT, "<", number(0))


@phrase("cell", "<cell> in <unit>", r"<cell> \( [in] <unit> \)", cost=0.02)
def in_its_unit(of: Cell, unit: str) -> Value | None:
    """Height in cm, where the header says cm."""
    own = unit_of_header(of.column)
    return of if own is not None and own == unit_named(unit) else None
