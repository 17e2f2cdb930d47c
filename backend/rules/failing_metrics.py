"""Measures of a whole table, or of each group of its rows, that are out of bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from backend.codegen.code import Code, call, literal, mapping, name
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.contracts.schema import ColumnType
from backend.rules.language.emit_predicates import breaks, holds, over
from backend.rules.language.emit_values import emit_value, measured, reduce_call
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Reads
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import phrase
from backend.rules.rule import Example, Functions, Kind, Rule, body_for


class FailingMetrics(Rule):
    """``must`` holds for the aggregates that it compares: of the table, or of each group ``by``.

    Cells that should be numbers and are none make the metric fail, since it cannot be told.
    Without a single value to measure there is nothing to test.
    """

    kind: Literal["failing_metrics"] = "failing_metrics"
    must: Predicate
    by: tuple[str, ...] = ()

    def own_columns(self) -> tuple[str, ...]:
        """The columns that make the groups."""
        return self.by


def emit(rule: FailingMetrics, facts: Facts) -> Functions:
    """``scope`` computes the metrics, one row each or one per group; ``check`` judges them."""
    names = _metric_names(rule)
    scope = body_for(rule)
    unreadable = _metrics(rule, names, scope, facts)
    body = body_for(rule)
    arguments = "".join(f", {text}={name(text).text}" for text in rule.parameters())
    metrics = body.scoped_table("metrics", f"scope(tables{arguments})")
    rows = Rows(body, metrics, rule.table, facts, holds, metrics=names)
    broken = breaks(rule.must, rows)
    if unreadable:
        broken = broken | metrics.item(literal(_UNREADABLE)).compare(">", literal(0))
    body.give(metrics.item(broken))
    doc = "The metrics, one row per group." if rule.by else "The metrics."
    return Functions(check=body, scope=scope, scope_doc=doc)


_UNREADABLE = "unreadable cells"


def aggregates(rule: FailingMetrics) -> Iterator[Aggregate]:
    """Each aggregate that is compared, once, in the order of the sentence."""
    found = (term for term in walk(rule.must) if isinstance(term, Aggregate))
    yield from dict.fromkeys(found)


def _metric_names(rule: FailingMetrics) -> dict[Aggregate, str]:
    names: dict[Aggregate, str] = {}
    for aggregate in aggregates(rule):
        wanted = _metric_name(aggregate, rule)
        taken = set(names.values()) | set(rule.by)
        number = 2
        chosen = wanted
        while chosen in taken:
            chosen, number = f"{wanted} {number}", number + 1
        names[aggregate] = chosen
    return names


def _metric_name(aggregate: Aggregate, rule: FailingMetrics) -> str:
    column = aggregate.of.column if isinstance(aggregate.of, Cell) else ""
    if aggregate.measure == Measure.COUNT and not column:
        return "rows" if aggregate.table == rule.table else f"{aggregate.table} rows"
    if aggregate.measure == Measure.QUANTILE:
        return f"{100 * (aggregate.quantile or 0):g}% quantile {column}".strip()
    label = {Measure.TOP: "most frequent"}.get(aggregate.measure, aggregate.measure.value)
    return f"{label} {column}".strip()


def _metrics(rule: FailingMetrics, names: dict[Aggregate, str], body: Body, facts: Facts) -> bool:
    """Write the body of ``scope``; tell whether it counts unreadable cells."""
    columns: list[tuple[str, Code]] = []
    unreadable: list[Code] = []
    for aggregate, label in names.items():
        rows = _rows_of(aggregate, body, facts)
        columns.append((label, _measure(aggregate, rule, rows)))
        unreadable += _unreadable(aggregate, rule, rows)
    if unreadable:
        first, *rest = unreadable
        for code in rest:
            first = first.combine("+", code)
        columns.append((_UNREADABLE, first))
    body.give(_frame(rule, names, columns))
    return bool(unreadable)


def _rows_of(aggregate: Aggregate, body: Body, facts: Facts) -> Rows:
    rows = over(body, aggregate.table, facts)
    if aggregate.where is None:
        return rows
    kept = body.let(f"counted {aggregate.table}", rows.frame.item(holds(aggregate.where, rows)))
    return rows.of(aggregate.table, kept)


def _measure(aggregate: Aggregate, rule: FailingMetrics, rows: Rows) -> Code:
    if aggregate.of is None and aggregate.measure == Measure.COUNT:
        return _per_group(rule, rows).call("size") if rule.by else call("len", rows.frame)
    if aggregate.measure == Measure.SHARE:
        assert aggregate.holds is not None
        mask = rows.body.let("holds", holds(aggregate.holds, rows))
        return _grouped(mask, rule, rows).call("mean")
    series = measured(aggregate, rows)
    if aggregate.measure == Measure.TOP:
        return series.call("mode")
    method, arguments = reduce_call(aggregate)
    options = {"min_count": literal(1)} if aggregate.measure == Measure.SUM else {}
    return _grouped(series, rule, rows).call(method, *arguments, **options)


def _per_group(rule: FailingMetrics, rows: Rows) -> Code:
    return rows.frame.call("groupby", literal(list(rule.by)))


def _grouped(series: Code, rule: FailingMetrics, rows: Rows) -> Code:
    if not rule.by:
        return series
    keys = ", ".join(rows.frame.item(literal(column)).text for column in rule.by)
    return series.call("groupby", Code(f"[{keys}]"))


def _unreadable(aggregate: Aggregate, rule: FailingMetrics, rows: Rows) -> list[Code]:
    if aggregate.measure in (Measure.DISTINCT, Measure.TOP, Measure.COUNT, Measure.SHARE):
        return []
    found = []
    for cell in walk(aggregate.of) if aggregate.of is not None else ():
        if not isinstance(cell, Cell) or rows.fact(cell.table, cell.column).type in NUMERIC:
            continue
        fact = rows.fact(cell.table, cell.column)
        is_date = fact.date_format is not None and ColumnType.DATE in (fact.type, fact.mostly)
        value = emit_value(cell, Reads.TIME if is_date else Reads.NUMBER, rows)
        raw = rows.frame.item(literal(cell.column)).call("notna")
        found.append(_grouped(raw & value.call("isna"), rule, rows).call("sum"))
    return found


def _frame(
    rule: FailingMetrics, names: dict[Aggregate, str], columns: list[tuple[str, Code]]
) -> Code:
    is_top = any(aggregate.measure == Measure.TOP for aggregate in names)
    if rule.by or is_top:
        frame = call("pd.DataFrame", mapping(columns))
    else:
        scalars = [(label, Code(f"[{code.text}]")) for label, code in columns]
        frame = call("pd.DataFrame", mapping(scalars))
    told = frame.call("dropna").call("round", literal(9))
    return told.call("reset_index") if rule.by else told


def say_rule(rule: FailingMetrics) -> str:
    """The requirement in words."""
    within = f"Within each {' and '.join(rule.by)} of {rule.table}" if rule.by else ""
    return f"{within or f'Over {rule.table}'}, {say(rule.must)}."


KIND = Kind(
    phrases=phrase,
    spec=FailingMetrics,
    summary="Measures of a table, or of each group of its rows, that are out of bounds.",
    emit=emit,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The average price must be between 10 and 20.",
            {"orders": (("order_id", "price"), (1, 5), (2, 15), (3, None))},
            0,
            "average",
        ),
        Example(
            "At least 90% of the users must have an email.",
            {"users": (("user_id", "email"), (1, "a@b.org"), (2, None))},
            1,
            "share",
        ),
        Example(
            "No user_id may have more than 2 orders.",
            {"orders": (("order_id", "user_id"), (1, 7), (2, 7), (3, 7), (4, 8), (5, None))},
            1,
            "group_size",
        ),
    ),
)
