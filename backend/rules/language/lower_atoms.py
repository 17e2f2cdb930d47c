"""Atoms to claims: an expression that is true where the atom is, and when it tells nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlglot import exp

from backend.rules.language.formats import format_of
from backend.rules.language.lower_cells import BLANK
from backend.rules.language.lower_keys import exists, has_key
from backend.rules.language.lower_measures import COUNTS
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_values import may_be_unreadable, raw, stripped, value
from backend.rules.language.patterns import as_re2
from backend.rules.language.rows import NUMERIC
from backend.rules.language.sql import (
    NAN,
    Sql,
    all_of,
    among,
    any_of,
    binary,
    call,
    column,
    is_empty,
    is_filled,
    matches,
    number,
    text,
    unlike,
)
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Elapsed,
    Exists,
    How,
    Lookup,
    Made,
    Matches,
    Measure,
    Missing,
    OneOf,
    Predicate,
    Previous,
    PublicHoliday,
    Reads,
    Shifted,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.lowering import FORMAT_TEST, NotLowered


class Claim(NamedTuple):
    """What an atom says of a row.

    ``true`` is NULL where a filled side is unreadable (`is_doubtful` where one may be), and where
    a side is empty, unless it `is_blind` to that; ``filled`` are the tests that each side is there.
    """

    true: Sql
    filled: list[Sql]
    is_doubtful: bool = False
    is_blind: bool = False


def claim(atom: Predicate, place: Place) -> Claim:
    """What an atom says of the rows of a place."""
    match atom:
        case Compare():
            return _null_safe(atom, place) if atom.null_safe else _compared(atom, place)
        case OneOf():
            return _one_of(atom, place)
        case Missing():
            return Claim(_missing(atom, place), [], is_blind=True)
        case Matches():
            return Claim(_matches(atom, place), filled(atom.of, place))
        case Made():
            sides = (atom.of, *atom.parts)
            there = unlike(test for side in sides for test in filled(side, place))
            return Claim(_made(atom, place), there)
        case Exists():
            return Claim(exists(atom, place), has_key(atom.keys, place), is_blind=True)
        case _:
            raise NotLowered(f"{atom.type!r} is no atom")


def filled(found: Value, place: Place) -> list[Sql]:
    """The tests that every cell of a value is filled."""
    match found:
        case Cell() | Lookup() | Previous():
            return [is_filled(raw(found, place))]
        case Arithmetic():
            return unlike([*filled(found.left, place), *filled(found.right, place)])
        case Apply() | Shifted() | PublicHoliday():
            return filled(found.of, place)
        case Elapsed():
            return unlike([*filled(found.start, place), *filled(found.end, place)])
        case Aggregate():
            if place.is_told and found.measure in COUNTS:
                return []
            return [is_filled(column(place.computed[found], place.alias))]
        case _:
            return []


def _compared(atom: Compare, place: Place) -> Claim:
    sides = (atom.left, atom.right)
    there = unlike(test for side in sides for test in filled(side, place))
    doubts = any(may_be_unreadable(side, atom.reads, place) for side in sides)
    return Claim(_comparison(atom, place), there, is_doubtful=doubts)


def _comparison(atom: Compare, place: Place) -> Sql:
    left, right = (_side(side, atom, place) for side in (atom.left, atom.right))
    if atom.reads != Reads.NUMBER:
        return binary(left, atom.sign, right)
    if atom.tolerance or any(_is_blurred(side, place) for side in (atom.left, atom.right)):
        return _rounded(atom, left, right)
    return binary(left, atom.sign, right)


def _side(side: Value, atom: Compare, place: Place) -> Sql:
    found = value(side, atom.reads, place)
    if not atom.ignore_case or atom.reads != Reads.TEXT:
        return found
    if isinstance(side, Constant):
        return text(str(side.value).lower())
    return call("LOWER", found)


def _is_blurred(found: Value, place: Place) -> bool:
    """Whether rounding errors of floating point may blur a value; metrics are rounded already."""
    exact = (*COUNTS, Measure.MINIMUM, Measure.MAXIMUM)
    return any(
        isinstance(part, Arithmetic)
        or (isinstance(part, Aggregate) and not place.is_told and part.measure not in exact)
        for part in walk(found)
    )


def _rounded(atom: Compare, left: Sql, right: Sql) -> Sql:
    """Differences are compared to six decimals, so that 0.1 + 0.2 is 0.3."""
    difference = binary(left, "-", right)
    if any(isinstance(part, Arithmetic) and part.sign == "/" for part in walk(atom)):
        difference = call("NULLIF", difference, NAN)
    if atom.sign in ("==", "!="):
        apart = call("ROUND", call("ABS", difference), number(6))
        return binary(apart, "<=" if atom.sign == "==" else ">", number(atom.tolerance or 0))
    slack = atom.tolerance if atom.sign in ("<", "<=") else -atom.tolerance
    return binary(call("ROUND", difference, number(6)), atom.sign, number(slack or 0))


def _null_safe(atom: Compare, place: Place) -> Claim:
    """Two empty sides are equal, and an empty side differs from a filled one."""
    sides = [filled(side, place) for side in (atom.left, atom.right)]
    plain = atom.model_copy(update={"null_safe": False})
    if atom.sign == "!=":
        plain = plain.model_copy(update={"sign": "=="})
    compared = _compared(plain, place)
    same = exp.Case(
        ifs=[exp.If(this=all_of(compared.filled), true=compared.true)],
        default=_both_empty(sides) if plain.sign in ("==", "<=", ">=") else exp.false(),
    )
    true = exp.not_(same) if atom.sign == "!=" else same
    return Claim(true, [], compared.is_doubtful, is_blind=True)


def _both_empty(sides: list[list[Sql]]) -> Sql:
    if not all(sides):
        return exp.false()
    return all_of(any_of(is_empty(test.this) for test in side) for side in sides)


def _one_of(atom: OneOf, place: Place) -> Claim:
    found = value(atom.of, atom.reads, place)
    options = list(_options(atom, place))
    if atom.reads == Reads.TEXT:
        found = stripped(found) if atom.trim else found
        found = call("LOWER", found) if atom.ignore_case else found
    doubts = may_be_unreadable(atom.of, atom.reads, place)
    return Claim(among(found, options), filled(atom.of, place), is_doubtful=doubts)


def _options(atom: OneOf, place: Place) -> Iterator[Sql]:
    for option in atom.options:
        if atom.reads == Reads.TEXT:
            said = str(option.value)
            yield text(said.lower() if atom.ignore_case else said)
        else:
            yield value(option, atom.reads, place)


def _missing(atom: Missing, place: Place) -> Sql:
    of = atom.of
    if not isinstance(of, Cell | Lookup | Previous):
        return is_empty(value(of, Reads.NUMBER, place))
    found = raw(of, place)
    if isinstance(of, Previous) or not atom.blanks:
        return is_empty(found)
    fact = place.fact(of.table, of.column)
    if fact.type in NUMERIC:
        return is_empty(found)
    return any_of([is_empty(found), matches(found, f"{BLANK}*")])


def _matches(atom: Matches, place: Place) -> Sql:
    found = value(atom.of, Reads.TEXT, place)
    if atom.how == How.FORMAT:
        return _has_format(atom.text, found, place)
    if atom.how == How.PATTERN:
        return matches(found, as_re2(atom.text), "i" if atom.ignore_case else "")
    wanted = text(atom.text.lower() if atom.ignore_case else atom.text)
    found = call("LOWER", found) if atom.ignore_case else found
    functions = {How.CONTAINS: "CONTAINS", How.STARTS: "STARTS_WITH", How.ENDS: "ENDS_WITH"}
    return call(functions[atom.how], found, wanted)


_PLACES = {"starts with": "STARTS_WITH", "ends with": "ENDS_WITH", "contains": "CONTAINS"}


def _made(atom: Made, place: Place) -> Sql:
    found = value(atom.of, Reads.TEXT, place)
    parts = [value(each, Reads.TEXT, place) for each in atom.parts]
    wanted = parts[0] if len(parts) == 1 else call("CONCAT", *parts)
    if atom.how == "is":
        return binary(found, "==", wanted)
    return call(_PLACES[atom.how], found, wanted)


def _has_format(name: str, found: Sql, place: Place) -> Sql:
    try:
        format_of(name)
    except KeyError as error:
        raise NotLowered(f"there is no format {name!r}") from error
    if name not in place.page.formats:
        place.page.formats.append(name)
    return call(FORMAT_TEST, found, text(name))
