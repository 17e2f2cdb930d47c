"""What makes one term of a rule whole, whatever stands around it."""

from __future__ import annotations

import math
from datetime import datetime

from backend.contracts.check import Check
from backend.contracts.contract import Contract
from backend.planner.by_model.answer import BadAnswer, refuse
from backend.rules.language.formats import format_of
from backend.rules.language.holiday_calendars import known_years
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Cell,
    Compare,
    Constant,
    Exists,
    How,
    It,
    Lookup,
    Matches,
    Measure,
    OneOf,
    Parameter,
    Previous,
    PublicHoliday,
    Reads,
)
from backend.rules.language.walk import walk

_FROM_DATA = Cell | Lookup | Previous | Aggregate


def require_whole(term: Contract, check: Check) -> None:
    """Pass a term that has all it needs and says something about the data.

    Raises:
        BadAnswer: it has not, or would hold whatever the data is.
    """
    match term:
        case It():
            raise BadAnswer('A term of type "it" is no part of a finished rule.')
        case Constant():
            _require_constant(term)
        case Parameter() if term.name not in check.params:
            raise BadAnswer(f"The check has no parameter {term.name!r}.")
        case Lookup() | Exists() if not term.keys:
            raise BadAnswer(f"The {term.type} into {term.table} has no keys.")
        case Previous() if not isinstance(term.of, Cell):
            raise BadAnswer('"previous" is of one cell.')
        case PublicHoliday():
            _require_calendar(term)
        case Aggregate():
            _require_measure(term)
        case _:
            _require_predicate(term)


def _require_predicate(term: Contract) -> None:
    match term:
        case All() | Any() if not term.parts:
            raise BadAnswer(f'"{term.type}" has no parts.')
        case OneOf() if not term.options:
            raise BadAnswer('"one-of" has no options.')
        case Compare():
            _require_comparison(term)
        case Matches():
            _require_form(term)
        case _:
            pass


def _require_comparison(atom: Compare) -> None:
    if not any(isinstance(part, _FROM_DATA) for part in walk(atom)):
        raise BadAnswer("A comparison of two fixed values says nothing about the data.")
    if not (math.isfinite(atom.tolerance) and atom.tolerance >= 0):
        raise BadAnswer('"tolerance" is a number from 0.')


def _require_form(atom: Matches) -> None:
    if not atom.text:
        raise BadAnswer('"matches" has an empty "text".')
    if atom.how != How.FORMAT:
        return
    try:
        format_of(atom.text)
    except KeyError as error:
        refuse(f"There is no named format {atom.text!r}.", error)


def _require_calendar(holiday: PublicHoliday) -> None:
    years = known_years(holiday.calendar)
    if years is None:
        raise BadAnswer(f"The public holidays of {holiday.calendar!r} are not known.")
    if (holiday.first, holiday.last) != years:
        raise BadAnswer(f"These holidays are known from {years.first} to {years.last}: say those.")


def _require_constant(constant: Constant) -> None:
    if constant.unit:
        raise BadAnswer("A constant has no unit; give the number in the unit of its column.")
    if constant.reads == Reads.NUMBER and not _is_number(constant.value):
        raise BadAnswer(f"The constant {constant.value!r} is no number.")
    if constant.reads in (Reads.DATE, Reads.TIME):
        _require_date(str(constant.value))


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value)


def _require_date(text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        refuse(f"The constant {text!r} is no date in ISO 8601.", error)


def _require_measure(term: Aggregate) -> None:
    if term.measure == Measure.SHARE:
        if term.holds is None or term.of is not None:
            raise BadAnswer('The measure "share" needs "holds", and no "of".')
    elif term.of is None and term.measure != Measure.COUNT:
        raise BadAnswer(f'The measure "{term.measure.value}" needs "of".')
    elif term.holds is not None:
        raise BadAnswer('"holds" is for the measure "share" only; "where" filters rows.')
    if (term.measure == Measure.QUANTILE) != (term.quantile is not None):
        raise BadAnswer('"quantile" is for the measure of that name only, and it needs one.')
    if term.quantile is not None and not 0 <= term.quantile <= 1:
        raise BadAnswer('"quantile" is a number from 0 to 1.')
