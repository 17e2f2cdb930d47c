"""What a row is compared with: measures over many rows, and the row before.

Each becomes a column of a step of its own (`prepared`), NULL where there is nothing to tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp

from backend.contracts.contract import Contract
from backend.rules.language.lower_cells import as_number, converted, raw_cell
from backend.rules.language.lower_keys import has_key, is_related, lookup
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_values import cell_of
from backend.rules.language.lower_values import value as lowered
from backend.rules.language.rows import NUMERIC
from backend.rules.language.sql import (
    Sql,
    all_of,
    call,
    cast,
    column,
    is_filled,
    is_true,
    number,
    over,
    when,
    where,
)
from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Exists,
    Lookup,
    Measure,
    Previous,
    Reads,
    Value,
)
from backend.rules.language.walk import parts, walk
from backend.rules.lowering import ROW, NotLowered

COUNTS = (Measure.COUNT, Measure.DISTINCT)
"""Measures that are never NULL: of no rows they are 0."""
_OF_TEXT = (*COUNTS, Measure.TOP)
_FUNCTIONS = {
    Measure.COUNT: "COUNT",
    Measure.SUM: "SUM",
    Measure.MEAN: "AVG",
    Measure.MEDIAN: "MEDIAN",
    Measure.MINIMUM: "MIN",
    Measure.MAXIMUM: "MAX",
    Measure.DEVIATION: "STDDEV_SAMP",
    Measure.VARIANCE: "VAR_SAMP",
}
_Beyond = Lookup | Previous | Aggregate
_OF_DATES = (Measure.MINIMUM, Measure.MAXIMUM, Measure.MEAN, Measure.MEDIAN, *_OF_TEXT)


def prepared(place: Place, *terms: Contract) -> Place:
    """The rows with all that the terms look up or measure beside their own cells."""
    wanted = dict.fromkeys(found for term in terms for found in _beyond(term))
    fresh = [found for found in wanted if found not in place.computed]
    if not fresh:
        return place
    place = prepared(place, *(part for found in fresh for part in _asked_before(found, place)))
    names = _names(fresh, place)
    columns = [(names[found], _computed(found, place)) for found in fresh]
    step = place.step(f"{place.table}_compared", *columns)
    return replace(step, computed={**place.computed, **names})


def _asked_before(found: _Beyond, place: Place) -> Iterator[Contract]:
    """What a value asks of other rows before it can be told itself."""
    if isinstance(found, Lookup) and found.key_of is not None:
        yield found.key_of
    is_own = isinstance(found, Aggregate) and found.table == place.table and not found.keys
    if is_own:
        yield from parts(found)


def _beyond(term: Contract) -> Iterator[_Beyond]:
    """What a term asks of other rows; what is asked of those is their own affair."""
    if isinstance(term, Lookup | Previous | Aggregate):
        yield term
    elif not isinstance(term, Exists):
        for part in parts(term):
            yield from _beyond(part)


def _names(values: list[_Beyond], place: Place) -> dict[Value, str]:
    taken = {name.lower() for name in (ROW, *place.columns, *place.computed.values())}
    names: dict[Value, str] = {}
    for found in values:
        wanted = chosen = _name(found, place)
        number = 2
        while chosen.lower() in taken:
            chosen, number = f"{wanted} {number}", number + 1
        taken.add(chosen.lower())
        names[found] = chosen
    return names


def _name(found: _Beyond, place: Place) -> str:
    if isinstance(found, Lookup):
        return f"{found.table} {found.column}"
    if isinstance(found, Previous):
        return f"previous {cell_of(found).column}"
    of = found.of.column if isinstance(found.of, Cell) else "rows"
    theirs = f"{found.table} " if found.table != place.table or found.keys else ""
    return f"{theirs}{found.measure.value} {of}"


def _computed(found: _Beyond, place: Place) -> Sql:
    if isinstance(found, Lookup):
        return lookup(found, place)
    if isinstance(found, Previous):
        return _previous(found, place)
    if found.measure == Measure.TOP:
        raise NotLowered("a row cannot be compared with the most frequent value")
    if found.keys:
        return _related(found, place)
    if found.table != place.table:
        return _of_other(found, place)
    return _window(found, place)


def _window(found: Aggregate, place: Place) -> Sql:
    by = [place.column(name) for name in found.by]
    measured = or_zero(found, over(measure(found, place), by))
    return when(all_of(map(is_filled, by)), measured) if by else measured


def _of_other(found: Aggregate, place: Place) -> Sql:
    if found.by:
        raise NotLowered("a measure of another table has no groups of this one")
    others = place.inner(found.table)
    return exp.Subquery(this=others.select(or_zero(found, measure(found, others))))


def _related(found: Aggregate, place: Place) -> Sql:
    others = _with_their_own(found, place)
    others = others.filtered(is_related(found.keys, place, others))
    counted = exp.Subquery(this=others.select(or_zero(found, measure(found, others))))
    return when(all_of(has_key(found.keys, place)), counted)


def _with_their_own(found: Aggregate, place: Place) -> Place:
    """The other table's rows, each with what is measured of its own rows in a further table."""
    others = place.inner(found.table)
    asked = [] if found.of is None else [*_beyond(found.of)]
    if not any(isinstance(each, Aggregate) and each.keys for each in asked):
        return others
    named = {cell.column: None for cell in walk(found) if isinstance(cell, Cell)}
    wanted = {**named, **{theirs: None for _, theirs in found.keys}}
    known = tuple(name for name in wanted if (found.table, name) in place.facts)
    bare = replace(others, alias="", columns=known, has_rows=False)
    return prepared(bare, *asked)


