"""Phrases for measures as owners tell them: added up over all products, the longest against the shortest."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import claim, denied
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import aggregates_in, statement, times
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, compare

phrase = Phrases()

# Added up ---------------------------------------------------------------------------------------

phrase.words(
    "_summed_up",
    "added up | summed up | summed | totalled | added together | taken together | put together | all together | altogether | combined",
)
phrase.words("_across_all", "over | across | for | of | in | on")
phrase.words(
    "_comes_to",
    "come to | comes to | amount to | amounts to | be | make | makes | reach | total | equal | add up to | adds up to | sum to | "
    "come out at | comes out at | lie | yield | give | sum up to | run to",
)


@phrase(
    "stmt",
    "_summed_up _across_all (all|the|the whole) <rows> [,] <sum> _must _comes_to [something] <adj>",
    cost=0.06,
)
@phrase(
    "stmt",
    "_across_all all <rows> [_summed_up] [,] <sum> _must (add up to|come to|amount to|sum to|total|sum up to) [something] <adj>",
    cost=0.06,
)
@phrase(
    "stmt",
    "<sum> [,] _summed_up _across_all (all|the) <rows> [,] _must _comes_to [something] <adj>",
    cost=0.06,
)
@phrase("stmt", "_summed_up [,] <sum> _must _comes_to [something] <adj>", cost=0.08)
@phrase("stmt", "<sum> [,] _summed_up [,] _must _comes_to [something] <adj>", cost=0.08)
def summed_over(*parts: Any) -> Statement | None:
    """Added up over all products, the price has to come to something between 700 and 900."""
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    of, told = (part for part in parts if not isinstance(part, RowSet))
    if isinstance(of, Constant) or rows.each:
        return None
    return claim(Aggregate(measure=Measure.SUM, of=of, table=rows.table, where=rows.where), told)


@phrase("stmt", "all [the|our] <rows> _summed_up _must _comes_to [something] <adj>", cost=0.15)
@phrase(
    "stmt",
    "all [the|our] <rows> _must [_summed_up] (add up|amount|come|sum up|sum) [_summed_up] to [something] <adj>",
    cost=0.15,
)
@phrase("stmt", "all [the|our] <rows> together _must _comes_to [something] <adj>", cost=0.15)
def rows_together(rows: RowSet, told: Predicate) -> Statement | None:
    """All vouchers together must amount to 15: their one column of amounts."""
    if rows.each or not rows.table:
        return None
    of = Cell(table=rows.table, column="")
    return claim(Aggregate(measure=Measure.SUM, of=of, table=rows.table, where=rows.where), told)


phrase("adj", "something <ranged>", "something <limit>", cost=0.05)(lambda told: told)

# How a measure is worked out ----------------------------------------------------------------------

phrase.words(
    "_interpolated",
    "linearly interpolated | with linear interpolation | by linear interpolation | linear interpolation | interpolated linearly | "
    "using linear interpolation | interpolation linear | interpolated [in a] linear [way] | linear",
)


@phrase(
    "metric",
    r"<metric> \( _interpolated \)",
    "<metric> , _interpolated ,",
    "_interpolated <metric>",
    "<metric> , _interpolated",
    "<metric> with linear interpolation",
    cost=0.02,
)
def interpolated(metric: Value) -> Value | None:
    """The 90th percentile (with linear interpolation), as it always is."""
    return metric if any(part.measure in _RANKS for part in aggregates_in(metric)) else None


_RANKS = (Measure.QUANTILE, Measure.MEDIAN)


@phrase(
    "remark",
    "_interpolated",
    "_computed_with _interpolated",
    "(interpolate|interpolating) linearly",
    cost=0.02,
)
def linear() -> Modifier:
    """Interpolated linearly, as quantiles always are."""
    return remark("linear")


phrase.words(
    "_left_aside",
    "left out | left aside | aside | excluded | ignored | skipped | not counted | disregarded | not included | set aside | omitted | dropped",
)
phrase.words(
    "_leaving_aside",
    "leaving out | leaving aside | ignoring | excluding | skipping | not counting | disregarding | without | without counting | setting aside",
)
phrase.words("_not_known", "unknown | missing | blank | empty | unrecorded | absent")
_ASIDE = (
    "_empties _left_aside",
    "_leaving_aside [all|any] _empties",
    "_leaving_aside [all|any] _not_known <cell>",
    "_not_known <cell> _left_aside",
)


for _words in _ASIDE:

    @phrase(
        "metric",
        rf"<metric> \( {_words} \)",
        f"<metric> , {_words} ,",
        f"<metric> {_words} ,",
        cost=0.03,
    )
    @phrase("metric", f"{_words} , <metric>", cost=0.03)
    def of_the_filled(*parts: Any) -> Value | None:
        """The mean, blanks left out: of what is measured; a count of rows or a share has others."""
        named = [part for part in parts if isinstance(part, Cell)]
        metric = next(part for part in parts if not isinstance(part, Cell))
        found = list(aggregates_in(metric))
        if not found or any(part.of is None or part.measure == Measure.SHARE for part in found):
            return None
        return metric if all(part.of in named for part in found) or not named else None


@phrase("remark", "<aside_cell>", cost=0.02)
def cell_aside(of: Cell) -> Modifier:
    """Unknown ages left out."""
    return remark("without-column-fine", values=(of,))


phrase("aside_cell", "_not_known <cell> _left_aside", "_leaving_aside [all|any] _not_known <cell>")(
    lambda cell: cell if isinstance(cell, Cell) else None
)

# One measure against another ------------------------------------------------------------------------

phrase.words(
    "_as_big_as",
    "as (long|large|high|big|much|many|great|expensive|heavy|old|deep|tall) as | that of | what _that_other is | the",
)
phrase.words(
    "_amount_to", "be | last | take | cost | weigh | measure | run | reach | have | amount to"
)

for _head, _sign in (
    ("_le", "<="),
    ("_lt", "<"),
    ("_ge", ">="),
    ("_gt", ">"),
    ("no more than", "<="),
    ("exactly", "=="),
):

    @phrase(
        "against_end",
        f"{_head} <multiple> [_as_big_as] [the|its|their] <measure> [one|<noun>]",
        cost=0.05,
    )
    def against_end(
        factor: float, measure: Measure, *rows: RowSet, sign: str = _sign
    ) -> tuple[str, float, Measure] | None:
        """At most 20 times as long as the shortest."""
        is_plain = all(each.where is None for each in rows)
        return (sign, factor, measure) if is_plain else None


@phrase("claim", "<measure> [of] <cell> (_must|may|can) [_amount_to] <against_end>", cost=0.05)
@phrase("claim", "<measure> [of] <cell> (is|are|lasts|takes|costs|weighs) <against_end>", cost=0.05)
@phrase(
    "claim",
    r"<measure> <noun> (_must|may|can) [_amount_to] <against_end> \( [by] <cell> \)",
    cost=0.05,
)
@phrase(
    "claim",
    r"<measure> <noun> (is|are|lasts|takes|costs|weighs) <against_end> \( [by] <cell> \)",
    cost=0.05,
)
@phrase(
    "claim",
    "<measure> <noun> (_must|may|can) [_amount_to] <against_end> [,] (by|in) <cell>",
    cost=0.1,
)
def end_against_end(measure: Measure, *parts: Any) -> Statement | None:
    """The longest track may last at most 20 times as long as the shortest (Milliseconds)."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    sign, factor, other = next(part for part in parts if isinstance(part, tuple))
    if of is None or measure == other or rows.where is not None:
        return None
    left, right = (Aggregate(measure=kind, of=of, table=of.table) for kind in (measure, other))
    return statement(compare(left, sign, times(factor, right)))


@phrase("stmt", "<measure> [of] <cell> _must_not [_amount_to] <against_end>", cost=0.05)
def end_not_against_end(measure: Measure, *parts: Any) -> Statement | None:
    """The longest wait may not be more than twice the shortest one."""
    told = end_against_end(measure, *parts)
    return None if told is None else denied(told)


phrase("measure", "(heaviest|tallest|deepest|widest|thickest|priciest|most expensive)")(
    lambda: Measure.MAXIMUM
)
phrase("measure", "(lightest|cheapest|thinnest|narrowest|shallowest|least expensive)")(
    lambda: Measure.MINIMUM
)
