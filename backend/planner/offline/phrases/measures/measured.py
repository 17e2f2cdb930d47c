"""Phrases for measures as owners say them: lists of them, spreads, winners, what is left out."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Constant,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.metric_duties import is_most_common, most_common, of_the_same
from backend.rules.metric_phrases import is_open, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, all_of, not_

phrase = Phrases()

# Several measures of one column ---------------------------------------------------------------


@phrase(
    "measure_told",
    "(<measure>|<quantile_named>) <duty>",
    "(<measure>|<quantile_named>) <adj>",
    "(<measure>|<quantile_named>) _be <adj>",
    cost=0.02,
)
def measure_told(kind: Measure | float, told: Predicate) -> tuple[Measure | float, Predicate]:
    """Standard deviation between 1 and 3: of the column that was named."""
    return (kind, told)


@phrase(
    "stmt",
    "<metric> <duty> (,|;|and|, and|; and) [its|their] <measure_told>",
    "<metric> <adj> (,|;|and|, and|; and) [its|their] <measure_told>",
    "<metric> _be <adj> (,|;|and|, and|; and) [its|their] <measure_told>",
    cost=0.04,
)
def further_measure(
    first: Value, told: Predicate, more: tuple[Measure | float, Predicate]
) -> Statement | None:
    """The maximum is 5; minimum is 1."""
    second = of_the_same(first, more[0])
    if second is None or second == first:
        return None
    return statement(all_of(about(told, first), about(more[1], second)))


# Spreads --------------------------------------------------------------------------------------

phrase.words("_spread", "spread | difference | distance | gap | range")
phrase.words("_top_of", "largest | highest | maximum | max | biggest | greatest | longest | latest")
phrase.words("_bottom_of", "smallest | lowest | minimum | min | least | shortest | earliest")


@phrase(
    "metric",
    "_spread (between|from) _top_of (and|to) _bottom_of <cell> [values]",
    "_spread (between|from) _bottom_of (and|to) _top_of <cell> [values]",
    "_spread between (maximum|largest value|highest value) and (minimum|smallest value|lowest value) of <cell>",
    "(range|spread|value range) of <cell> [values]",
    cost=0.1,
)
def spread(of: Value) -> Value:
    """The spread between the largest and the smallest wait."""
    ends = [Aggregate(measure=kind, of=of, table="") for kind in (Measure.MAXIMUM, Measure.MINIMUM)]
    return Arithmetic(sign="-", left=ends[0], right=ends[1])


# Winners --------------------------------------------------------------------------------------

phrase.words(
    "_won",
    "was picked | is picked | was chosen | is chosen | occurs | occurred | appears | appeared | was "
    "named | is named | was used | is used | was mentioned | was selected | is selected | was ordered | "
    "comes up | came up | is there | won | (was|is) (given|awarded|assigned|recorded|entered|sold|bought|ordered|played)",
)
phrase.words("_most", "most often | most frequently | the most | most | most of the time")


@phrase(
    "stmt",
    "which <cell> _won _most ? [it|that|the winner] <duty>",
    "what is _most_common <cell> [value] ? [it|that] <duty>",
    "which <cell> [value] is _most_common [one|value] ? [it|that] <duty>",
    "<cell> that _won _most <duty>",
    cost=0.02,
)
def winner(of: Value, duty: Predicate) -> Statement:
    """Which flavour was picked most often? It should be A or B."""
    return most_common(of, duty)


@phrase(
    "stmt",
    "<cell> : <option> _be _most_common [value|one|entry]",
    "<cell> : <option> _must be _most_common [value|one|entry]",
    "in <cell> [,] <option> _must be _most_common [value|one|entry]",
    "<option> _be _most_common <cell>",
    "<option> _be _most_common (value|one) (of|in) <cell>",
    cost=0.05,
)
def told_winner(*parts: Any) -> Statement:
    """jury_vote: 1 is the most common value."""
    of = next(part for part in parts if isinstance(part, Cell))
    value = next(part for part in parts if isinstance(part, Constant))
    return is_most_common(value, of)


@phrase(
    "remark_list", "<remark> (,|;|and|, and) <remark>", "<remark_list> (,|;|and|, and) <remark>"
)
def remark_list(*parts: Any) -> tuple[Any, ...]:
    """A tie fails, blanks do not count."""
    return (*parts[0], parts[1]) if isinstance(parts[0], tuple) else parts


@phrase("hint", r"<hint> \( <remark_list> \) [.]", cost=0.05)
def remarked_all(statement: Statement, told: tuple[Any, ...]) -> Statement:
    """(a tie fails, blanks do not count)."""
    return statement.model_copy(update={"remarks": (*statement.remarks, *told)})


@phrase("winner_alone", "there _must be _one_single _most_common <cell> [value]")
@phrase("winner_alone", "<winner_alone> [,] <remark>", r"<winner_alone> \( <remark> \)", cost=0.02)
@phrase("winner_alone", r"<winner_alone> \( <remark_list> \)", cost=0.02)
def winner_alone(*parts: Any) -> tuple[Any, ...]:
    """There must be one single most common vote (a tie is a failure)."""
    before = parts[0] if isinstance(parts[0], tuple) else ("winner", parts[0])
    return before


@phrase(
    "stmt",
    "<winner_alone> [,] and (it|that) [value] _must be <option>",
    "<winner_alone> [,] and (it|that) _be <option>",
    "<winner_alone> : <option>",
    cost=0.02,
)
def alone_and_so(found: tuple[Any, ...], value: Constant) -> Statement | None:
    """… and it has to be 1: with a tie, no value is the most common one."""
    return is_most_common(value, found[1]) if isinstance(found[1], Cell) else None


# Left out of a measure ------------------------------------------------------------------------

phrase.words(
    "_leaving_out",
    "leaving out | ignoring | without | not counting | excluding | disregarding | skipping | leaving "
    "aside | not considering",
)


@phrase(
    "stmt",
    "<metric> , _leaving_out (blanks|blank values|empty values|missing values|empty cells|nulls|blank cells|missing ones|blank ones) , <duty>",
    "<metric> , _leaving_out (blank|empty|missing) <noun> , <duty>",
    r"<metric> \( _leaving_out (blanks|blank values|empty values|missing values|empty cells|nulls) \) <duty>",
    r"<metric> \( _leaving_out (blank|empty|missing) <noun> \) <duty>",
    "<metric> , _leaving_out <noun> without [a|any] <cell> , <duty>",
    cost=0.05,
)
def of_what_is_there(metric: Value, *parts: Any) -> Statement | None:
    """Median wait, leaving out blank days: measures never count what is not there."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    cells = [part for part in parts if isinstance(part, Cell)]
    is_plain = isinstance(metric, Aggregate) and isinstance(metric.of, Cell)
    if is_open(metric) or not is_plain or any(found.where is not None for found in rows):
        return None
    if isinstance(metric, Aggregate) and (
        metric.measure == Measure.COUNT or cells not in ([], [metric.of])
    ):
        return None
    return statement(about(parts[-1], metric))


