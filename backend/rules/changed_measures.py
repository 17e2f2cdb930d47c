"""Measures of a table that changed too much, or too little, since earlier runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import SerializeAsAny

from backend.codegen.code import Code, any_of, call, listed, literal, mapping
from backend.codegen.page import Body
from backend.contracts.errors import PlanError
from backend.contracts.history import COLUMNS, DAYS_SINCE_NEWEST, history_of
from backend.contracts.plan import Grain
from backend.rules import changed_measures_sql
from backend.rules.change_bounds import SPREAD, require_deviations, say_bounds, spares_the_same
from backend.rules.changed_groups import CHANGE, compare_groups
from backend.rules.earlier_runs import (
    NUMERIC,
    RUNS_ARE,
    Baseline,
    Kept,
    kept,
    number_before,
    past_rows,
    say_before,
)
from backend.rules.language import emit_windows
from backend.rules.language.emit_cells import raw_cell
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import NUMERIC as NUMBER_TYPES
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say_value
from backend.rules.language.terms import Aggregate, Cell, Measure, Reads, Value
from backend.rules.newest_dates import emit_days, emit_strays
from backend.rules.rule import (
    Example,
    Functions,
    Kind,
    Rule,
    body_for,
    refuse_filter,
    scope_call,
)


class ChangedMeasures(Rule):
    """A measure now against what it was before: the change lies between ``least`` and ``most``.

    The change is now minus before (``amount``); that in percent of the size of before
    (``percent``; from 0 to 0 is 0%, from 0 to anything else is beyond every bound); of a share,
    in percentage points (``points``); or, from the mean of several runs, in sample standard
    deviations of their numbers (``deviations``; the z-score of NIST/SEMATECH e-Handbook 1.3.5.17,
    taken against the runs before; where they all told the same, any other number is beyond every
    bound). With ``times`` the bounds are on now, as multiples of before. An open bound is not
    itself allowed. A sum of no rows is 0; any other measure of no value is none, and is not
    judged. A change that is out of bounds is one failing record for the table, or for each group.
    """

    kind: Literal["changed_measures"] = "changed_measures"
    of: SerializeAsAny[Value]
    since: Baseline = Baseline()
    unit: Literal["amount", "percent", "points", "times", "deviations"] = "amount"
    least: float | None = None
    most: float | None = None
    least_open: bool = False
    most_open: bool = False

    def tables(self) -> tuple[str, ...]:
        """The table, and what earlier runs measured of it."""
        return (self.table, history_of(self.table))


_UNREADABLE = "unreadable cells"


def emit(rule: ChangedMeasures, facts: Facts) -> Functions:
    """``scope`` has the measure now and before; ``check`` judges the change."""
    measure, found = _kept(rule)
    scope = body_for(rule)
    if isinstance(measure, Aggregate) and measure.by:
        has_unreadable = compare_groups(rule, measure, found, over(scope, rule.table, facts))
    else:
        has_unreadable = _compare(rule, measure, found, over(scope, rule.table, facts))
    body = body_for(rule)
    measures = body.scoped_table("measures", scope_call(rule))
    failing, shown = _judged(rule, measures, body)
    if has_unreadable:
        failing = failing | measures.item(literal(_UNREADABLE)).compare(">", literal(0))
    body.give(shown.item(failing))
    return Functions(
        check=body, scope=scope, scope_doc="The measure now and before, where there is a before."
    )


def _kept(rule: ChangedMeasures) -> tuple[Value, Kept]:
    refuse_filter(rule)
    require_deviations(rule)
    found = kept(rule.of)
    if found is None:
        raise PlanError(
            f"{rule.table}: no run keeps {say_value(rule.of)}, so it cannot be compared with. Kept "
            "are counts of rows, and the sum, mean, median, minimum and maximum of a column, of "
            "all rows or of those with one value, and the days since the newest date.",
            code="not-kept",
        )
    return rule.of, found


def _compare(rule: ChangedMeasures, measure: Value, found: Kept, rows: Rows) -> bool:
    """Write the body of ``scope``; tell whether it counts unreadable cells."""
    body = rows.body
    now = body.let("now", _now(measure, rows))
    before = number_before(past_rows(rule.table, found, body), rule.since, body)
    columns = [("measure", literal(say_value(measure))), ("now", now), ("before", before.number)]
    if rule.unit == "deviations" and before.recent is not None:
        columns.append((SPREAD, before.recent.call("std")))
    unreadable = _unreadable(measure, rows)
    if unreadable is not None:
        columns.append((_UNREADABLE, unreadable))
    frame = call("pd.DataFrame", mapping(columns))
    body.give(frame.call("dropna"))
    return unreadable is not None


def _now(measure: Value, rows: Rows) -> Code:
    if not isinstance(measure, Aggregate):
        return emit_days(measure, rows)
    chosen = emit_windows.kept(measure, rows)
    if measure.of is None and measure.measure == Measure.COUNT:
        return call("len", chosen.frame)
    method, arguments = emit_windows.reduce_call(measure)
    series = emit_windows.measured(measure, chosen)
    if measure.measure in NUMERIC:
        series = series.call("astype", literal("float64"))
    return series.call(method, *arguments)


def _unreadable(measure: Value, rows: Rows) -> Code | None:
    """How many filled cells are no numbers, or dates, where the measure is of such."""
    if not isinstance(measure, Aggregate):
        return emit_strays(measure, rows)
    if measure.measure not in NUMERIC or not isinstance(measure.of, Cell):
        return None
    if rows.fact(measure.of.table, measure.of.column).type in NUMBER_TYPES:
        return None
    rows = emit_windows.kept(measure, rows)
    value = rows.value(measure.of, Reads.NUMBER)
    return (raw_cell(measure.of, rows).call("notna") & value.call("isna")).call("sum")


def _judged(rule: ChangedMeasures, measures: Code, body: Body) -> tuple[Code, Code]:
    """Where the change is out of bounds, and the measures with their change."""
    now, before = (measures.item(literal(each)) for each in ("now", "before"))
    if rule.unit == "times":
        return any_of(list(_beyond(rule, now.call("round", literal(9)), before))), measures
    apart = now.combine("-", before)
    if rule.unit == "percent":
        ratio = apart.combine("/", before.call("abs")).combine("*", literal(100))
        apart = ratio.call("fillna", literal(0))
    elif rule.unit == "points":
        apart = apart.combine("*", literal(100))
    change = body.let("change", apart.call("round", literal(9)))
    shown = change
    if rule.unit == "percent":  # from 0 it has no percent
        endless = listed([literal(float("inf")), literal(float("-inf"))])
        shown = change.call("replace", endless, literal(float("nan")))
    labels, spread = [(CHANGE[rule.unit], shown)], None
    if rule.unit == "deviations":
        spread = measures.item(literal(SPREAD))
        labels.append((SPREAD, spread.call("round", literal(9))))
    told = body.let("told", Code(f"{measures.text}.assign(**{mapping(labels).text})"))
    failing = any_of(list(_beyond(rule, change, spread)))
    if spares_the_same(rule):
        failing = change.compare("!=", literal(0)) & failing
    return failing, told


def _beyond(rule: ChangedMeasures, value: Code, of: Code | None) -> Iterator[Code]:
    """The tests that a bound is missed; with ``of`` the bounds are multiples of it."""
    bounds = (
        (rule.least, "<=" if rule.least_open else "<"),
        (rule.most, ">=" if rule.most_open else ">"),
    )
    for bound, sign in bounds:
        if bound is None:
            continue
        limit = literal(int(bound) if bound == int(bound) else bound)
        if of is not None:
            limit = of.combine("*", limit).call("round", literal(9))
        yield value.compare(sign, limit)


def say_rule(rule: ChangedMeasures) -> str:
    """The requirement in words."""
    measure = say_value(rule.of)
    past = say_before(rule.since)
    return f"{measure[:1].upper()}{measure[1:]} {say_bounds(rule, past)}. {RUNS_ARE}"


def _runs(*measures: tuple[str, str, float]) -> tuple[tuple[object, ...], ...]:
    """A history of runs, the last one first: each a column, a measure and its number."""
    rows = [
        (number, number, f"2024-03-{10 - number:02d}", column, measure, "", told)
        for number, (column, measure, told) in enumerate(measures, start=1)
    ]
    return (COLUMNS, *rows)


KIND = Kind(
    spec=ChangedMeasures,
    summary="Measures that changed too much, or too little, since earlier runs.",
    emit=emit,
    lower=changed_measures_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The number of orders must not change by more than 20% since the last run.",
            {
                "orders": (("order_id",), (1,), (2,), (3,)),
                "orders/history": _runs(("", "rows", 4), ("", "rows", 3)),
            },
            1,
            "since_the_last_run",
        ),
        Example(
            "The number of orders must be within 3 standard deviations of the last 4 runs.",
            {
                "orders": (("order_id",), (1,), (2,), (3,)),
                "orders/history": _runs(*(("", "rows", told) for told in (9, 11, 10, 10))),
            },
            1,
            "deviations",
        ),
        Example(
            "The delay of the newest ordered_on must not exceed the maximum of the last 2 runs.",
            {
                "orders": (("order_id", "ordered_on"), (1, "2024-03-01"), (2, "2024-03-07")),
                "orders/history": _runs(
                    ("ordered_on", DAYS_SINCE_NEWEST, 2), ("ordered_on", DAYS_SINCE_NEWEST, 1)
                ),
            },
            1,
            "days_since_newest",
        ),
        Example(
            "The total price must be at least 90% of the median of the last 3 runs.",
            {
                "orders": (("order_id", "price"), (1, 40), (2, 50)),
                "orders/history": _runs(*(("price", "sum", told) for told in (95, 100, 400))),
            },
            0,
            "median_of_runs",
        ),
        Example(
            "The share of empty emails must not grow by more than 2 percentage points since "
            "yesterday's run.",
            {
                "users": (("user_id", "email"), (1, "a@b.org"), (2, None)),
                "users/history": _runs(("email", "missing share", 0.25)),
            },
            1,
            "percentage_points",
        ),
        Example(
            "The average price of paid orders must not fall by more than 10% since the last run.",
            {
                "orders": (("order_id", "price", "status"), (1, 8, "paid"), (2, 90, "open")),
                "orders/history": (
                    COLUMNS,
                    (1, 1, "2024-03-09", "price", "parts by status", "", 2),
                    (1, 1, "2024-03-09", "price", "mean by status", "open", 95),
                    (1, 1, "2024-03-09", "price", "mean by status", "paid", 9),
                ),
            },
            1,
            "rows_of_one_value",
        ),
        Example(
            "The number of orders per store must not drop by more than 20% since the last run.",
            {
                "orders": (("order_id", "store"), (1, "N"), (2, "S"), (3, "S"), (4, "S")),
                "orders/history": (
                    COLUMNS,
                    (1, 1, "2024-03-09", "store", "values", "", 3),
                    (1, 1, "2024-03-09", "store", "value", "E", 2),
                    (1, 1, "2024-03-09", "store", "value", "N", 1),
                    (1, 1, "2024-03-09", "store", "value", "S", 3),
                ),
            },
            1,
            "rows_per_value",
        ),
    ),
)
