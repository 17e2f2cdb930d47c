"""Phrases for questions about a number, with the number that their answer must be."""

from __future__ import annotations

from typing import Any

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
from backend.rules.metric_phrases import count, distinct, is_open, share, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, number

phrase = Phrases()

phrase.words("_answer_is", "it | they | that | this | there | the answer | the number | the result")
phrase.words(
    "_is_allowed",
    "allowed | permitted | tolerated | acceptable | accepted | fine | ok | okay | tolerable",
)
phrase.words("_is_wanted", "expected | required | needed | wanted | right | correct")
phrase.words("_we_want", "we expect | we need | we want | i expect | expect | we require")
phrase.words(
    "_we_allow", "we allow | we tolerate | we accept | we can live with | allow | tolerate"
)

# Answers that are counts ----------------------------------------------------------------------


@phrase(
    "how_many",
    "<count_bound>",
    "<count_bound> _be _is_wanted",
    "_we_want <count_bound>",
    "(_answer_is) _must be <count_bound>",
    "_answer_is _be <count_bound>",
)
def wanted_count(bound: Predicate) -> Predicate:
    """At least 3; we expect between 3 and 6."""
    return bound


@phrase("how_many", "<count_bound> _be _is_allowed", "_we_allow <count_bound>")
@phrase("how_many", "(_answer_is) (may|can) be <count_bound>")
def allowed_count(bound: Predicate) -> Predicate | None:
    """At most one is allowed."""
    return bound if allows(bound) else None


@phrase("how_many", "_answer_is _must be <number>", "_we_want <number>", "<number> _be _is_wanted")
@phrase("how_many", "_answer_is _must be exactly <number>")
def exact_count(total: Constant) -> Predicate:
    """It must be 5."""
    return compare(IT, "==", total)


@phrase("how_many", "_answer_is _must_not be <count_bound>")
def refused_count(bound: Predicate) -> Predicate | None:
    """There must not be more than 2."""
    opposite = {">": "<=", ">=": "<", "<": ">="}.get(getattr(bound, "sign", ""))
    return None if opposite is None else bound.model_copy(update={"sign": opposite})


phrase.words(
    "_none_answer",
    "none | there must be none | there should be none | it must be none | none is allowed | none are "
    "allowed | it should be none | it must be zero | it should be zero | not a single one",
)


@phrase("how_many", "_none_answer")
def no_one() -> Predicate:
    """There must be none."""
    return compare(IT, "==", number(0))


# Questions ------------------------------------------------------------------------------------


@phrase("stmt", "how many <rows> <rowvp> ? <how_many>", cost=0.02)
@phrase("stmt", "how many <rows> _be there <rel> ? <how_many>", cost=0.02)
@phrase("stmt", "how many [of the] <rows> (have|has) <feature> ? <how_many>", cost=0.04)
def asked_rows_so(rows: RowSet, told: Predicate, bound: Predicate) -> Statement | None:
    """How many messages have no body? At most one is allowed."""
    return None if rows.each else statement(about(bound, count(rows.that(told))))


@phrase(
    "stmt",
    "how many <rows> (are there|do we have|exist|are in (table|file|list)) ? <how_many>",
    cost=0.03,
)
def asked_rows(rows: RowSet, bound: Predicate) -> Statement | None:
    """How many open orders are there? At least 5."""
    return None if rows.each else statement(about(bound, count(rows)))


@phrase(
    "stmt",
    "how many (different|distinct|unique) <cell> [values] (are there|do we have|occur|appear|exist) ? <how_many>",
    "how many (different|distinct|unique) (values|entries) does <cell> (have|take|contain) ? <how_many>",
    "how many (different|distinct|unique) (values|entries) are [there] in <cell> ? <how_many>",
    cost=0.02,
)
def asked_distinct(of: Value, bound: Predicate) -> Statement | None:
    """How many different states are there? We expect between 3 and 6."""
    return statement(about(bound, distinct(of))) if isinstance(of, Cell) else None


@phrase("how_much", "_answer_is <duty>", "<limit>", "_answer_is _be <adj>", "_we_want <adj>")
@phrase("how_much", "(anything|everything) <must_not_do>", cost=0.3)
def how_much(told: Predicate) -> Predicate:
    """It must be below 10."""
    return told


@phrase("stmt", "(what|how (high|large|big|great|low|small)) (is|are|was) <metric> ? <how_much>")
def asked_metric(metric: Value, told: Predicate) -> Statement | None:
    """What is the average price? It must be between 10 and 20."""
    return None if is_open(metric) else statement(about(told, metric))


@phrase(
    "stmt",
    "what (share|percentage|proportion|part|fraction|percent) of [all] <rows> <rowvp> ? (<share_bound>|_we_want <share_bound>|<share_bound> _be (expected|required|needed))",
    "what (share|percentage|proportion|part|fraction|percent) of [all] <rows> (have|has) <feature> ? (_answer_is _must be <share_bound>|<share_bound>|_we_want <share_bound>)",
    cost=0.03,
)
def asked_share_so(rows: RowSet, told: Predicate, bound: Predicate) -> Statement | None:
    """What share of people is active? At least 85%."""
    return None if rows.each else statement(about(bound, share(rows, told)))


