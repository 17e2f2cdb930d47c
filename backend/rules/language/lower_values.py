"""Values to SQL: each gives an expression of the type asked for, NULL where it cannot be told."""

from __future__ import annotations

from sqlglot import exp

from backend.contracts.plan import ColumnRead
from backend.rules.language.lower_calendar import (
    CLOCKS,
    date_part,
    elapsed,
    public_holiday,
    shifted,
    today,
)
from backend.rules.language.lower_cells import (
    BLANK,
    DATES,
    converted,
    is_doubtful,
    raw_cell,
)
from backend.rules.language.lower_place import Place
from backend.rules.language.simple_fractions import simple_fraction
from backend.rules.language.sql import (
    Sql,
    binary,
    call,
    cast,
    column,
    is_filled,
    moment,
    number,
    text,
)
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Elapsed,
    Function,
    Lookup,
    Measure,
    Parameter,
    Previous,
    PublicHoliday,
    Reads,
    Shifted,
    Today,
    Value,
)
from backend.rules.lowering import NotLowered


def value(found: Value, reads: Reads, place: Place) -> Sql:  # noqa: C901 - a case a term
    """The value as SQL, converted for a comparison as ``reads``."""
    match found:
        case Cell() | Lookup() | Previous():
            return converted(raw(found, place), _fact(found, place), reads)
        case Aggregate():
            return _measured(found, reads, place)
        case Constant():
            return _constant(found, reads)
        case Parameter():
            return _parameter(found, reads)
        case Today():
            return today(found)
        case Elapsed():
            return elapsed(found, place, value)
        case Shifted():
            return shifted(found, reads, place, value)
        case PublicHoliday():
            return public_holiday(found, place, value)
        case Arithmetic():
            sides = (value(side, Reads.NUMBER, place) for side in (found.left, found.right))
            return binary(next(sides), found.sign, next(sides))
        case Apply():
            return _apply(found, place)
        case _:
            raise NotLowered("the rule still has an open subject")


def raw(found: Cell | Lookup | Previous, place: Place) -> Sql:
    """A cell of this row, of another table or of the row before, before any conversion."""
    if isinstance(found, Cell):
        return raw_cell(found, place)
    return column(place.computed[found], place.alias)


def cell_of(found: Previous) -> Cell:
    """The cell of the row before.

    Raises:
        NotLowered: it is not a cell.
    """
    if not isinstance(found.of, Cell):
        raise NotLowered("the row before has one cell to compare")
    return found.of


def _fact(found: Cell | Lookup | Previous, place: Place) -> ColumnRead:
    cell = cell_of(found) if isinstance(found, Previous) else found
    return place.fact(cell.table, cell.column)


def _measured(found: Aggregate, reads: Reads, place: Place) -> Sql:
    measured = column(place.computed[found], place.alias)
    if found.measure == Measure.TOP and isinstance(found.of, Cell):
        return converted(measured, place.fact(found.of.table, found.of.column), reads)
    if reads == Reads.DATE:
        return cast(measured, "DATE")
    return measured


def _constant(found: Constant, reads: Reads) -> Sql:
    if reads in DATES:
        return moment(str(found.value))
    if reads == Reads.TEXT or isinstance(found.value, str):
        return text(str(found.value))
    return exact(found.value)


def exact(value: float) -> Sql:
    """A number as it is written: two thirds as ``2 / 3``, which no decimal is."""
    found = simple_fraction(value)
    if found is None:
        return number(value)
    return binary(number(found[0]), "/", number(found[1]))


def _parameter(found: Parameter, reads: Reads) -> Sql:
    given: Sql = exp.Placeholder(this=found.name)
    if reads in DATES:
        return cast(given, "TIMESTAMP")
    return cast(given, "TEXT") if reads == Reads.TEXT else given


_CASES = {Function.LOWER: "LOWER", Function.UPPER: "UPPER", Function.LENGTH: "LENGTH"}
_NUMBERS = {Function.ABSOLUTE: "ABS", Function.ROUND: "ROUND_EVEN"}


def _apply(found: Apply, place: Place) -> Sql:
    function = found.function
    if function in CLOCKS:
        return date_part(function, value(found.of, Reads.TIME, place))
    if function in _NUMBERS:
        of = value(found.of, Reads.NUMBER, place)
        return call(_NUMBERS[function], of, *([number(0)] if function == Function.ROUND else []))
    of = value(found.of, Reads.TEXT, place)
    match function:
        case Function.STRIP:
            return stripped(of)
        case Function.WORDS:
            words = call("REGEXP_EXTRACT_ALL", of, text(BLANK.replace("[", "[^", 1) + "+"))
            return call("LENGTH", words)
        case Function.TITLE:
            return _title(of)
        case Function.DECIMALS:
            return _decimals(of, value(found.of, Reads.NUMBER, place))
        case _:
            return call(_CASES[function], of)


def stripped(of: Sql) -> Sql:
    """A text without the blanks around it."""
    return call("REGEXP_REPLACE", of, text(f"^{BLANK}+|{BLANK}+$"), text(""), text("g"))


def _title(of: Sql) -> Sql:
    """Each run of letters with its first in upper case, the others in lower case."""
    runs = call("REGEXP_EXTRACT_ALL", of, text(r"\p{L}+|\P{L}+"))
    run = exp.column("run")
    first = call("UPPER", call("SUBSTRING", run, number(1), number(1)))
    others = call("LOWER", call("SUBSTRING", run.copy(), number(2)))
    titled = exp.DPipe(this=first, expression=others)
    each = exp.Lambda(this=titled, expressions=[exp.to_identifier("run")], colon=True)
    return call("ARRAY_TO_STRING", call("LIST_TRANSFORM", runs, each), text(""))


def _decimals(of: Sql, as_number: Sql) -> Sql:
    """Digits after the point without closing zeros; ``1e-05`` has five."""
    digits = call("LENGTH", call("REGEXP_EXTRACT", of, text(r"\.(\d*[1-9])"), number(1)))
    shown = call("REGEXP_EXTRACT", of, text(r"[eE]([-+]?\d+)"), number(1))
    exponent = call("COALESCE", exp.TryCast(this=shown, to=exp.DataType.build("INT")), number(0))
    count = call("GREATEST", binary(digits, "-", exponent), number(0))
    return exp.Case(ifs=[exp.If(this=is_filled(as_number), true=count)])


def may_be_unreadable(found: Value, reads: Reads, place: Place) -> bool:
    """Whether a value may be no number or date although each of its cells is filled."""
    match found:
        case Cell() | Lookup() | Previous():
            return is_doubtful(_fact(found, place), reads)
        case Arithmetic():
            sides = (found.left, found.right)
            doubts = any(may_be_unreadable(side, Reads.NUMBER, place) for side in sides)
            return doubts or found.sign == "/"
        case Apply():
            return _applied_is_doubtful(found, place)
        case Elapsed():
            sides = (found.start, found.end)
            return any(may_be_unreadable(side, Reads.DATE, place) for side in sides)
        case PublicHoliday():
            return True
        case Shifted():
            return may_be_unreadable(found.of, Reads.TIME, place)
        case Aggregate(measure=Measure.TOP, of=Cell() as cell):
            return is_doubtful(place.fact(cell.table, cell.column), reads)
        case _:
            return False


def _applied_is_doubtful(found: Apply, place: Place) -> bool:
    if found.function in CLOCKS:
        return may_be_unreadable(found.of, Reads.TIME, place)
    is_number = found.function in (*_NUMBERS, Function.DECIMALS)
    return is_number and may_be_unreadable(found.of, Reads.NUMBER, place)
