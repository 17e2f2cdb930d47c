"""Phrases for values against the average of all rows."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Function,
    Measure,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases, Statement, all_of, compare

phrase = Phrases()


def _distance(left: Value, right: Value) -> Value:
    return Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=left, right=right))


phrase.words(
    "_deviations",
    "standard deviations | sample standard deviations | sigma | sigmas | standard deviation | sds | std | stdevs",
)


@phrase(
    "mean_of",
    "[its|the|their] (mean|average|column mean|overall mean|overall average)",
    "[the] (mean|average) <cell>",
    "[the] (mean|average) of <cell>",
    "[the] <cell> (mean|average)",
)
def mean_of(*cells: Value) -> tuple[Value, ...]:
    """The mean, of this column if none is named."""
    return cells


def _scored(cell: Value, sign: str, count: Constant, named: tuple[Value, ...]) -> Predicate | None:
    if named and named[0] != cell:
        return None
    mean = Aggregate(measure=Measure.MEAN, table="", of=cell)
    spread = Aggregate(measure=Measure.DEVIATION, table="", of=cell)
    limit = Arithmetic(sign="*", left=count, right=spread)
    return compare(_distance(cell, mean), sign, limit)


def score_rule(
    cell: Value, sign: str, count: Constant, named: tuple[Value, ...]
) -> Statement | None:
    """So many sample standard deviations from the mean, of this column if none is named."""
    told = _scored(cell, sign, count, named)
    return None if told is None else rule(told, subject=cell)


@phrase(
    "stmt",
    "<cell> _must (be|lie|fall|stay) between [the|its] <rank> and [the|its] <rank> percentile",
    "<cell> _must (be|lie|fall|stay) between [the|its] <rank> percentile and [the|its] <rank> percentile",
)
def between_percentiles(cell: Value, low: int, high: int) -> Statement | None:
    """Between the 5th and the 95th percentile."""
    if not isinstance(cell, Cell) or low >= high:
        return None
    bounds = [
        Aggregate(measure=Measure.QUANTILE, of=cell, table="", quantile=rank / 100)
        for rank in (low, high)
    ]
    return rule(
        all_of(compare(cell, ">=", bounds[0]), compare(cell, "<=", bounds[1])), subject=cell
    )
