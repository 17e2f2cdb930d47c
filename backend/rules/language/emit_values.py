"""Values to Pandas: each emitter gives a Series (or a scalar) of the type asked for."""

from __future__ import annotations

from backend.codegen.code import Code, call, literal, name
from backend.codegen.page import identifier
from backend.contracts.errors import PlanError
from backend.rules.language.rows import NUMERIC, Rows
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
    Reads,
    Shifted,
    Today,
    Value,
)

COERCE = literal("coerce")
_DATES = (Reads.DATE, Reads.TIME)


def emit_value(value: Value, reads: Reads, rows: Rows) -> Code:
    """The value as Python, converted for a comparison as ``reads``."""
    match value:
        case Cell():
            return _converted(raw_cell(value, rows), value.table, value.column, reads, rows)
        case Lookup():
            return _converted(raw_lookup(value, rows), value.table, value.column, reads, rows)
        case Constant():
            return _constant(value, reads)
        case Parameter():
            return name(value.name)
        case Today():
            return _today(value, rows)
        case Arithmetic():
            left = emit_value(value.left, Reads.NUMBER, rows)
            return left.combine(value.sign, emit_value(value.right, Reads.NUMBER, rows))
        case Apply():
            return _apply(value, rows)
        case Elapsed() | Shifted():
            return _calendar(value, rows)
        case Aggregate():
            return _aggregate(value, rows)
        case Previous():
            return _converted_previous(value, reads, rows)
        case _:
            raise PlanError("The rule still has an open subject.", code="unfinished-rule")


def raw_cell(cell: Cell, rows: Rows) -> Code:
    """The column as it was loaded, with the rule's own markers of "missing" emptied."""
    series = rows.frame.item(literal(cell.column))
    return _emptied(series, cell.empty_if, cell.column, rows)


def raw_lookup(lookup: Lookup, rows: Rows) -> Code:
    """The looked-up cells, before any conversion; a second parent row of one key is an error."""
    mine, theirs = _single_key(lookup.keys)
    other = rows.body.whole_table(lookup.table)
    parents = other.call("dropna", subset=literal([theirs]))
    indexed = parents.call("set_index", literal(theirs), verify_integrity=literal(True))
    by_key = rows.body.let(f"{lookup.column} by {theirs}", indexed.item(literal(lookup.column)))
    found = rows.frame.item(literal(mine)).call("map", by_key)
    local = rows.body.let(f"{lookup.table} {lookup.column}", found)
    return _emptied(local, lookup.empty_if, lookup.column, rows)


def _emptied(series: Code, markers: tuple[str, ...], hint: str, rows: Rows) -> Code:
    if not markers:
        return series
    marked = series.call("astype", literal("str")).call("isin", literal(markers))
    return rows.body.let(f"{hint} known", series.call("mask", marked))


def _single_key(keys: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    if len(keys) != 1:
        raise PlanError("A look-up goes over one key column.", code="composite-lookup")
    return keys[0]


def _converted(raw: Code, table: str, column: str, reads: Reads, rows: Rows) -> Code:
    if reads == Reads.NUMBER:
        return rows.body.let(column, call("pd.to_numeric", raw, errors=COERCE))
    if reads in _DATES:
        return rows.body.let(column, _dates(raw, table, column, reads, rows))
    if rows.fact(table, column).type in NUMERIC:
        return raw.call("astype", literal("str"))
    return raw


def _dates(raw: Code, table: str, column: str, reads: Reads, rows: Rows) -> Code:
    form = rows.fact(table, column).date_format
    if form is None:
        raise PlanError(f"{table}.{column}: the column holds no dates.", code="not-a-date-column")
    text = (
        raw if rows.fact(table, column).type not in NUMERIC else raw.call("astype", literal("str"))
    )
    if form == "ISO8601":
        aware = call("pd.to_datetime", text, format=literal(form), errors=COERCE, utc=literal(True))
        dates = aware.call("dt.tz_localize", literal(None))
    else:
        dates = call("pd.to_datetime", text, format=literal(form), errors=COERCE)
    has_time = form == "ISO8601" or "%H" in form or "%I" in form
    return dates.call("dt.normalize") if reads == Reads.DATE and has_time else dates


def _constant(constant: Constant, reads: Reads) -> Code:
    if reads in _DATES:
        return call("pd.Timestamp", literal(str(constant.value)))
    if reads == Reads.TEXT:
        return literal(str(constant.value))
    return literal(constant.value)


def _today(today: Today, rows: Rows) -> Code:
    day = rows.body.let("today", call("pd.Timestamp", name("as_of")).call("normalize"))
    if not today.shift_days:
        return day
    moved = call("pd.Timedelta", days=literal(abs(today.shift_days)))
    return day.combine("+" if today.shift_days > 0 else "-", moved)


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
    Function.WEEKDAY: "dt.dayofweek",
    Function.HOUR: "dt.hour",
}


