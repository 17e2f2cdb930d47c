"""Periods of the calendar whose measure lies far from that of the periods before."""

from __future__ import annotations

from typing import Literal

from pydantic import SerializeAsAny

from backend.codegen.code import Code, call, literal, mapping
from backend.codegen.page import Body
from backend.contracts.errors import PlanError
from backend.contracts.plan import Grain
from backend.rules import outlying_periods_sql
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.periods import Period
from backend.rules.language.rows import Facts
from backend.rules.language.say import say, say_value
from backend.rules.language.terms import Aggregate, Cell, Measure, Value
from backend.rules.metric_columns import metrics_frame
from backend.rules.metric_names import UNREADABLE, metric_names
from backend.rules.moving_windows import SAID, Side, before, is_far, mean_and_spread
from backend.rules.phrasing import compare, number
from backend.rules.rule import Example, Functions, Kind, Rule, body_for

MEASURES = (
    Measure.COUNT, Measure.DISTINCT, Measure.SUM, Measure.MEAN, Measure.MEDIAN, Measure.MINIMUM,
    Measure.MAXIMUM,
)  # fmt: skip
"""What is measured of each period: how many, how much."""


class OutlyingPeriods(Rule):
    """``of`` each period lies within ``factor`` spreads of the mean of the ``periods`` before it.

    Rows are grouped ``per`` one period of the calendar in which their dates lie, and ``by`` their
    cells; each group has periods of its own. The periods before are the ones just before that have
    rows, without the period itself; a day without a row is none (as in dbt-expectations, whose
    windows are over the periods that a query groups). Their spread is the sample standard
    deviation, with n - 1 (NIST/SEMATECH e-Handbook, 1.3.5.6); where they are all equal it is 0, and
    any other measure is beyond it. With ``side`` a measure may only be too high, or only too low.

    Measures on the bound are inside. Periods with fewer than ``periods`` periods before them are
    not judged. A period with a cell that is no number fails and is in no window; so does each cell
    that is no date. Each failing period is one record, with what the periods before it were.
    """

    kind: Literal["outlying_periods"] = "outlying_periods"
    of: SerializeAsAny[Value]
    per: tuple[Period, ...]
    factor: float
    periods: int
    by: tuple[str, ...] = ()
    side: Side = "both"

    def names_its_columns(self) -> bool:
        """A measure names its cells."""
        return True

    def own_columns(self) -> tuple[str, ...]:
        """What makes the groups."""
        return (*self.by, *self.date_columns())

    def date_columns(self) -> tuple[str, ...]:
        """Columns whose dates tell the periods."""
        return tuple(dict.fromkeys(period.column for period in self.per))

    def number_columns(self) -> tuple[str, ...]:
        """The column that is added up or averaged."""
        of = self.of
        is_number = isinstance(of, Aggregate) and of.measure not in (
            Measure.COUNT,
            Measure.DISTINCT,
        )
        return (of.of.column,) if is_number and isinstance(of.of, Cell) else ()  # type: ignore[union-attr]

    def measured(self) -> Aggregate:
        """What is measured of each period.

        Raises:
            PlanError: it is no measure of this table's own cells, or not of one period.
        """
        of = self.of
        if not isinstance(of, Aggregate) or of.measure not in MEASURES or of.keys or of.by:
            raise PlanError(
                f"{self.table}: {say_value(of)} is not told of periods.", code="no-window"
            )
        is_own = of.table == self.table and (of.of is None or isinstance(of.of, Cell))
        if not is_own or len(self.per) != 1:
            raise PlanError(
                f"{self.table}: what is held against the periods before is a measure of its own "
                "rows, of one period each.",
                code="no-window",
            )
        return of

    def metrics(self) -> FailingMetrics:
        """The same measure of the same periods, for who computes it."""
        must = compare(self.measured(), ">=", number(0))
        return FailingMetrics(
            table=self.table, where=self.where, must=must, by=self.by, per=self.per
        )


