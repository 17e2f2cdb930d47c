"""Phrases for sums over all rows, means per row, and what holds from a number on.

All loads together have so many pieces; the average pieces per load; from 5 pieces on.
"""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.planner.offline.words import stem
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import count, distinct, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare, not_, number

phrase = Phrases()

# All of them together -----------------------------------------------------------------------------

phrase.words(
    "_put_together",
    "together | taken together | put together | added together | added up | summed up | combined | in total | altogether | all together",
)


def _sum(of: Value, rows: RowSet) -> Value | None:
    if not isinstance(of, Cell) or rows.each or of.table not in ("", rows.table or of.table):
        return None
    return Aggregate(measure=Measure.SUM, of=of, table=rows.table, where=rows.where)


@phrase("all_of_it", "<cell> (of|in|over|across|for) all [the|our] <rows> _put_together")
@phrase("all_of_it", "<cell> (of|in|over|across|for) all [the|our] <rows> [,] _put_together [,]")
def all_of_it(of: Value, rows: RowSet) -> Value | None:
    """The pieces of all loads together."""
    return _sum(of, rows)


@phrase("all_of_it", "all <cell> [values] _put_together", cost=0.05)
def all_of_column(of: Value) -> Value | None:
    """All pieces together."""
    return _sum(of, RowSet())


@phrase(
    "all_of_it",
    "(number|count|amount) of <cell> (over|across|of|in) all [the|our] <rows> [_put_together]",
)
def number_over_all(of: Value, rows: RowSet) -> Value | None:
    """The number of pieces over all loads; a header in the singular counts nothing."""
    return _sum(of, rows) if is_counting(of) else None


def is_counting(of: Value) -> bool:
    """Whether a header ends in a plural, of which a cell may say how many there are."""
    word = re.split("[^a-z]+", of.column.lower())[-1] if isinstance(of, Cell) else ""
    return stem(word) != word


@phrase("stmt", "<all_of_it> <duty>", cost=0.05)
def together_so(total: Value, told: Predicate) -> Statement:
    """All pieces together must not exceed 500."""
    return statement(about(told, total))


phrase.words(
    "_in_sum", "in total | altogether | all together | taken together | added up | summed up"
)


@phrase("stmt", "<cell> _must be <adj> _in_sum", cost=0.05)
@phrase("stmt", "_in_sum [,] <cell> _must be <adj>", cost=0.05)
def bounded_in_sum(of: Value, told: Predicate) -> Statement | None:
    """The pieces must be at most 500 in total."""
    total = _sum(of, RowSet())
    is_plain = isinstance(told, Compare) and isinstance(told.right, Constant)
    return statement(about(told, total)) if is_plain and total is not None else None


@phrase(
    "stmt",
    "<cell> _must_not (exceed|go over|go above|come to more than) <number> _in_sum",
    cost=0.05,
)
@phrase(
    "stmt",
    "_in_sum [,] <cell> _must_not (exceed|go over|go above|come to more than) <number>",
    cost=0.05,
)
def capped_in_sum(of: Value, most: Constant) -> Statement | None:
    """The pieces must not exceed 500 in total."""
    total = _sum(of, RowSet())
    return None if total is None else statement(compare(total, "<=", most))


phrase.words(
    "_have_all", "have | hold | contain | show | come to | bring | make | give | add up to | reach"
)


