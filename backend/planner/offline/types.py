"""What the two sides of a comparison are, and how a text of the sentence is spelled in the data."""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.planner.offline.about_files import lists_files
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.doubts import (
    refuse_age_of_today,
    refuse_doubtful_form,
    refuse_letters_as_values,
    refuse_shadowed_measure,
    refuse_shadowed_previous,
    refuse_texts_among_numbers,
)
from backend.planner.offline.doubts_of_presence import refuse_doubtful_presence
from backend.planner.offline.identifiers import refuse_bounded_key, refuse_measured_key
from backend.planner.offline.one_unit import in_one_unit
from backend.planner.offline.own_formats import own_format
from backend.planner.offline.placeholders import is_placeholder
from backend.planner.offline.sides import DATES, Side, as_date, side_of
from backend.planner.offline.spelling import as_number, column_of, is_known, name_of, spell, spelled
from backend.planner.offline.texts_made_of_texts import text_made
from backend.planner.offline.typed_units import as_factor
from backend.rules.duplicates import Duplicates
from backend.rules.language.formats import format_of
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Elapsed,
    Function,
    How,
    Lookup,
    Made,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Previous,
    PublicHoliday,
    Reads,
    Shifted,
    Term,
    Value,
)
from backend.rules.language.walk import T, parts, rewrite
from backend.rules.missing_dates import MissingDates

_TIME_FUNCTIONS = (Function.HOUR, Function.CLOCK)
_DATE_FUNCTIONS = (Function.YEAR, Function.MONTH, Function.DAY, Function.WEEKDAY, *_TIME_FUNCTIONS)


def typed(term: T, context: Context) -> T:  # noqa: C901 - holds the cases below
    """The term with each comparison's type decided.

    Raises:
        Misfit: the sides do not go together.
    """

    def change(part: Term) -> Term | None:  # noqa: C901 - one case per kind of term
        match part:
            case Compare():
                return _compare(_inside(part, context), context)
            case OneOf():
                return _one_of(_inside(part, context), context)
            case Matches():
                return _matches(part, context)
            case Made():
                return text_made(part, context)
            case Not(part=Made() as text):
                return part.model_copy(update={"part": text_made(text, context, is_denied=True)})
            case Arithmetic():
                return _arithmetic(part, context)
            case Not(part=Compare(sign="==", left=Cell(), right=Cell()) as same):
                typed(same.model_copy(update={"sign": "!="}), context)
                return None
            case Not(part=Compare(sign="!=") as other):  # texts among numbers break it
                told = _compare(_inside(other, context), context, must_differ=False)
                return part.model_copy(update={"part": told})
            case Apply(function=Function.LENGTH, of=Apply(function=Function.LENGTH) as counted):
                return counted  # a length of so many characters
            case Apply():
                _check_function(part, context)
                return None
            case Elapsed():
                refuse_age_of_today(part, context)
                _require(part.start, Side.DATE, context)
                _require(part.end, Side.DATE, context)
                return None
            case Shifted() | PublicHoliday():
                _require(part.of, Side.DATE, context)
                return None
            case Aggregate():
                refuse_shadowed_measure(part, context)
                _check_measure(part, context)
                return None
            case Missing():
                refuse_doubtful_presence(part, context, term)
                return None
            case Previous():
                refuse_shadowed_previous(part, context)
                return None
            case MissingDates(unit="hour"):
                _require_times(part, context)
                return None
            case Duplicates(columns=()) if lists_files(part.table, context):
                # The names of two files always differ.
                return part.model_copy(update={"columns": ("content",), "ignored": ()})
            case _:
                return None

    return rewrite(term, change)


def _inside(term: T, context: Context) -> T:
    updates = {
        name: typed(value, context)
        for name in ("left", "right", "of")
        if (value := getattr(term, name, None)) is not None
    }
    return term.model_copy(update=updates)


