"""Values to Pandas: each emitter gives a Series (or a scalar) of the type asked for."""

from __future__ import annotations

from backend.codegen.code import Code, call, literal, name, pattern
from backend.contracts.errors import PlanError
from backend.contracts.schema import ColumnType
from backend.rules.language.emit_calendar import elapsed, public_holiday, shifted, today
from backend.rules.language.emit_cells import DATES, as_number, converted, raw_cell
from backend.rules.language.emit_keys import looked_up_dates, raw_lookup
from backend.rules.language.emit_windows import aggregate, cell_of, raw_previous
from backend.rules.language.rows import NUMERIC, Rows
from backend.rules.language.simple_fractions import simple_fraction
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Elapsed,
    Function,
    Lookup,
    Parameter,
    Previous,
    PublicHoliday,
    Reads,
    Shifted,
    Today,
    Value,
)
from backend.rules.language.walk import walk


def emit_value(value: Value, reads: Reads, rows: Rows) -> Code:  # noqa: C901 - a case a term
    """The value as Python, converted for a comparison as ``reads``."""
    match value:
        case Cell() | Lookup() | Previous():
            return _cells(value, reads, rows)
        case Constant():
            return _constant(value, reads)
        case Parameter():
            return _parameter(value, reads)
        case Today():
            return today(value, rows)
        case Elapsed():
            return elapsed(value, rows)
        case Shifted():
            return shifted(value, reads, rows)
        case PublicHoliday():
            return public_holiday(value, rows)
        case Aggregate():
            return aggregate(value, reads, rows)
        case Arithmetic():
            return _arithmetic(value, rows)
        case Apply():
            return _apply(value, rows)
        case _:
            raise PlanError("The rule still has an open subject.", code="unfinished-rule")


def _cells(value: Cell | Lookup | Previous, reads: Reads, rows: Rows) -> Code:
    if isinstance(value, Previous):
        raw, cell = raw_previous(value, rows), cell_of(value)
        fact = rows.fact(cell.table, cell.column)
        return converted(raw, fact, reads, rows, hint=f"before {cell.column}")
    if isinstance(value, Lookup) and reads in DATES:
        return looked_up_dates(value, reads, rows)
    raw = raw_cell(value, rows) if isinstance(value, Cell) else raw_lookup(value, rows)
    return converted(raw, rows.fact(value.table, value.column), reads, rows)


def _constant(constant: Constant, reads: Reads) -> Code:
    if reads in DATES:
        return call("pd.Timestamp", literal(str(constant.value)))
    if reads == Reads.TEXT:
        return literal(str(constant.value))
    return exact(constant.value)


def exact(value: object) -> Code:
    """A number as it is written: two thirds as ``2 / 3``, which no decimal is."""
    found = simple_fraction(value)
    if found is None:
        return literal(value)
    part, whole = found
    return literal(part).combine("/", literal(whole))


def _parameter(parameter: Parameter, reads: Reads) -> Code:
    given = name(parameter.name)
    if reads in DATES:
        return call("pd.Timestamp", given)
    return call("str", given) if reads == Reads.TEXT else given


def _arithmetic(value: Arithmetic, rows: Rows) -> Code:
    left = rows.value(value.left, Reads.NUMBER)
    found = left.combine(value.sign, rows.value(value.right, Reads.NUMBER))
    if value.sign == "/" and _may_be_nullable(value, rows):
        return found.call("astype", literal("float64"))
    return found


def _may_be_nullable(value: Arithmetic, rows: Rows) -> bool:
    """Whether 0 / 0 of these may be an empty cell, as nullable integers have it, and not NaN."""
    cells = [part for part in walk(value) if isinstance(part, Cell | Lookup)]
    facts = [rows.fact(cell.table, cell.column) for cell in cells]
    return any(fact.type == ColumnType.INTEGER for fact in facts)


_TEXT_FUNCTIONS = {
    Function.LENGTH: "str.len",
    Function.LOWER: "str.lower",
    Function.UPPER: "str.upper",
    Function.TITLE: "str.title",
    Function.STRIP: "str.strip",
}
_DATE_PARTS = {
    Function.YEAR: "dt.year",
    Function.MONTH: "dt.month",
    Function.DAY: "dt.day",
    Function.WEEKDAY: "dt.day_of_week",
    Function.HOUR: "dt.hour",
}


def _apply(value: Apply, rows: Rows) -> Code:
    function = value.function
    if function in _TEXT_FUNCTIONS:
        return rows.value(value.of, Reads.TEXT).call(_TEXT_FUNCTIONS[function])
    if function in _DATE_PARTS:
        part = rows.value(value.of, Reads.TIME).attribute(_DATE_PARTS[function])
        return part.combine("+", literal(1)) if function == Function.WEEKDAY else part
    if function == Function.WORDS:
        return rows.value(value.of, Reads.TEXT).call("str.split").call("str.len")
    if function == Function.DECIMALS:
        return _decimals(value, rows)
    if function == Function.CLOCK:
        return _clock(value, rows)
    number = rows.value(value.of, Reads.NUMBER)
    return number.call("round" if function == Function.ROUND else "abs")


def _clock(value: Apply, rows: Rows) -> Code:
    """Hours of the day; seconds are not asked for where the format of the column has none."""
    moment = rows.value(value.of, Reads.TIME)
    fact = rows.fact(value.of.table, value.of.column) if isinstance(value.of, Cell) else None
    hours, sixty = moment.attribute("dt.hour"), literal(60)
    minutes = hours.combine("*", sixty).combine("+", moment.attribute("dt.minute"))
    if fact and fact.date_format and "%S" not in fact.date_format:
        return minutes.combine("/", sixty)
    seconds = minutes.combine("*", sixty).combine("+", moment.attribute("dt.second"))
    return seconds.combine("/", literal(3600))


def _is_number(value: Value, rows: Rows) -> bool:
    """Whether a cell comes out of a column of numbers, as a machine spells them."""
    return isinstance(value, Cell) and rows.fact(value.table, value.column).type in NUMERIC


def _decimals(value: Apply, rows: Rows) -> Code:
    """Digits after the point without closing zeros; ``1e-05`` has five."""
    spelled = rows.value(value.of, Reads.TEXT)
    if not _is_number(value.of, rows):
        spelled = spelled.call("str.lower")
    text = rows.body.let("spelled", spelled)
    after_point = text.call(
        "str.extract", pattern(r"\.([0-9]*?)0*\s*(?:e|$)"), expand=literal(False)
    )
    digits = after_point.call("str.len").call("fillna", literal(0))
    power = text.call("str.extract", literal("e(.+)"), expand=literal(False))
    exponent = as_number(power).call("fillna", literal(0))
    count = digits.combine("-", exponent).call("clip", lower=literal(0))
    number = rows.value(value.of, Reads.NUMBER)
    return rows.body.let("decimals", count.call("where", number.call("notna")))