def _apply(value: Apply, rows: Rows) -> Code:
    function = value.function
    if function in _TEXT_FUNCTIONS:
        return emit_value(value.of, Reads.TEXT, rows).call(_TEXT_FUNCTIONS[function])
    if function in _DATE_PARTS:
        part = emit_value(value.of, Reads.TIME, rows).attribute(_DATE_PARTS[function])
        return part.combine("+", literal(1)) if function == Function.WEEKDAY else part
    if function == Function.WORDS:
        return emit_value(value.of, Reads.TEXT, rows).call("str.split").call("str.len")
    if function == Function.DECIMALS:
        text = emit_value(value.of, Reads.TEXT, rows)
        after_point = text.call("str.partition", literal(".")).item(literal(2))
        return after_point.call("str.rstrip", literal("0")).call("str.len")
    return emit_value(value.of, Reads.NUMBER, rows).call("abs")


def _calendar(value: Elapsed | Shifted, rows: Rows) -> Code:
    if isinstance(value, Shifted):
        start = emit_value(value.of, Reads.TIME, rows)
        step = call("pd.DateOffset", **{value.unit: literal(abs(value.amount))})
        return start.combine("+" if value.amount >= 0 else "-", step)
    reads = Reads.TIME if value.unit == "hours" else Reads.DATE
    start, end = emit_value(value.start, reads, rows), emit_value(value.end, reads, rows)
    if value.unit == "years":
        return _full_years(value, rows)
    elapsed = end.combine("-", start)
    if value.unit == "hours":
        return elapsed.attribute("dt").call("total_seconds").combine("/", literal(3600))
    return elapsed.attribute("dt.days")


def _full_years(value: Elapsed, rows: Rows) -> Code:
    """Whole years as calendars count them: (yyyymmdd - yyyymmdd) without its last four digits."""
    numbers = []
    for date in (value.end, value.start):
        day = emit_value(date, Reads.DATE, rows)
        part = day if isinstance(date, Today) else day.attribute("dt")
        year = part.attribute("year").combine("*", literal(10000))
        month = part.attribute("month").combine("*", literal(100))
        numbers.append(year.combine("+", month).combine("+", part.attribute("day")))
    return call("pd.Series.floordiv", numbers[0].combine("-", numbers[1]), literal(10000))


def measured(aggregate: Aggregate, rows: Rows) -> Code:
    """The Series that an aggregate measures: numbers, dates or texts of its rows."""
    if aggregate.of is None:
        raise PlanError("This measure needs a value.", code="unfinished-rule")
    if aggregate.measure in (Measure.DISTINCT, Measure.TOP, Measure.COUNT):
        return _raw(aggregate.of, rows)
    if isinstance(aggregate.of, Cell):
        fact = rows.fact(aggregate.of.table, aggregate.of.column)
        if fact.type in NUMERIC and not aggregate.of.empty_if:
            return _raw(aggregate.of, rows)
        if fact.date_format is not None:
            return emit_value(aggregate.of, Reads.TIME, rows)
    return emit_value(aggregate.of, Reads.NUMBER, rows)


def _raw(value: Value, rows: Rows) -> Code:
    return raw_cell(value, rows) if isinstance(value, Cell) else emit_value(value, Reads.TEXT, rows)


