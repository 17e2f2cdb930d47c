"""Phrases for what a group does on average, and for how many it has: kitchen staff must work 30 hours on average."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Measure, Predicate, Value
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    compare,
)

phrase = Phrases()

_ROWS = RowSet()

phrase.words(
    "_put_in_time",
    "work | have | take | pay | cost | last | weigh | score | earn | need | spend | get | buy | sell | order | use",
)
phrase.words(
    "_puts_in_time",
    "works | has | takes | pays | costs | lasts | weighs | scores | earns | needs | spends | gets | buys | sells | orders | uses",
)
phrase.words("_averaged_over", "on average | on the average | in the mean")


@phrase("average_rows", "<adjective> <noun>")
@phrase("average_rows", "(people|persons|staff|rows|entries) <rel>")
def average_rows(told: Predicate, rows: RowSet = _ROWS) -> RowSet | None:
    """Kitchen staff, all together; of "everybody" it is rather each one alone."""
    return None if rows.each or rows.where is not None else rows.that(told)


@phrase("average_rows", "[the] <adjective>", cost=0.1)
def of_value(told: Predicate) -> RowSet:
    """The kitchen."""
    return RowSet(where=told)


phrase("so_many_units", "<count_bound> <cell>")(lambda bound, of: (bound, of))
phrase("so_many_units", "<cell> of <count_bound>")(lambda of, bound: (bound, of))


@phrase(
    "stmt",
    "_averaged_over [,] <average_rows> _must _put_in_time <so_many_units>",
    "<average_rows> _must [,] _averaged_over [,] _put_in_time <so_many_units>",
    "<average_rows> _must _put_in_time _averaged_over <so_many_units>",
    "<average_rows> _must _put_in_time <so_many_units> _averaged_over",
    "_averaged_over [,] <average_rows> (_put_in_time|_puts_in_time) <so_many_units>",
    "<average_rows> (_put_in_time|_puts_in_time) <so_many_units> _averaged_over",
    "<average_rows> (_put_in_time|_puts_in_time) _averaged_over <so_many_units>",
    cost=0.05,
)
def works_on_average(*parts: Any) -> Statement | None:
    """On average the kitchen works no more than 30 hours."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    bound, of = next(part for part in parts if isinstance(part, tuple))
    if not isinstance(of, Cell):
        return None
    mean = Aggregate(measure=Measure.MEAN, of=of, table=rows.table, where=rows.where)
    return statement(about(bound, mean))


@phrase("metric", "<cell> (in total|altogether|in all|all together|all in all)", cost=0.1)
def in_total(of: Value) -> Value | None:
    """Scrap in total."""
    return Aggregate(measure=Measure.SUM, of=of, table="") if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "[the] <adjective> _must (have|hold|count|employ|contain) <count_bound> <rows>",
    cost=0.1,
)
def has_so_many(where: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """The bar must have no fewer than three people."""
    return None if rows.each else statement(about(bound, count(rows.that(where))))


# Alike in one row -----------------------------------------------------------------------------------

phrase.words(
    "_one_same",
    "the same (value|mark|number|figure|amount|answer|date|text|result|score|grade|price|name|code|entry|reading)",
)
phrase.words("_bear_it_alike", "give | have | show | hold | carry | contain | say | state | bear")


@phrase("stmt", "<and_cells> _must [both|all] _bear_it_alike _one_same", cost=0.05)
def show_the_same(found: Subjects) -> Statement | None:
    """Judge_1 and judge_3 must give the same mark."""
    first, *others = found.items
    return rule(all_of(*(compare(first, "==", other) for other in others))) if others else None