@phrase(
    "stmt",
    "all [the|our] <rows> _put_together (must|should) _have_all <count_bound> <cell>",
    cost=0.05,
)
def rows_together(rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    """All loads together must have at least 100 pieces."""
    total = _sum(of, rows)
    return None if total is None else statement(about(bound, total))


@phrase(
    "stmt",
    "all [the|our] <rows> _put_together (may|can) [only] _have_all <count_bound> <cell>",
    cost=0.05,
)
def rows_together_may(rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    """All loads together may have at most 500 pieces."""
    return rows_together(rows, bound, of) if allows(bound) else None


@phrase(
    "stmt", "all [the|our] <rows> _put_together _must_not _have_all <count_bound> <cell>", cost=0.05
)
def rows_together_not(rows: RowSet, bound: Predicate, of: Value) -> Statement | None:
    """All loads together must not have more than 500 pieces."""
    return rows_together(rows, not_(bound), of)


@phrase("stmt", "there (must|should) be <count_bound> <cell> _put_together", cost=0.05)
@phrase("stmt", "_put_together [,] there (must|should) be <count_bound> <cell>", cost=0.05)
def so_many_together(bound: Predicate, of: Value) -> Statement | None:
    """In total there must be at least 100 pieces."""
    total = _sum(of, RowSet()) if is_counting(of) else None
    return None if total is None else statement(about(bound, total))


@phrase(
    "stmt",
    "we (have|keep|hold|list|count|run|store|expect) [only|just] <count_bound> <noun>",
    "we (must|should) (have|keep|hold|list) <count_bound> <noun>",
    cost=0.15,
)
def we_have(bound: Predicate, rows: RowSet) -> Statement | None:
    """We have fewer than 20 loads."""
    is_plain = bool(rows.table) and not rows.each
    return statement(about(bound, count(rows))) if is_plain else None


@phrase(
    "stmt",
    "<cell> _must (have|hold|take|show|contain) (more than one|more than a single|at least two|two or more) (value|values)",
    "<cell> _must_not (have|hold|take|show|contain) (only|just) (one|a single) value",
    cost=0.05,
)
def several_values(of: Value) -> Statement | None:
    """The level must have more than one value."""
    return statement(compare(distinct(of), ">=", number(2))) if isinstance(of, Cell) else None


# Per row ------------------------------------------------------------------------------------------


@phrase("metric", "(average|mean) [number of] <cell> (per|a) <noun>", cost=-0.05)
@phrase("metric", "(average|mean) [number of] <cell> (for|of) (a|an) <noun>", cost=-0.05)
def mean_per_row(of: Value, rows: RowSet) -> Value | None:
    """The average number of pieces per load, of which each row is one."""
    if not isinstance(of, Cell) or not rows.table or rows.each or rows.where is not None:
        return None
    return Aggregate(measure=Measure.MEAN, of=of, table=rows.table)


# From a number on ---------------------------------------------------------------------------------

for _words, _sign in (
    ("from <number> <cell> (on|onwards|upwards|up|and up|and above|or more)", ">="),
    ("from [a|an] <cell> of <number> (on|onwards|upwards|up|and up)", ">="),
    ("from <cell> <number> (on|onwards|upwards|up|and up)", ">="),
    ("with <number> <cell> (and up|and above|upwards|or more)", ">="),
    ("(above|over|beyond) [a|an] <cell> of <number>", ">"),
    ("(above|over|beyond) <number> <cell>", ">"),
    ("(below|under) [a|an] <cell> of <number>", "<"),
    ("(below|under) <number> <cell>", "<"),
    ("up to [a|an] <cell> of <number>", "<="),
    ("up to <number> <cell>", "<="),
):

    @phrase("from_there", _words)
    def from_there(*parts: Any, sign: str = _sign) -> Predicate | None:
        """From 5 pieces on."""
        size = next((part for part in parts if isinstance(part, Constant)), None)
        of = next((part for part in parts if isinstance(part, Cell)), None)
        return None if size is None or of is None else compare(of, sign, size)


for _words, _sign in (("more|above|higher|over|up", ">="), ("less|below|fewer", "<=")):

    @phrase("rel", f"of <number> <cell> or ({_words})", cost=0.05)
    def so_many_or_more(size: Constant, of: Value, sign: str = _sign) -> Predicate:
        """A cask of 5 litres or more."""
        return compare(of, sign, size)


@phrase("stmt", "<from_there> [,] <stmt>", cost=0.05)
def holds_from_there(told: Predicate, what: Statement) -> Statement | None:
    """From 5 pieces on, the glaze must be filled."""
    is_plain = isinstance(what.rule, BrokenRows) and not what.also
    return narrowed(what, RowSet(where=told)) if is_plain else None