def _require(value: Value, wanted: Side, context: Context) -> None:
    side = side_of(value, context)
    fits = side in DATES if wanted == Side.DATE else side == wanted
    if not fits and side != Side.ANY:
        raise Misfit(f"{name_of(value)} holds {side}, not {wanted}")
    _refuse_unclear_dates(value, context)


def _require_times(rule: MissingDates, context: Context) -> None:
    cell = Cell(table=rule.table, column=rule.column)
    if side_of(cell, context) != Side.TIME:
        raise Misfit(f"{rule.column} holds no times, so that no hour of it can be missing")


def _refuse_unclear_dates(value: Value, context: Context) -> None:
    if isinstance(value, Cell | Lookup) and side_of(value, context) in DATES:
        column = column_of(value, context)
        if column.day_or_month_first:
            raise Misfit(
                f"in {value.column} day and month cannot be told apart; write its dates as "
                "YYYY-MM-DD"
            )


def _arithmetic(term: Arithmetic, context: Context) -> Value:
    left, right = typed(term.left, context), typed(term.right, context)
    if term.sign == "-" and all(side_of(side, context) in DATES for side in (left, right)):
        for side in (left, right):
            _refuse_unclear_dates(side, context)
        return Elapsed(unit="days", start=right, end=left)
    if term.sign in ("*", "/"):
        left, right = as_factor(left), as_factor(right)
    for side in (left, right):
        _require(side, Side.NUMBER, context)
        if isinstance(side, Constant) and side.unit:
            raise Misfit(f"{side.unit!r} is a unit that cannot be calculated with here")
    return term.model_copy(update={"left": left, "right": right})


# Comparisons ---------------------------------------------------------------------------------


def _compare(atom: Compare, context: Context, *, must_differ: bool = True) -> Compare:
    atom = in_one_unit(atom, context)
    left, right = (as_date(side, other, context) for side, other in (
        (atom.left, atom.right), (atom.right, atom.left)))  # fmt: skip
    sides = (side_of(left, context), side_of(right, context))
    for value in (left, right):
        _refuse_unclear_dates(value, context)
    reads = _reads(sides, atom, left, right, context)
    if reads == Reads.TEXT:
        left, right = spelled(left, right, context), spelled(right, left, context)
    if must_differ and atom.sign == "!=" and reads == Reads.NUMBER:
        refuse_texts_among_numbers(left, right, context)
    left, right = as_number(left, reads), as_number(right, reads)
    if left == right:
        raise Misfit(f"{name_of(left)} is compared with itself")
    refuse_bounded_key(left, atom.sign, right, context)
    refuse_measured_key(left, atom.sign, right)
    return atom.model_copy(update={"left": left, "right": right, "reads": reads})


def _reads(
    sides: tuple[Side, Side], atom: Compare, left: Value, right: Value, context: Context
) -> Reads:
    known = [side for side in sides if side != Side.ANY] or [Side.TEXT]
    if all(side == Side.NUMBER for side in known):
        return Reads.NUMBER
    if all(side in DATES for side in known):
        return Reads.TIME if all(side == Side.TIME for side in known) else Reads.DATE
    if atom.sign not in ("==", "!="):
        raise Misfit(
            f"{name_of(left)} ({sides[0]}) and {name_of(right)} ({sides[1]}) have no order"
        )
    if all(side == Side.TEXT for side in known):
        return Reads.TEXT
    return _mixed(sides, left, right, context)


def _mixed(sides: tuple[Side, Side], left: Value, right: Value, context: Context) -> Reads:
    """Text against a number: equal as texts, where one of them is written in the sentence."""
    constant = next((side for side in (left, right) if isinstance(side, Constant)), None)
    if constant is None or any(side in DATES for side in sides):
        raise Misfit(f"{name_of(left)} holds {sides[0]} and {name_of(right)} holds {sides[1]}")
    other = right if constant is left else left
    is_held = isinstance(other, Cell | Lookup) and is_known(other, constant, context)
    is_held = is_held and not str(constant.value).isdecimal()
    if constant.unquoted and not is_placeholder(constant) and not is_held:
        raise Misfit(f"{name_of(left)} holds {sides[0]}, and {constant.value!r} is {sides[1]}")
    return Reads.TEXT


