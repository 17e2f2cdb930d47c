"""Measures of a whole table, or of each group of its rows, that are out of bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from backend.codegen.code import literal, name
from backend.contracts.plan import Grain
from backend.rules import (
    failing_metrics_sql,
    metric_bounds,
    metric_counts,
    metric_duties,
    metric_group_values,
    metric_groups,
    metric_phrases,
    metric_shares,
    metric_spread,
    metric_values,
)
from backend.rules.language.emit_predicates import breaks, told
from backend.rules.language.periods import Period, say_judged
from backend.rules.language.rows import Facts
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Predicate, Term
from backend.rules.language.walk import rewrite
from backend.rules.metric_columns import are_told_together, is_told, write_metrics
from backend.rules.metric_names import UNREADABLE, aggregates, metric_names
from backend.rules.phrasing import Phrases
from backend.rules.rule import Example, Functions, Kind, Rule, body_for


class FailingMetrics(Rule):
    """``must`` holds for the aggregates that it compares: of the table, or of each group.

    Rows are grouped ``by`` their cells and ``per`` period of the calendar in which their dates
    lie. Only groups that have rows are judged: a month without a row is none.
    Cells that should be numbers and are none make the metric fail, since it cannot be told.
    Without a single value to measure there is nothing to test. The table, or each group, whose
    measures break the rule is one failing record; the rows that were measured are not flagged.
    """

    kind: Literal["failing_metrics"] = "failing_metrics"
    must: Predicate
    by: tuple[str, ...] = ()
    per: tuple[Period, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of what makes the groups."""
        return (*self.by, *(period.label for period in self.per))

    def names_its_columns(self) -> bool:
        """A measure names its cells."""
        return True

    def own_columns(self) -> tuple[str, ...]:
        """The columns that make the groups."""
        return (*self.by, *self.date_columns())

    def reads(self) -> Iterator[tuple[str, str]]:
        """What is measured, and what makes the groups of every table that is measured."""
        yield from super().reads()
        others = {each.table for each in aggregates(self.must)} - {self.table}
        yield from ((table, name) for table in sorted(others) for name in self.by)

    def date_columns(self) -> tuple[str, ...]:
        """Columns whose dates tell the periods."""
        return tuple(dict.fromkeys(period.column for period in self.per))


def emit(rule: FailingMetrics, facts: Facts) -> Functions:
    """``scope`` computes the metrics, one row each or one per group; ``check`` judges them."""
    names = metric_names(rule.must, rule.table, rule.groups)
    scope = body_for(rule)
    has_unreadable = write_metrics(rule, names, scope, facts)
    body = body_for(rule)
    arguments = "".join(f", {text}={name(text).text}" for text in rule.parameters())
    metrics = body.scoped_table("metrics", f"scope(tables{arguments})")
    rows = told(body, metrics, rule.table, facts, names)
    if are_told_together(names) and not has_unreadable:
        rows = replace(rows, known=frozenset(code.text for code in is_told(metrics, names)))
    failing = breaks(rule.must, rows)
    if has_unreadable:
        # Each period counts its cells that are no date; of other cells a group may have no count.
        sign = "!=" if rule.per else ">"
        failing = failing | metrics.item(literal(UNREADABLE)).compare(sign, literal(0))
    body.give(metrics.item(failing))
    doc = "The metrics, one row per group." if rule.groups else "The metrics."
    return Functions(check=body, scope=scope, scope_doc=doc)


def say_rule(rule: FailingMetrics) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    within = f"Within each {' and '.join(rule.groups)} of" if rule.groups else "Over"
    judged = f" {say_judged(rule.per)}" if rule.per else ""
    others = {each.table for each in aggregates(rule.must)} - {rule.table} if rule.groups else ()
    also = "".join(f" and of {table}" for table in sorted(others))
    return f"{within} {rule.table}{also}{where}, {say(_with_tables(rule))}.{judged}"


def _with_tables(rule: FailingMetrics) -> Predicate:
    """What must hold, with the table before the columns of another table than the rule's."""

    def named(part: Term) -> Term | None:
        is_other = isinstance(part, Cell) and part.table not in ("", rule.table)
        return (
            Cell(table=part.table, column=f"{part.table}.{part.column}", empty_if=part.empty_if)
            if is_other and isinstance(part, Cell)
            else None
        )

    return rewrite(rule.must, named)


phrase = Phrases()
for _module in (
    metric_phrases, metric_spread, metric_bounds, metric_duties, metric_counts, metric_shares,
    metric_groups, metric_group_values, metric_values,
):  # fmt: skip
    phrase.include(_module.phrase)


KIND = Kind(
    phrases=phrase,
    spec=FailingMetrics,
    summary="Measures of a table, or of each group of its rows, that are out of bounds.",
    emit=emit,
    lower=failing_metrics_sql.lower,
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
        Example(
            "No customer may place more than 2 orders a month.",
            {
                "orders": (
                    ("order_id", "customer_id", "ordered_on"),
                    (1, 7, "2026-11-01"),
                    (2, 7, "2026-11-30"),
                    (3, 7, "2026-11-15"),
                    (4, 7, "2026-12-01"),
                    (5, 8, None),
                )
            },
            1,
            "per_month",
        ),
        Example(
            "The most frequent status must be paid.",
            {"orders": (("order_id", "status"), (1, "paid"), (2, "paid"), (3, "open"))},
            0,
            "most_frequent",
        ),
    ),
)
