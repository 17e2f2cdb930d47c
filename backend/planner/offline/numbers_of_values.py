"""The different values of a column, and their number: which of the two is asked about."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Matches,
    Measure,
    Missing,
    OneOf,
    Predicate,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_DIFFERENT = frozenset({"=distinct", "=different", "=unique"})


def refuse_values_as_numbers(node: Node, rule: Rule, context: Context) -> None:
    """Pass a reading that counts different values only where their number can be meant.

    Raises:
        Misfit: "the distinct values of status must be paid or open" tells of the values; "the
            distinct totals must be between 10 and 60" may be told of either.
    """
    if not any(map(_is_of_values, node.walk())):
        return
    if isinstance(rule, ChangedMeasures) and isinstance(rule.of, Aggregate):
        _refuse_sets_that_stay(rule, rule.of)
    if not isinstance(rule, FailingMetrics):
        return
    for of, told in _asked(rule):
        name = of.column
        if isinstance(told, OneOf | Missing | Matches) or _is_of_two(told):
            raise Misfit(f"it is the values of {name} that are asked about, and not their number")
        column = context.column(of.table or rule.table, name)
        if column is not None and column.reads_as not in (ColumnType.TEXT, ColumnType.BOOLEAN):
            raise Misfit(
                f"it is not clear whether the values of {name} are meant, or how many there are; "
                f"say 'each {name}', or 'the number of distinct values of {name}'"
            )


def _refuse_sets_that_stay(rule: ChangedMeasures, measured: Aggregate) -> None:
    """As many currencies as before are not the same ones."""
    if rule.least == rule.most == 0 and isinstance(measured.of, Cell):
        name = measured.of.column
        raise Misfit(
            f"it is not clear whether the values of {name} must stay, or how many there are; say "
            f"'{name} must have the same values as in the last run', or 'the number of distinct "
            f"{name}'"
        )


def _is_of_two(told: Predicate) -> bool:
    """The distinct codes of one table and of another: they are compared, whichever they are."""
    right = told.right if isinstance(told, Compare) else None
    return isinstance(right, Aggregate) and right.measure == Measure.DISTINCT


def _is_of_values(part: Node) -> bool:
    """Distinct values of a column, with no "number of" before them."""
    first = part.children[0].symbol if part.symbol == "metric" and part.children else ""
    return first in _DIFFERENT and len(part.children) > 1 and part.children[1].symbol == "cell"


def _asked(rule: FailingMetrics) -> Iterator[tuple[Cell, Predicate]]:
    for part in walk(rule.must):
        if not isinstance(part, Compare | OneOf | Missing | Matches):
            continue
        measured = part.left if isinstance(part, Compare) else part.of
        is_count = isinstance(measured, Aggregate) and measured.measure == Measure.DISTINCT
        if is_count and isinstance(measured, Aggregate) and isinstance(measured.of, Cell):
            yield measured.of, part
