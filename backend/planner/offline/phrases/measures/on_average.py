"""Phrases for columns compared on the whole: on average, the price must be above the cost."""

from __future__ import annotations

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Measure,
    Predicate,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about

phrase = Phrases()

phrase.words(
    "_on_average",
    "on average | on an average | in the mean | averaged over all rows | on the average",
)


@phrase("stmt", "_on_average [,] <stmt>", cost=0.1)
def compared_on_average(told: Statement) -> Statement | None:
    """On average, the price must be above the cost: of two columns over all rows, as they are."""
    rule = told.rule
    must = rule.must if isinstance(rule, BrokenRows) and rule.where is None else None
    if not isinstance(must, Compare) or must.sign in ("==", "!="):
        return None
    sides = (must.left, must.right)
    if told.remarks or not all(isinstance(side, Cell) for side in sides) or sides[0] == sides[1]:
        return None

    def mean(part: Term) -> Value | None:
        if not isinstance(part, Cell):
            return None
        return Aggregate(measure=Measure.MEAN, of=part, table="")

    return statement(rewrite(must, mean))


@phrase("stmt", "_on_average [,] <rows> _must have <cell> [of] <adj>", cost=0.05)
@phrase("stmt", "_on_average [,] <rows> (has|have) <cell> [of] <adj>", cost=0.1)
def rows_have_on_average(found: RowSet, of: Value, told: Predicate) -> Statement | None:
    """On average the wines should have a pH from 3.2 to 3.4."""
    if found.each or not isinstance(of, Cell):
        return None
    mean = Aggregate(measure=Measure.MEAN, of=of, table=found.table, where=found.where)
    return statement(about(told, mean))