def or_zero(found: Aggregate, measured: Sql) -> Sql:
    """A row is compared with 0 where there is nothing to add up."""
    is_sum = found.measure == Measure.SUM
    return call("COALESCE", measured, number(0)) if is_sum else measured


def measure(found: Aggregate, place: Place) -> Sql:
    """The aggregate function over the rows of a place, with its own filter."""
    condition = None if found.where is None else place.condition(found.where, place)
    return where(_function(found, place), condition)


def _function(found: Aggregate, place: Place) -> Sql:
    if found.measure == Measure.SHARE:
        if found.holds is None:
            raise NotLowered("a share needs a condition")
        return call("AVG", cast(is_true(place.condition(found.holds, place)), "INT"))
    if found.of is None and found.measure == Measure.COUNT:
        return call("COUNT", exp.Star())
    measured = measured_value(found, place)
    if found.measure == Measure.DISTINCT:
        return call("COUNT", exp.Distinct(expressions=[measured]))
    if found.measure == Measure.QUANTILE:
        return call("QUANTILE_CONT", measured, number(found.quantile or 0))
    return call(_FUNCTIONS[found.measure], measured)


def measured_value(found: Aggregate, place: Place) -> Sql:
    """What an aggregate measures of each row: a number, a date, or a cell as it was loaded."""
    of = found.of
    if of is None:
        raise NotLowered("this measure needs a value")
    if isinstance(of, Cell):
        return _measured_cell(found.measure, of, place)
    if found.measure in _OF_TEXT and not isinstance(of, Arithmetic):
        return lowered(of, Reads.TEXT, place)
    return lowered(of, Reads.NUMBER, place)


def _measured_cell(wanted: Measure, of: Cell, place: Place) -> Sql:
    raw, fact = raw_cell(of, place), place.fact(of.table, of.column)
    if wanted in _OF_TEXT:
        return raw
    if fact.type not in NUMERIC and fact.date_format is not None:
        if wanted not in _OF_DATES:
            raise NotLowered(f"dates have no {wanted.value} that SQL tells")
        return converted(raw, fact, Reads.TIME)
    return as_number(raw, fact)


def _previous(found: Previous, place: Place) -> Sql:
    """Rows without a group or a place in the order have no row before, and are none."""
    by = [place.column(name) for name in found.by]
    order = [] if found.order_by is None else [place_in_order(found.order_by, place)]
    in_file = column(ROW, place.alias)
    before = over(call("LAG", raw_cell(cell_of(found), place)), by, [*order, in_file])
    tests = [is_filled(each) for each in (*by, *order)]
    return when(all_of(tests), before) if tests else before


def place_in_order(name: str, place: Place) -> Sql:
    """The cell by which rows are ordered: a date, a number or a text."""
    fact = place.fact(place.table, name)
    if fact.date_format is not None:
        reads = Reads.TIME
    else:
        is_number = fact.type in NUMERIC or fact.mostly in NUMERIC
        reads = Reads.NUMBER if is_number else Reads.TEXT
    return converted(place.column(name), fact, reads)
