"""What the data makes doubtful: a word that may be a value, a flag that may just be filled."""

from __future__ import annotations

import re

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.format_names import is_named
from backend.planner.offline.spelling import column_of
from backend.planner.offline.words import stems_of
from backend.planner.offline.written_nulls_compared import spelt_in
from backend.rules.language.form import RealDate
from backend.rules.language.formats import format_of
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Elapsed,
    How,
    Lookup,
    Matches,
    Measure,
    OneOf,
    Previous,
    Today,
    Value,
)

_BEFORE = frozenset({"previous", "prior", "last", "preceding", "old"})


def refuse_doubtful_form(atom: Matches, column: Column, context: Context) -> None:
    """Pass a form that the column's values leave no doubt about.

    Raises:
        Misfit: "kind must be email" of a column that holds "email"; a number that would be looked
            for among the digits of numbers.
    """
    hint = context.check.calculation_hint.lower()
    if atom.how == How.FORMAT:
        _refuse_date_of_numbers(atom, column)
        _refuse_format_among_values(atom, column, hint)
    _refuse_network_without_addresses(atom, column)
    is_number = atom.text.replace(".", "", 1).isdigit() and atom.how == How.CONTAINS
    is_of_numbers = column.type in (ColumnType.INTEGER, ColumnType.NUMBER)
    if is_number and is_of_numbers and "digit" not in hint:
        raise Misfit(
            f"{column.name} holds numbers; say 'equal to {atom.text}', or 'the digit {atom.text}'"
        )


_ADDRESS = re.compile(r"\d+\.\d+\.\d+\.\d+")
_ANY_OF_THEM = "1[0-9][0-9]|2[0-4][0-9]|25[0-5]"
"""What the pattern of a network holds that leaves one of its numbers free."""


def _refuse_network_without_addresses(atom: Matches, column: Column) -> None:
    """Visits from a network, where the visits are their numbers and another column is meant."""
    is_network = atom.how == How.PATTERN and _ANY_OF_THEM in atom.text
    if is_network and column.values and not any(map(_ADDRESS.search, column.values)):
        raise Misfit(f"{column.name} holds no address that could be in a network")


def _refuse_date_of_numbers(atom: Matches, column: Column) -> None:
    form = format_of(atom.text).form
    is_marked = isinstance(form, RealDate) and re.search("%.[^%]", form.layout)
    if is_marked and column.type == ColumnType.INTEGER:
        raise Misfit(f"{column.name} holds whole numbers, and no dates with marks between")


def _refuse_format_among_values(atom: Matches, column: Column, hint: str) -> None:
    for value in column.values:
        told = value.lower()
        is_form = re.search(rf"\b(an?|valid|proper|correct|real)\s+{re.escape(told)}", hint)
        if told in hint and not is_form and is_named(atom.text, told):
            raise Misfit(
                f"{value!r} is a value of {column.name} and the name of a form; put it in quotes, "
                f"or write 'a valid {told}'"
            )
    held = {value.lower() for value in column.values}
    for told in re.findall(r"(?:\bor|,|/)\s+([a-z-]+)", hint):
        if is_named(atom.text, told) and held & {*re.findall(r"[\w-]+", hint)}:
            raise Misfit(
                f"{told!r} stands among values; put it in quotes, or write 'a valid {told}'"
            )


def refuse_letters_as_values(atom: OneOf, is_held: bool, context: Context) -> None:
    """Pass a list of letters that the column holds, or that its texts are not made of.

    Raises:
        Misfit: "only A, C, G and T" of a column of "GATTACA" tells of its letters.
    """
    letters = {str(option.value).lower() for option in atom.options if option.unquoted}
    is_told = len(letters) == len(atom.options) and all(len(each) == 1 for each in letters)
    if not is_told or is_held or not isinstance(atom.of, Cell | Lookup):
        return
    texts = [value.lower() for value in column_of(atom.of, context).values]
    if any(len(text) > 1 and set(text) <= letters for text in texts):
        told = ", ".join(sorted(letters)).upper()
        raise Misfit(
            f"{atom.of.column} holds none of {told}, but texts made of these letters; say 'made of "
            "the letters' or put the values in quotes"
        )


_AT_AN_EVENT = re.compile(
    r"\b(when|as|at the time|on the day)\b[^.;?!]{0,40}?\b"
    r"(got|took|became|began|had|received|obtained|bought|sold|paid|left|joined|\w+ed)\b"
)


def refuse_age_of_today(age: Elapsed, context: Context) -> None:
    """Pass the age on the day of the run.

    Raises:
        Misfit: the sentence speaks of an event, on whose day the age is meant.
    """
    is_age = age.unit == "years" and isinstance(age.end, Today)
    if is_age and _AT_AN_EVENT.search(context.check.calculation_hint.lower()):
        raise Misfit("it is not clear on which day the age is meant; name the column of that day")


def refuse_shadowed_previous(previous: Previous, context: Context) -> None:
    """Pass a look at the row before, where no column has that name.

    Raises:
        Misfit: "previous balance" is a column.
    """
    if not isinstance(previous.of, Cell):
        return
    wanted = stems_of(previous.of.column)
    for column in context.tables[previous.of.table].columns:
        stems = stems_of(column.name)
        if stems[:1] and stems[0] in _BEFORE and stems[1:] == wanted:
            raise Misfit(f"{column.name} is a column; say 'of the row before' if that is meant")


_MEASURED = {
    Measure.MAXIMUM: "maximum",
    Measure.MINIMUM: "minimum",
    Measure.MEAN: "average",
    Measure.SUM: "total",
}


def refuse_shadowed_measure(found: Aggregate, context: Context) -> None:
    """Pass a measure of a column, where no column has that name.

    Raises:
        Misfit: "the maximum points" is a column.
    """
    if not isinstance(found.of, Cell) or found.of.table not in context.tables:
        return
    wanted = (_MEASURED.get(found.measure, ""), *stems_of(found.of.column))
    for column in context.tables[found.of.table].columns:
        initials = "".join(word[0] for word in wanted if word).upper()
        if stems_of(column.name) == wanted or column.name == initials:
            raise Misfit(f"{column.name} is a column; say 'over all rows' if a measure is meant")


def refuse_texts_among_numbers(left: Value, right: Value, context: Context) -> None:
    """Pass two columns that must differ, where one of them holds texts beside its numbers.

    Raises:
        Misfit: a text differs from any number, and yet cannot be compared with one.
    """
    for value in (left, right):
        if not isinstance(value, Cell) or not isinstance(right, Cell):
            return
        column = column_of(value, context)
        if column.type == ColumnType.TEXT and not _are_nulls(value, column, context):
            raise Misfit(
                f"{column.name} holds texts among its numbers, which differ from any number; say "
                "what is to become of them"
            )


def _are_nulls(cell: Cell, column: Column, context: Context) -> bool:
    """Whether the texts among the numbers are all NULL, of which the sentence speaks."""
    spelt = spelt_in(cell, context)
    others = [value for value in column.values if value not in spelt]
    is_told = "null" in context.check.calculation_hint.lower().replace(",", " ").split()
    are_there = is_told and bool(spelt) and bool(others)
    return are_there and all(re.fullmatch(r"-?\d+(\.\d+)?", each) for each in others)
