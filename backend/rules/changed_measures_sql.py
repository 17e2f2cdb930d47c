"""Measures of a table that changed too much, or too little, since earlier runs, in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.change_bounds import SPREAD, require_deviations, spares_the_same
from backend.rules.earlier_runs import (
    NUMERIC,
    Baseline,
    Kept,
    fills_groups,
    kept,
    parts_mark,
)
from backend.rules.earlier_runs_sql import (
    COLUMN,
    NUMBER,
    VALUE,
    are_values,
    enough,
    is_of,
    kept_values,
    runs_meant,
    values_now,
    with_history,
)
from backend.rules.language.lower_cells import as_number, as_text, raw_cell
from backend.rules.language.lower_measures import measure, or_zero, prepared
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_predicates import holds
from backend.rules.language.rows import NUMERIC as NUMBER_TYPES
from backend.rules.language.rows import Facts
from backend.rules.language.say import say_value
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    call,
    cast,
    column,
    is_empty,
    is_filled,
    named,
    number,
    quoted,
    table,
    text,
    when,
    where,
)
from backend.rules.language.terms import Aggregate, Cell, Value
from backend.rules.language.walk import parts
from backend.rules.lowering import Lowered, NotLowered
from backend.rules.newest_dates_sql import lower_days, stray_dates
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import every_row, lowered

if TYPE_CHECKING:
    from backend.rules.changed_measures import ChangedMeasures

_NOW, _BEFORE, _MEASURE, _STRAYS = "now", "before", "measure", "unreadable cells"
_CHANGE = {
    "amount": "change", "percent": "change in percent", "points": "change in points",
    "deviations": "change",
}  # fmt: skip
_AGGREGATES = {"mean": "AVG", "median": "MEDIAN", "min": "MIN", "max": "MAX"}
_ENDLESS = cast(text("infinity"), "DOUBLE")


def lower(rule: ChangedMeasures, facts: Facts) -> Lowered:
    """The measure now and before, where both are told, and where the change is out of bounds."""
    refuse_filter(rule)
    require_deviations(rule)
    found, place = kept(rule.of), every_row(rule, facts)
    if found is None:
        raise NotLowered(f"no run keeps {say_value(rule.of)}")
    if isinstance(rule.of, Aggregate) and rule.of.by:
        measures, names = _groups(rule, rule.of, found, place)
    else:
        measures, names = _measures(rule, rule.of, found, place)
    page = place.page
    shown = [column(name) for name in names]
    changed, change = measures, None
    if rule.unit != "times":
        change = column(_CHANGE[rule.unit])
        told = named(_change(rule), _CHANGE[rule.unit])
        changed = page.add("changes", exp.select(*shown, told).from_(table(measures)))
    failing = list(_beyond(rule, change))
    if change is not None and spares_the_same(rule):
        failing = [all_of([binary(change, "!=", number(0)), any_of(failing)])]
    if _STRAYS in names:
        failing.append(binary(column(_STRAYS), ">", number(0)))
    shown = [_rounded(each) if each.name == SPREAD else each for each in shown]
    query = exp.select(*shown, *([] if change is None else [_shown(rule, change)]))
    query = query.from_(table(changed)).where(any_of(failing)).order_by(shown[0])
    return with_history(lowered(rule, page, query, table(measures), Grain.GROUPS), rule.table)


def _measures(rule: ChangedMeasures, of: Value, found: Kept, place: Place) -> tuple[str, list[str]]:
    page, is_measure = place.page, isinstance(of, Aggregate)
    rows = prepared(place, *parts(of)) if is_measure else place
    strays = _strays(of, rows)
    counts = [] if strays is None else [named(strays, _STRAYS)]
    now = page.add("now", rows.select(named(_measure_now(of, rows), _NOW), *counts))
    before = page.add("before", _number_before(rule, found, place))
    names = [_MEASURE, _NOW, _BEFORE, *_spread_of(rule), *(_STRAYS for _ in counts)]
    told = named(text(say_value(of)), _MEASURE)
    query = exp.select(told, *map(column, names[1:])).from_(table(now))
    query = query.join(exp.Join(this=table(before), kind="CROSS"))
    are_told = all_of(map(is_filled, map(column, (_NOW, _BEFORE, *_spread_of(rule)))))
    return page.add("measures", query.where(are_told)), names


def _measure_now(of: Value, place: Place) -> Sql:
    if not isinstance(of, Aggregate):
        return lower_days(of, place)
    return or_zero(of, measure(of, place))


def _strays(of: Value, place: Place) -> Sql | None:
    """How many filled cells are no numbers, or dates, where the measure is of such."""
    if not isinstance(of, Aggregate):
        is_stray = stray_dates(of, place)
        return None if is_stray is None else where(call("COUNT", exp.Star()), is_stray)
    if of.measure not in NUMERIC or not isinstance(of.of, Cell):
        return None
    fact = place.fact(of.of.table, of.of.column)
    if fact.type in NUMBER_TYPES:
        return None
    if fact.date_format is not None:
        raise NotLowered(f"{fact.table}.{fact.column} holds dates, of which no run keeps measures")
    raw = raw_cell(of.of, place)
    tests = [is_filled(raw), is_empty(as_number(raw, fact))]
    is_stray = all_of(tests if of.where is None else [*tests, holds(of.where, place)])
    return where(call("COUNT", exp.Star()), is_stray)


def _number_before(rule: ChangedMeasures, found: Kept, place: Place) -> exp.Select:
    """The number that is compared with; none where a run that is asked for did not measure it."""
    tests = [is_of(found.measure)]
    tests += [binary(column(COLUMN), "==", text(found.column))] if found.column else []
    tests += [binary(column(VALUE), "==", text(found.value))] if found.value else []
    past = table(runs_meant(rule.table, rule.since, place.facts, place.page, *tests))
    if rule.since.of == "run":
        _refuse_several(rule.since)
        return exp.select(named(column(NUMBER), _BEFORE)).from_(past)
    told = [named(call(_AGGREGATES[rule.since.of], column(NUMBER)), _BEFORE)]
    told += [named(_spread(), name) for name in _spread_of(rule)]
    return exp.select(*told).from_(past).having(enough(call("COUNT", exp.Star()), rule.since))


def _spread_of(rule: ChangedMeasures) -> list[str]:
    """The column of the deviation, where the bounds are told in deviations."""
    return [SPREAD] if rule.unit == "deviations" else []


def _spread() -> Sql:
    return call("STDDEV_SAMP", column(NUMBER))


def _refuse_several(since: Baseline) -> None:
    if since.days is None and since.runs > 1:
        raise NotLowered("a number is compared with one run, or with a measure of several")


def _groups(
    rule: ChangedMeasures, of: Aggregate, found: Kept, place: Place
) -> tuple[str, list[str]]:
    """A measure of each value of a column, now and before; one that is not there has 0 rows."""
    page, [name] = place.page, of.by
    now = _parts_now(of, place) if found.by else _counts_now(name, place)
    is_column = binary(column(COLUMN), "==", text(found.column))
    past = runs_meant(rule.table, rule.since, place.facts, place.page, is_column)
    before = page.add("before", _numbers_before(rule, past, found.measure))
    numbers = [_NOW, _BEFORE, *_spread_of(rule)]
    sides = [column(side) for side in numbers]
    if fills_groups(of):
        sides = [call("COALESCE", side, number(0)) for side in sides]
    told = [named(side, side_name) for side, side_name in zip(sides, numbers, strict=True)]
    join = exp.Join(this=table(before), side="FULL", using=[quoted(VALUE)])
    query = exp.select(column(VALUE), *told).from_(table(now)).join(join)
    mark = parts_mark(found.by) if found.by else "values"
    both = page.add("both", query.where(kept_values(past, rule.since, mark)))
    taken = (_NOW, _BEFORE, SPREAD, *_CHANGE.values())
    label = f"{name} value" if name in taken else name
    is_there = any_of(binary(column(side), ">", number(0)) for side in (_NOW, _BEFORE))
    if found.by:
        is_there = all_of(is_filled(column(side)) for side in (_NOW, _BEFORE))
    query = exp.select(named(column(VALUE), label), *map(column, numbers))
    measures = page.add("measures", query.from_(table(both)).where(is_there))
    return measures, [label, *numbers]


def _counts_now(name: str, place: Place) -> str:
    texts = values_now(place.fact(place.table, name), place.page)
    counted = named(call("COUNT", exp.Star()), _NOW)
    counts = exp.select(column(VALUE), counted).from_(table(texts)).group_by(column(VALUE))
    return place.page.add("now", counts)


def _parts_now(of: Aggregate, place: Place) -> str:
    """The measure in the rows of each value."""
    fact = place.fact(place.table, of.by[0])
    if of.measure in NUMERIC and place.fact(place.table, _measured(of)).type not in NUMBER_TYPES:
        raise NotLowered("a measure of parts is of plain numbers")
    rows = prepared(place.filtered(*are_values(fact)), *parts(of))
    texts = as_text(rows.column(of.by[0]), fact)
    plain = of.model_copy(update={"by": ()})
    told = or_zero(plain, measure(plain, rows))
    query = rows.select(named(texts, VALUE), named(told, _NOW)).group_by(texts)
    return place.page.add("now", query)


def _measured(of: Aggregate) -> str:
    return of.of.column if isinstance(of.of, Cell) else ""


def _numbers_before(rule: ChangedMeasures, past: str, word: str) -> exp.Select:
    since = rule.since
    if since.of == "run":
        _refuse_several(since)
        query = exp.select(column(VALUE), named(column(NUMBER), _BEFORE)).from_(table(past))
        return query.where(is_of(word))
    told = [named(call(_AGGREGATES[since.of], column(NUMBER)), _BEFORE)]
    told += [named(_spread(), name) for name in _spread_of(rule)]
    query = exp.select(column(VALUE), *told).from_(table(past)).where(is_of(word))
    return query.group_by(column(VALUE))


def _change(rule: ChangedMeasures) -> Sql:
    now, before = column(_NOW), column(_BEFORE)
    apart = binary(now, "-", before)
    if rule.unit == "points":
        return call("ROUND", binary(apart, "*", number(100)), number(9))
    if rule.unit in ("amount", "deviations"):
        return call("ROUND", apart, number(9))
    ratio = binary(binary(apart, "/", call("ABS", before)), "*", number(100))
    is_new = binary(before, "==", number(0))
    return exp.Case(
        ifs=[
            exp.If(this=all_of([is_new, binary(now, "==", number(0))]), true=number(0)),
            exp.If(this=is_new, true=binary(call("SIGN", now), "*", _ENDLESS.copy())),
        ],
        default=call("ROUND", ratio, number(9)),
    )


def _rounded(of: Sql) -> Sql:
    return named(call("ROUND", of, number(9)), of.name)


def _shown(rule: ChangedMeasures, change: Sql) -> Sql:
    """A change from 0 has no percent."""
    if rule.unit != "percent":
        return change
    return named(when(call("ISFINITE", change), change), _CHANGE[rule.unit])


def _beyond(rule: ChangedMeasures, change: Sql | None) -> Iterator[Sql]:
    """The tests that a bound is missed; without a change they are multiples of before."""
    bounds = (
        (rule.least, "<=" if rule.least_open else "<"),
        (rule.most, ">=" if rule.most_open else ">"),
    )
    for bound, sign in bounds:
        if bound is not None and rule.unit == "deviations" and change is not None:
            limit = call("ROUND", binary(column(SPREAD), "*", number(bound)), number(9))
            yield binary(change, sign, limit)
        elif bound is not None and change is not None:
            yield binary(change, sign, number(bound))
        elif bound is not None:
            limit = call("ROUND", binary(column(_BEFORE), "*", number(bound)), number(9))
            yield binary(call("ROUND", column(_NOW), number(9)), sign, limit)
