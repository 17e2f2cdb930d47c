"""Phrases that hold a measure of some rows against that of others: on average, nurses earn more.

What rows pay or earn, without a column, is their one column of prices, or of wages.
"""

from __future__ import annotations

from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Reads,
    Value,
)
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare

phrase = Phrases()

_MORE = "higher|greater|larger|bigger|longer"
_LESS = "lower|smaller|shorter"
for _words, _sign in ((_MORE, ">"), (_LESS, "<")):
    phrase("a_higher", f"({_words})")(lambda sign=_sign: sign)
    phrase("higher_than", f"({_words}) than")(lambda sign=_sign: sign)
phrase("higher_than", "above")(lambda: ">")
phrase("higher_than", "below")(lambda: "<")
phrase("paid_more", "more")(lambda: ">")
phrase("paid_more", "less")(lambda: "<")
phrase.words("_that_of_them", "(that|those|the one|the figure) (of|for|in|among)")
phrase.words("_on_the_average", "on average | on an average | in the mean | on the average")


# The other rows ---------------------------------------------------------------------------------


@phrase("other_group", "<rows>")
def other_rows(rows: RowSet) -> RowSet | None:
    """Second-class passengers."""
    return None if rows.each or rows.where is None else rows


@phrase("other_group", "<adjective> [ones|one]", cost=0.1)
def other_ones(told: Predicate) -> RowSet:
    """Second-class ones."""
    cell = told.left if isinstance(told, Compare) else None
    return RowSet(table=cell.table if isinstance(cell, Cell) else "", where=told)


def _held(first: Value, sign: str, other: Value) -> Statement | None:
    return statement(compare(first, sign, other))


def _of(kind: Measure, of: Value, rows: RowSet) -> Value:
    return Aggregate(measure=kind, of=of, table=rows.table, where=rows.where)


def _are_groups(rows: RowSet, others: RowSet) -> bool:
    """Whether each is some of the rows of one table, and not the same."""
    is_some = rows.where is not None and not rows.each and rows.where != others.where
    return is_some and others.table in ("", rows.table)


# Of a column ------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<measure> [of] <cell> (of|for|in|among) <rows> _must be <higher_than> _that_of_them <other_group>",
    cost=0.02,
)
def measure_against_that(
    kind: Measure, of: Value, rows: RowSet, sign: str, others: RowSet
) -> Statement | None:
    """The average wage of nurses must be higher than that of porters."""
    if not _are_groups(rows, others):
        return None
    return _held(_of(kind, of, rows), sign, _of(kind, of, others))


@phrase(
    "stmt",
    "<measure> [of] <cell> (of|for|in|among) <rows> _must be <higher_than> <measure> (of|for|in|among) <other_group>",
    cost=0.02,
)
def measure_against_same(
    kind: Measure, of: Value, rows: RowSet, sign: str, again: Measure, others: RowSet
) -> Statement | None:
    """The median wage of nurses must be above the median of the porters."""
    return measure_against_that(kind, of, rows, sign, others) if kind == again else None


@phrase("stmt", "<rows> _must have <a_higher> <measure> <cell> than <other_group>", cost=0.02)
def have_a_higher(
    rows: RowSet, sign: str, kind: Measure, of: Value, others: RowSet
) -> Statement | None:
    """Nurses must have a higher average wage than porters."""
    return measure_against_that(kind, of, rows, sign, others)


@phrase(
    "stmt",
    "_on_the_average [,] <rows> _must have <a_higher> <cell> than <other_group>",
    "<rows> _must _on_the_average have <a_higher> <cell> than <other_group>",
    "<rows> _must have _on_the_average <a_higher> <cell> than <other_group>",
    "<rows> _must have <a_higher> <cell> _on_the_average than <other_group>",
    "<rows> _must have <a_higher> <cell> than <other_group> _on_the_average",
    cost=0.02,
)
def higher_on_average(rows: RowSet, sign: str, of: Value, others: RowSet) -> Statement | None:
    """On average nurses must have a higher wage than porters."""
    return measure_against_that(Measure.MEAN, of, rows, sign, others)


@phrase(
    "stmt",
    "_on_the_average [,] <rows> (_must be|are|is) <sized_beside> than <other_group>",
    "<rows> (_must be|are|is) _on_the_average <sized_beside> than <other_group>",
    "<rows> _must _on_the_average be <sized_beside> than <other_group>",
    "<rows> (_must be|are|is) <sized_beside> _on_the_average than <other_group>",
    "<rows> (_must be|are|is) <sized_beside> than <other_group> _on_the_average",
    cost=0.02,
)
def sized_on_average(rows: RowSet, told: tuple[Value, str], others: RowSet) -> Statement | None:
    """Nurses must be taller on average than porters: their one column of heights."""
    of, sign = told
    return measure_against_that(Measure.MEAN, of, rows, sign, others)


# Of what they pay -------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_on_the_average [,] <rows> _must [have] <spending> <paid_more> than <other_group>",
    "<rows> _must _on_the_average [have] <spending> <paid_more> than <other_group>",
    "<rows> _must [have] <spending> <paid_more> _on_the_average than <other_group>",
    "<rows> _must [have] <spending> _on_the_average <paid_more> than <other_group>",
    "<rows> _must [have] <spending> <paid_more> than <other_group> _on_the_average",
    "_on_the_average [,] <rows> [have|has] <spending> <paid_more> than <other_group>",
    cost=0.02,
)
def pay_more_on_average(
    rows: RowSet, told: Aggregate, sign: str, others: RowSet
) -> Statement | None:
    """On average a first-class passenger must have paid more than a second-class one."""
    if told.of is None or told.table != rows.table:
        return None
    return measure_against_that(Measure.MEAN, told.of, rows, sign, others)


@phrase("rowvp", "[have|has] <spending> <adj>", cost=0.3)
def spent_so(told: Aggregate, bound: Predicate) -> Predicate | None:
    """Paid more than 300: the one column of prices."""
    is_bound = isinstance(bound, Compare) and isinstance(bound.right, Constant)
    is_number = is_bound and bound.right.reads == Reads.NUMBER  # type: ignore[union-attr]
    return about(bound, told.of) if told.of is not None and is_number else None