def emit(rule: OutlyingPeriods, facts: Facts) -> Functions:
    """``scope`` measures each period and those before it; ``check`` compares."""
    metrics = rule.metrics()
    label = metric_names(metrics.must, rule.table, metrics.groups)[rule.measured()]
    scope = body_for(rule)
    _write_scope(rule, metrics, label, scope, facts)
    body = body_for(rule)
    arguments = "".join(f", {each}={each}" for each in rule.parameters())
    periods = body.scoped_table("measures", f"scope(tables{arguments})")
    value, mean, spread = (periods.item(literal(name)) for name in (label, MEAN, SPREAD))
    far = is_far(value, mean, spread, factor=rule.factor, side=rule.side)
    unread = periods.item(literal(UNREADABLE)).compare(">", literal(0))
    body.give(periods.item(far | unread))
    doc = "The measure of each period, and what the periods before it were."
    return Functions(check=body, scope=scope, scope_doc=doc)


MEAN, SPREAD = "mean before", "deviation before"


def _write_scope(
    rule: OutlyingPeriods, metrics: FailingMetrics, label: str, body: Body, facts: Facts
) -> None:
    names = metric_names(metrics.must, rule.table, metrics.groups)
    frame, _ = metrics_frame(metrics, names, body, facts)
    all_of_them = body.let("measures", frame)
    unread = body.let("unread", all_of_them.item(literal(UNREADABLE)).compare(">", literal(0)))
    told = body.let("told", all_of_them.item(~unread))
    in_order = told.item(literal(label))
    if rule.by:
        in_order = in_order.call("groupby", _keys(told, rule.by))
    steps = call("range", literal(1), literal(rule.periods + 1))
    window = before(in_order, steps, all_of_them)
    mean, spread = mean_and_spread(body, window)
    shown = mapping([(MEAN, mean), (SPREAD, spread)])
    assigned = Code(f"{all_of_them.text}.assign(**{shown.text})")
    body.give(assigned.item(mean.call("notna") | unread))


def _keys(frame: Code, by: tuple[str, ...]) -> Code:
    keys = [frame.item(literal(name)) for name in by]
    return keys[0] if len(keys) == 1 else Code(f"[{', '.join(key.text for key in keys)}]")


def say_rule(rule: OutlyingPeriods) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    unit = rule.per[0].unit
    same = f" of the same {' and '.join(rule.by)}" if rule.by else ""
    band = SAID[rule.side].format(f"{rule.factor:g}")
    return (
        f"Within each {' and '.join(rule.metrics().groups)} of {rule.table}{where}, "
        f"{say_value(rule.of)} lies {band} the mean of the {rule.periods} {unit}s with rows before "
        f"it{same}; each {unit} that does not is reported. Those with fewer {unit}s before them "
        "are not judged."
    )


KIND = Kind(
    spec=OutlyingPeriods,
    summary="Periods of the calendar whose measure lies far from that of the periods before.",
    emit=emit,
    lower=outlying_periods_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The daily number of orders must be within 2 sigma of the previous 3 days.",
            {
                "orders": (
                    ("order_id", "ordered_on"),
                    *((n, "2024-01-01") for n in (1, 2)),
                    *((n, "2024-01-02") for n in (3, 4, 5)),
                    (6, "2024-01-03"),
                    *((n, "2024-01-04") for n in (7, 8)),
                    *((n, "2024-01-06") for n in range(9, 17)),
                )
            },
            1,
            "daily_rows",
        ),
        Example(
            "The monthly total amount of each store must be within 3 standard deviations of the "
            "previous 3 months.",
            {
                "sales": (
                    ("store", "sold_on", "amount"),
                    ("a", "2024-01-05", 10),
                    ("a", "2024-02-05", 12),
                    ("a", "2024-03-05", 14),
                    ("a", "2024-04-05", 9),
                    ("a", "2024-04-25", 9),
                    ("b", "2024-01-05", 10),
                    ("b", "2024-02-05", 12),
                    ("b", "2024-03-05", 14),
                    ("b", "2024-04-05", 30),
                )
            },
            1,
            "monthly_totals",
        ),
    ),
)
