"""Phrases for the type of a column's values: of type integer, a numeric column, a valid timestamp."""

from __future__ import annotations

from backend.planner.offline.own_formats import TEXT_TYPE
from backend.planner.offline.phrases.dates.dates import real_date
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Apply, Function, How, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    Subjects,
    about,
    about_all,
    compare,
    not_,
    number,
)

phrase = Phrases()

_TYPES = {
    "whole_number": "integer|integers|int|whole number|whole numbers",
    "number": "number|numbers|numeric|decimal|decimals|float|double|real number",
    "truth_value": "boolean|bool",
}
for _format, _words in _TYPES.items():
    _spelled = " | ".join(_words.split("|"))
    phrase.words(f"_type_{_format}", _spelled)

    @phrase("value_type", f"_type_{_format}")
    def type_of_format(name: str = _format) -> Predicate:
        """Integer."""
        return _form(How.FORMAT, name)


@phrase("value_type", "(text|string|character|varchar)")
def type_of_texts() -> Predicate:
    """Text: a type that every cell of a file has (`doubts.refuse_doubtful_form`)."""
    return _form(How.FORMAT, TEXT_TYPE)


@phrase("value_type", "date", "dates")
def type_of_dates() -> Predicate:
    """Date."""
    return real_date()


phrase.words("_moment_type", "timestamp | timestamps | datetime | date time")


@phrase("value_type", "_moment_type")
@phrase("adj", "[a] (valid|real|proper|existing|correct) _moment_type")
def type_of_moments() -> Predicate:
    """A moment that the calendar has, written as the column's others are."""
    return compare(Apply(function=Function.HOUR, of=IT), ">=", number(0))


@phrase("stmt", "<cell> (:|: type) _type_number", cost=0.1)
def number_after_colon(of: Value) -> Statement:
    """Fare: decimal."""
    return rule(about(_form(How.FORMAT, "number"), of), subject=of)


phrase.words("_of_type", "of type | of data type")


@phrase("stmt", "(type|data type) of [column] <cell> _must be <value_type>")
@phrase("stmt", "column <cell> _must be _of_type <value_type>", cost=0.02)
def type_of_column(of: Value, told: Predicate) -> Statement:
    """The type of score must be integer."""
    return rule(about(told, of), subject=of)


@phrase("stmt", "no <columns_like> _may be <adj>", cost=0.05)
def no_column_so(found: Subjects, told: Predicate) -> Statement:
    """No date column may be in the future."""
    return rule(about_all(not_(told), found))


@phrase("adj", "_of_type <value_type>", "(a|an) <value_type> (column|field)", cost=-0.02)
@phrase(
    "verb",
    "(have|has) type <value_type>",
    "(have|has) data type <value_type>",
    "(have|has) <value_type> (type|data type)",
    "(hold|holds) <value_type> values",
)
def of_value_type(told: Predicate) -> Predicate:
    """Of type integer."""
    return told


@phrase("verb", "(hold|holds|store|stores) [only] <value_type>", cost=0.1)
def holds_type(told: Predicate) -> Predicate:
    """Holds integers."""
    return told
