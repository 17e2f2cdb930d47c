"""Phrases for values against the average of all rows."""

from __future__ import annotations

from backend.planner.offline.phrases_rules import rule
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
phrase.words("_away", "from | away from | off | of | around | either side of | above or below")


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
    "<cell> (must|should) (be|lie|stay|fall) within <number> _deviations _away <mean_of>",
    "_each <cell> (must|should) (be|lie|stay|fall) within <number> _deviations _away <mean_of>",
    "<cell> (must|should) not (be|lie) more than <number> _deviations _away <mean_of>",
    "no <cell> (may|must|should) (be|lie) more than <number> _deviations _away <mean_of>",
    "_flag <cell> [values] [that are|that lie|lying] more than <number> _deviations _away <mean_of>",
    "_flag _row whose <cell> (is|lies) more than <number> _deviations _away <mean_of>",
    "_flag [_each] <cell> [value|values] (that|which) (is|are|lies|lie) (further than|more than) <number> _deviations _away <mean_of>",
    "no <cell> (lies|is|falls) more than <number> _deviations _away <mean_of>",
    "_each <cell> (lies|is|falls) within <number> _deviations _away <mean_of>",
)
def within_deviations(cell: Value, count: Constant, named: tuple[Value, ...]) -> Statement | None:
    """Within three standard deviations of the mean."""
    return score_rule(cell, "<=", count, named)


@phrase(
    "stmt",
    "no <cell> (may|must|should) (be|lie) <number> or more _deviations _away <mean_of>",
    "<cell> (must|should) (be|lie) less than <number> _deviations _away <mean_of>",
    "<cell> (must|should) not (be|lie) <number> or more _deviations _away <mean_of>",
    "_flag <cell> [values] [that are|that lie|lying] (at least <number>|<number> or more) _deviations _away <mean_of>",
)
def under_deviations(cell: Value, count: Constant, named: tuple[Value, ...]) -> Statement | None:
    """Less than three standard deviations from the mean."""
    return score_rule(cell, "<", count, named)


@phrase(
    "stmt",
    "[the] z-score of <cell> (must|should) be (below|under|less than) <number>",
    "<cell> (must|should) have [an absolute] z-score (below|under|less than) <number>",
    "[the] absolute z-score of <cell> (must|should) be (below|under|less than) <number>",
)
def z_score(cell: Value, count: Constant) -> Statement | None:
    """A z-score below a bound."""
    return score_rule(cell, "<", count, ())


@phrase(
    "stmt",
    "[the|_each] z-score of <cell> _must (be|lie|stay) between - <number> and [+] <number>",
    "[the|_each] z-score of <cell> (is|lies) between - <number> and [+] <number>",
    "<cell> _must have [a|an] z-score between - <number> and [+] <number>",
)
def z_score_between(cell: Value, low: Constant, high: Constant) -> Statement | None:
    """A z-score between -3 and 3."""
    return score_rule(cell, "<=", high, ()) if low == high else None


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