@phrase(
    "metric",
    "<measure> [of] (filled|non-empty|known|recorded|non-blank|given) <cell> [values]",
    cost=0.1,
)
def of_the_filled(kind: Measure, of: Value) -> Value:
    """The median of the known waits."""
    return Aggregate(measure=kind, of=of, table="", where=not_(Missing(of=of)))


@phrase(
    "stmt",
    "<cell> averages <adj>",
    "<cell> should average <adj>",
    cost=0.1,
)
def averages(of: Value, told: Predicate) -> Statement | None:
    """duration averages between 2 and 5."""
    if not isinstance(of, Cell):
        return None
    return statement(about(told, Aggregate(measure=Measure.MEAN, of=of, table="")))


@phrase("stmt", "<cell> (has|have|must have|should have) <measure> <bounded>", cost=0.05)
def column_has_measure(of: Value, kind: Measure, told: Predicate) -> Statement | None:
    """ret_eur has a standard deviation between 0.8 and 1.2."""
    if not isinstance(of, Cell):
        return None
    return statement(about(told, Aggregate(measure=kind, of=of, table="")))


# Measures of each parent's rows ---------------------------------------------------------------


@phrase(
    "parent_measure", "<measure> of <noun> 's <rows>", "<noun> 's <measure> [of] <rows>", cost=0.05
)
@phrase("parent_measure", "<noun> 's <measure> <rows>", cost=0.1)
def of_owner(*parts: Any) -> tuple[RowSet, Value] | None:
    """The sum of a customer's payments."""
    from backend.planner.offline.phrases.measures.measures import related_amount

    kind = next(part for part in parts if isinstance(part, Measure))
    owner, rows = (part for part in parts if isinstance(part, RowSet))
    value = related_amount(kind, rows)
    is_clear = owner.table and owner.where is None and owner.table != rows.table
    return (owner, value) if is_clear and value is not None else None


@phrase("stmt", "<parent_measure> _be <adj>", "<parent_measure> <sign> <operand>", cost=0.05)
def parent_told(measured: tuple[RowSet, Value], *told: Any) -> Statement:
    """The number of lines per order is between 1 and 18."""
    from backend.planner.offline.phrases.sentences.rules import rule
    from backend.rules.phrasing import compare

    owner, value = measured
    condition = about(told[0], value) if len(told) == 1 else compare(value, *told)
    return rule(condition, owner.table, owner.where)


@phrase(
    "stmt",
    "<count_bound> [of] <noun> _be [in|at|from] <adjective>",
    "<count_bound> [of] <noun> <flag_word>",
    cost=0.05,
)
def so_many_rows_are(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """Exactly one employee is President."""
    from backend.rules.metric_phrases import count

    return None if rows.each else statement(about(bound, count(rows.that(told))))