@phrase(
    "stmt",
    "(<share_bound>|<at_least_share>) [of] [all] <rows> (need|needs|require|requires) <feature>",
    cost=0.05,
)
def share_needs(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """Three quarters of the ballots need a vote."""
    is_absence = getattr(told, "type", "") == "missing"
    return None if rows.each or is_absence else statement(about(bound, share(rows, told)))


@phrase("at_least_share", "<percent>")
def at_least_share(part: float) -> Predicate:
    """So many, at least."""
    return compare(IT, ">=", number(part))


@phrase("metric", "<measure> <noun> <cell>", cost=0.2)
def measure_of_noun(kind: Any, rows: RowSet, of: Value) -> Value | None:
    """The average voucher amount."""
    if rows.where is not None or not isinstance(of, Cell):
        return None
    return Aggregate(measure=kind, of=of, table=rows.table)


# Said short -----------------------------------------------------------------------------------


@phrase("stmt", "<metric> [,|:|-] <limit>", "<metric> : <adj>", cost=0.1)
def metric_limit(metric: Value, told: Predicate) -> Statement | None:
    """Total scrap: at most 12."""
    is_value = isinstance(told, Compare) and told.sign == "=="
    if is_open(metric) or (is_value and _is_end(metric)):
        return None
    return statement(about(told, metric))


def _is_end(metric: Value) -> bool:
    """ "Max price: 500" may be the largest there is, or a limit of each."""
    ends = (Measure.MINIMUM, Measure.MAXIMUM)
    return isinstance(metric, Aggregate) and metric.measure in ends


@phrase("stmt", "<metric> : <number>", cost=0.1)
def metric_is(metric: Value, wanted: Constant) -> Statement | None:
    """Number of rows: 5."""
    is_plain = not (is_open(metric) or _is_end(metric))
    return statement(compare(metric, "==", wanted)) if is_plain else None


@phrase("stmt", "<count_bound> <noun> (have|has|had) <feature>", cost=0.1)
@phrase("stmt", "<count_bound> <noun> <rowvp>", cost=0.15)
def so_many_are(bound: Predicate, rows: RowSet, told: Predicate) -> Statement | None:
    """Exactly one employee has no manager."""
    return None if rows.each else statement(about(bound, count(rows.that(told))))


@phrase(
    "stmt",
    "<cell> (may|can|is allowed to) be <adj> (in|for|on) <count_bound> [of] [all|the] <rows>",
    cost=0.05,
)
def so_in_some(of: Value, told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """A description may be empty in at most two rows."""
    return so_in_many(of, told, bound, rows) if allows(bound) else None


@phrase("stmt", "<cell> _must be <adj> (in|for|on) <count_bound> [of] [all|the] <rows>", cost=0.05)
@phrase("stmt", "<cell> _be <adj> (in|for|on) <count_bound> [of] [all|the] <rows>", cost=0.1)
def so_in_many(of: Value, told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """A description must be filled in at least two rows."""
    return None if rows.each else statement(about(bound, count(rows.that(about(told, of)))))


@phrase(
    "stmt",
    "<count_bound> (distinct|different|unique) <cell> [values] _must (appear|occur|exist|be present|be used|be there) [in (table|file|list|it)]",
    "we (expect|need|want) <count_bound> (distinct|different|unique) <cell> [values]",
    cost=0.05,
)
def so_many_kinds(bound: Predicate, of: Value) -> Statement | None:
    """At least 2 different flavours must appear."""
    return statement(about(bound, distinct(of))) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "<count_bound> (distinct|different|unique) <cell> [values] (may|can) (appear|occur|exist|be present|be used) [in (table|file|list|it)]",
    cost=0.05,
)
def so_many_kinds_may(*parts: Any) -> Statement | None:
    """At most 4 different flavours may appear."""
    bound, of = parts
    is_range = getattr(bound, "type", "") == "all"
    return so_many_kinds(bound, of) if allows(bound) or is_range else None


@phrase(
    "stmt",
    "<cell> [values] _must all be (the same|identical|equal|alike|one and the same)",
    "all [of the] <cell> [values] _must be (the same|identical|equal|alike)",
    "all <cell> [values] (are|must be) (the same|identical|alike)",
    "<cell> [values] (are|is) all (the same|identical|alike)",
    "<cell> _must be (constant|the same (in|on|for) (all|every) _row)",
    "<cell> _must (have|show|hold|contain) (one|a single|just one|only one|exactly one) (distinct|different|unique) value",
    cost=0.05,
)
def constant(of: Value) -> Statement | None:
    """The waves must all be the same."""
    return statement(compare(distinct(of), "<=", number(1))) if isinstance(of, Cell) else None


@phrase(
    "stmt",
    "<cell> [values] _must_not (all be|be all) (the same|identical|equal|alike)",
    "not all <cell> [values] may be (the same|identical|equal|alike)",
    cost=0.05,
)
def not_all_alike(of: Value) -> Statement | None:
    """The waves must not all be the same."""
    return statement(compare(distinct(of), ">", number(1))) if isinstance(of, Cell) else None
