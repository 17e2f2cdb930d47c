"""How a text of the sentence is spelled in the data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.kin_called import refuse_name_for_key
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.placeholders import is_placeholder
from backend.planner.offline.words import WEEKDAYS, stem
from backend.rules.language.terms import Aggregate, Cell, Constant, Lookup, Previous, Reads, Value

_ANSWERS = frozenset({"yes", "true", "false", "none", "unknown", "null", "maybe", "nan"})


def column_of(value: Cell | Lookup, context: Context) -> Column:
    """The column behind a cell.

    Raises:
        Misfit: there is none.
    """
    column = context.column(value.table, value.column)
    if column is None:
        raise Misfit(f"{value.table} has no column {value.column!r}")
    return column


def name_of(value: Value) -> str:
    """A value as the author would call it."""
    if isinstance(value, Cell | Lookup):
        return value.column
    return "the value" if not isinstance(value, Constant) else repr(value.value)


def spelled(value: Value, other: Value, context: Context) -> Value:
    """A constant's text as the other side's data spells it."""
    if not isinstance(value, Constant) or value.reads == Reads.DATE:
        return value
    text = Constant(value=str(value.value), reads=Reads.TEXT, unquoted=value.unquoted)
    return spell(other, text, context, lenient=False)


def as_number(value: Value, reads: Reads) -> Value:
    """A number, which is the same whether things were counted or a value was named."""
    is_number = isinstance(value, Constant) and reads == Reads.NUMBER
    return value.model_copy(update={"unquoted": False}) if is_number else value


def is_known(of: Value, option: Constant, context: Context) -> bool:
    """Whether the column's data holds this text, in whatever case."""
    values = _values(of, context)
    return str(option.value).lower() in {value.lower() for value in values}


def _values(of: Value, context: Context) -> tuple[str, ...]:
    if isinstance(of, Aggregate | Previous) and of.of is not None:
        return _values(of.of, context)
    return column_of(of, context).values if isinstance(of, Cell | Lookup) else ()


def _refuse_signed(of: Value, written: str, values: tuple[str, ...]) -> None:
    """A number with a plus before it, where the texts have that sign as well."""
    if f"+{written}" in values:
        raise Misfit(f"{name_of(of)} holds '+{written}'; put it in quotes if that is meant")


_OF_CASE = re.compile(
    r"\b(?:case|capital|capitals|lower|upper|spelling|spelled|spelt)\b|-case|case-"
)


def _refuse_two_spellings(of: Value, written: str, alike: Sequence[str], context: Context) -> None:
    """Small, where the data has small and SMALL, and the sentence says nothing of case."""
    if len(alike) > 1 and not _OF_CASE.search(context.check.calculation_hint.lower()):
        raise Misfit(
            f"{name_of(of)} holds {alike[0]!r} and {alike[1]!r}, and {written!r} is neither; put "
            "it in quotes"
        )


def spell(of: Value, text: Constant, context: Context, *, lenient: bool) -> Constant:
    """The text as the data spells it, where the sentence did not quote it."""
    refuse_name_for_key(of, text, context)
    written = str(text.value)
    values = _values(of, context)
    plain = Constant(value=written, reads=Reads.TEXT)
    if not text.unquoted or written in values:
        return plain
    _refuse_signed(of, written, values)
    alike = [value for value in values if value.lower() == written.lower()]
    if len(alike) == 1:
        context.assume(
            f"{written!r} is read as {alike[0]!r}, as the data of {name_of(of)} spells it."
        )
        return Constant(value=alike[0], reads=Reads.TEXT)
    _refuse_two_spellings(of, written, alike, context)
    if "/" in written and written.lower() != "n/a":
        raise Misfit(f"{written!r} may be one value or several; put each in quotes")
    if stem(written) in WEEKDAYS and not {stem(value) for value in values} & {*WEEKDAYS}:
        raise Misfit(f"{name_of(of)} holds no days of the week")
    ends = [part.lower() for part in written.split("-")]
    if len(ends) == 2 and set(ends) <= {value.lower() for value in values}:
        raise Misfit(f"{written!r} may be one value or a range; list its values")
    if _is_no_answer(written, values):
        raise Misfit(f"{name_of(of)} says yes or no, and {written!r} is neither")
    if _looks_like_a_code(written) or (lenient and not _is_stray(of, text, context)):
        return plain
    raise Misfit(
        f"{written!r} is no value of {name_of(of)}; put it in quotes if it is meant literally"
    )


def _is_stray(of: Value, text: Constant, context: Context) -> bool:
    """A word that cannot be a value beside those that are: of a number, or a table's name."""
    if str(text.value).lower() in {table.lower() for table in context.tables}:
        return True
    column = column_of(of, context) if isinstance(of, Cell | Lookup) else None
    is_number = column is not None and column.type in (ColumnType.INTEGER, ColumnType.NUMBER)
    return is_number and not is_placeholder(text)


def _is_no_answer(written: str, values: tuple[str, ...]) -> bool:
    """Whether a column of yes and no is said to be what is no answer at all: Ann."""
    is_name = written.replace(" ", "").isalpha() and len(written) > 2
    is_flag = says_yes_or_no(value.lower() for value in values)
    return is_name and is_flag and written.lower() not in _ANSWERS


def _looks_like_a_code(text: str) -> bool:
    return any(char.isdigit() for char in text) or text[:1].isupper()