def _one_of(atom: OneOf, context: Context) -> OneOf:
    side = side_of(atom.of, context)
    if side == Side.NUMBER and all(option.reads == Reads.NUMBER for option in atom.options):
        return atom.model_copy(update={"reads": Reads.NUMBER})
    if side in DATES:
        raise Misfit(f"{name_of(atom.of)} holds dates; lists of dates are not read")
    options = tuple(
        Constant(value=str(option.value), reads=Reads.TEXT, unquoted=option.unquoted)
        for option in atom.options
    )
    known = [is_known(atom.of, option, context) for option in options]
    refuse_letters_as_values(atom, any(known), context)
    for option, is_value in zip(options, known, strict=True):
        if option.unquoted and not is_value and _names_column(str(option.value), context):
            raise Misfit(
                f"{option.value!r} is a column; put it in quotes if it is meant as a value of "
                f"{name_of(atom.of)}"
            )
    respelled = tuple(spell(atom.of, option, context, lenient=any(known)) for option in options)
    return atom.model_copy(update={"options": respelled, "reads": Reads.TEXT})


def _names_column(word: str, context: Context) -> bool:
    names = {column.name.lower() for table in context.tables.values() for column in table.columns}
    return word.lower() in names


# Functions and forms -------------------------------------------------------------------------


def _matches(atom: Matches, context: Context) -> Matches | Compare:
    if isinstance(atom.of, Cell | Lookup):
        atom = own_format(atom, column_of(atom.of, context))
        _require_text(atom, context)
        return atom
    of = typed(atom.of, context)
    if atom.text == "whole_number" and side_of(of, context) == Side.NUMBER:
        return Compare(
            left=of, sign="==", right=Apply(function=Function.ROUND, of=of), reads=Reads.NUMBER
        )
    raise Misfit(f"what is computed has no written form that {atom.text!r} could be held against")


def _require_text(atom: Matches, context: Context) -> None:
    assert isinstance(atom.of, Cell | Lookup)
    column = column_of(atom.of, context)
    if atom.how == How.FORMAT:
        format_of(atom.text)
    refuse_doubtful_form(atom, column, context)
    if atom.how != How.FORMAT and column.type == ColumnType.NUMBER:
        raise Misfit(f"{atom.of.column} holds decimal numbers, whose written form is not kept")


def _check_function(term: Apply, context: Context) -> None:
    if term.function in _DATE_FUNCTIONS:
        _require(term.of, Side.DATE, context)
        if term.function in _TIME_FUNCTIONS and side_of(term.of, context) == Side.DATE:
            raise Misfit(f"{name_of(term.of)} holds days without a time of day")
    elif term.function in (Function.ABSOLUTE, Function.ROUND):
        _require(term.of, Side.NUMBER, context)
    elif term.function != Function.DECIMALS and side_of(term.of, context) == Side.NUMBER:
        column = column_of(term.of, context) if isinstance(term.of, Cell | Lookup) else None
        if column is not None and column.type == ColumnType.NUMBER:
            raise Misfit(f"{column.name} holds decimal numbers, whose written form is not kept")


def _check_measure(term: Aggregate, context: Context) -> None:
    if term.of is None or term.measure in (Measure.COUNT, Measure.DISTINCT, Measure.TOP):
        return
    side = side_of(term.of, context)
    if side == Side.ANY:
        return
    is_extreme = term.measure in (Measure.MINIMUM, Measure.MAXIMUM)
    if side not in ((Side.NUMBER, *DATES) if is_extreme else (Side.NUMBER,)):
        raise Misfit(
            f"the {term.measure.value} of {name_of(term.of)}, which holds {side}, is not told"
        )
    for part in parts(term.of):
        if isinstance(part, Aggregate):
            raise Misfit("a measure of measures is not told")