def reduce_call(aggregate: Aggregate) -> tuple[str, tuple[Code, ...]]:
    """The pandas method of a measure, with its arguments."""
    if aggregate.measure == Measure.QUANTILE:
        return "quantile", (literal(aggregate.quantile),)
    return {Measure.DISTINCT: "nunique"}.get(aggregate.measure, aggregate.measure.value), ()


def _aggregate(value: Aggregate, rows: Rows) -> Code:
    if value in rows.metrics:
        return rows.frame.item(literal(rows.metrics[value]))
    if value.keys:
        return _related(value, rows)
    method, arguments = reduce_call(value)
    series = measured(value, rows) if value.of is not None else None
    if not value.by:
        if series is None:
            return call("len", rows.frame)
        return rows.body.let(f"{method} {_hint(value)}", series.call(method, *arguments))
    keys = [rows.frame.item(literal(column)) for column in value.by]
    groups = keys[0] if len(keys) == 1 else Code(f"[{', '.join(key.text for key in keys)}]")
    source = series if series is not None else keys[0]
    grouped = source.call("groupby", groups)
    method = "size" if series is None else method
    return rows.body.let(
        f"{method} {_hint(value)}", grouped.call("transform", literal(method), *arguments)
    )


def _hint(value: Aggregate) -> str:
    return value.of.column if isinstance(value.of, Cell) else "rows"


def _related(value: Aggregate, rows: Rows) -> Code:
    mine, theirs = _single_key(value.keys)
    other = rows.body.whole_table(value.table)
    theirs_rows = rows.of(value.table, other)
    if value.where is not None:
        kept = other.item(rows.condition(value.where, theirs_rows))
        theirs_rows = rows.of(value.table, rows.body.let(f"counted {value.table}", kept))
    key = theirs_rows.frame.item(literal(theirs))
    method, arguments = reduce_call(value)
    if value.of is None:
        totals = key.call("value_counts")
    else:
        totals = measured(value, theirs_rows).call("groupby", key).call(method, *arguments)
    by_key = rows.body.let(f"{identifier(method)} by {theirs}", totals)
    found = rows.frame.item(literal(mine)).call("map", by_key)
    if value.measure in (Measure.COUNT, Measure.SUM, Measure.DISTINCT):
        found = found.call("fillna", literal(0))
    return rows.body.let(f"{value.table} {method}", found)


def raw_previous(value: Previous, rows: Rows) -> Code:
    """The cell of the row before, before any conversion."""
    if not isinstance(value.of, Cell):
        raise PlanError("The row before has one cell to compare.", code="unfinished-rule")
    series = raw_cell(value.of, rows)
    if value.order_by is not None:
        order = rows.body.let("order", _order(value, rows))
        series = series.attribute("loc").item(order)
    if value.by:
        keys = [rows.frame.item(literal(column)) for column in value.by]
        groups = keys[0] if len(keys) == 1 else Code(f"[{', '.join(key.text for key in keys)}]")
        series = series.call("groupby", groups)
    shifted = series.call("shift")
    if value.order_by is not None:
        shifted = shifted.call("reindex", rows.frame.attribute("index"))
    return rows.body.let(f"previous {value.of.column}", shifted)


def _order(value: Previous, rows: Rows) -> Code:
    assert value.order_by is not None
    cell = Cell(table=rows.table, column=value.order_by)
    fact = rows.fact(rows.table, value.order_by)
    if fact.date_format is not None:
        reads = Reads.TIME
    else:
        reads = Reads.NUMBER if fact.type in NUMERIC or fact.mostly in NUMERIC else Reads.TEXT
    ordered = emit_value(cell, reads, rows).call("sort_values", kind=literal("stable"))
    return ordered.attribute("index")


def _converted_previous(value: Previous, reads: Reads, rows: Rows) -> Code:
    assert isinstance(value.of, Cell)
    raw = raw_previous(value, rows)
    if reads == Reads.NUMBER:
        return rows.body.let(f"before {value.of.column}", call("pd.to_numeric", raw, errors=COERCE))
    return _converted(raw, value.of.table, value.of.column, reads, rows)
