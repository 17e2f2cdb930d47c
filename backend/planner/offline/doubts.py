"""What the data makes doubtful: a word that may be a value, a flag that may just be filled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.format_names import is_named
from backend.planner.offline.keys import is_called
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.spelling import column_of
from backend.planner.offline.tokens import Shape, tokenize
from backend.planner.offline.words import stem, stems_of
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
    Missing,
    OneOf,
    Previous,
    Today,
    Value,
)

_MAYBE_VALUES = frozenset({
    "unknown", "missing", "none", "absent", "unset", "na", "n/a", "nan", "null", "unrecorded",
    "available", "complete", "present", "known", "set", "given", "provided", "required",
    "mandatory", "recorded", "specified", "stated", "filled",
})  # fmt: skip
"""Words for whether a cell is empty that a column may also hold as a text."""
_OF_PRESENCE = frozenset({
    "filled", "empty", "blank", "blanks", "missing", "null", "nulls", "nan", "given", "mandatory",
    "required", "obligatory", "compulsory", "present", "absent", "set", "recorded", "complete",
    "completed", "populated", "value", "values", "nothing", "entry", "answered", "provided",
    "specified", "stated", "unknown", "known", "without", "lacks", "lack", "lacking", "optional",
    "answer", "answers",
})  # fmt: skip
_LACKING = frozenset({"without", "lacks", "lack", "lacking"})
"""Of a flag, they may tell that it says no."""
_YES_AND_NO = ({"yes", "no"}, {"true", "false"}, {"y", "n"})
_BEFORE = frozenset({"previous", "prior", "last", "preceding", "old"})


def _refuse_unlisted_as_empty(column: Column, hint: str) -> None:
    called = {"".join(stems_of(column.name)), *stems_of(column.name)}
    if _UNLISTED.search(hint) and _OF_LISTS & called:
        raise Misfit(f"an unknown {column.name} may be empty, or in no list: say which")


_UNLISTED = re.compile(r"\bunknown (time|countr|currenc|language|continent)", re.IGNORECASE)
_OF_LISTS = frozenset({"country", "currency", "language", "timezone", "continent"})
"""Columns of names that a list has or has not."""


def refuse_doubtful_presence(missing: Missing, context: Context) -> None:
    """Pass a question of presence that can be nothing else.

    Raises:
        Misfit: the word is a value of the column, or the column says yes or no.
    """
    if not isinstance(missing.of, Cell | Lookup):
        return
    column = column_of(missing.of, context)
    _refuse_rows_that_are_missing(missing.of, column, context)
    if isinstance(missing.of, Lookup) and is_called(column.name, context.tables[missing.of.table]):
        raise Misfit(
            f"{column.name} is what rows of {missing.of.table} are called: it is never empty"
        )
    hint = context.check.calculation_hint
    words = {token.low for token in tokenize(hint) if token.shape == Shape.WORD}
    _refuse_unlisted_as_empty(column, hint)
    held = {value.lower() for value in column.values} & _MAYBE_VALUES & words
    if words & _OF_PRESENCE - {"null", "nulls"}:
        held -= {"null"}  # "not empty, not NULL" tells of both
    if held and not {value.lower() for value in missing.of.empty_if} & held:
        word = sorted(held)[0]
        raise Misfit(
            f"{word!r} is a value of {column.name}; put it in quotes if that value is meant, or "
            "say 'empty' or 'filled'"
        )
    is_flag = _says_yes_and_no(column.values)
    if is_flag and words & _LACKING:
        raise Misfit(
            f"{column.name} says yes or no: say whether it must not be empty, or which value it has"
        )
    if stems_of(column.name)[:1] in (("is",), ("has",)):
        _require_name(column.name, hint)
    elif is_flag and not words & _OF_PRESENCE and not _is_paired(words, column.values):
        raise Misfit(f"{column.name} says yes or no; say 'filled' or 'empty' if that is meant")


def _is_paired(words: Iterable[str], values: Iterable[str]) -> bool:
    """Whether a value is one of a pair of values: it is asked where both are given."""
    held = {value.lower() for value in values}
    return any(held & {*word.split("/")} for word in words if "/" in word)


_THERE = frozenset({"exist", "exists", "missing", "unknown"})


def _refuse_rows_that_are_missing(of: Cell | Lookup, column: Column, context: Context) -> None:
    """If its berth does not exist: the row of berths, where that is a table at hand."""
    tokens = [token.low for token in tokenize(context.check.calculation_hint)]
    for table in context.tables if column.name.lower() not in tokens else ():
        noun = stem(table.lower())
        if table == of.table or stems_of(column.name)[:1] != (noun,):
            continue
        for at, word in enumerate(tokens):
            if word == noun and _THERE & {*tokens[at + 1 : at + 4]}:
                raise Misfit(
                    f"it is not clear whether {column.name} is empty or {table} has no such row; "
                    f"say '{column.name} must be filled' or '{column.name} must exist in {table}'"
                )


def _says_yes_and_no(values: Iterable[str]) -> bool:
    """Whether a column says yes and no, be it with a question mark or two among them."""
    held = {value.lower() for value in values}
    is_mixed = len(held) < 6 and any(pair <= held for pair in _YES_AND_NO)
    return is_mixed or says_yes_or_no(held)


def _require_name(column: str, hint: str) -> None:
    spaced = column.lower().replace("_", " ")
    if column.lower() not in hint.lower() and spaced not in hint.lower():
        raise Misfit(f"{column} says yes or no; name it exactly if its cell must be filled")


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
