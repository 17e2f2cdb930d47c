"""Phrases for bounds on several measures of a column, told in one breath.

A price must average between 10 and 20 and have a maximum of no more than 40; tell me if its mean is
outside 10 to 20 or its maximum is above 40; both must hold: …
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Term,
    Value,
)
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.walk import rewrite
from backend.rules.metric_phrases import aggregates_in, is_open, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    not_,
)

phrase = Phrases()


def _open(kind: Measure | float, told: Predicate) -> Predicate | None:
    """A measure of a column named before; "maximum 10" may bound each value instead."""
    is_value = isinstance(told, Compare) and told.sign == "==" and isinstance(told.right, Constant)
    is_end = kind in (Measure.MINIMUM, Measure.MAXIMUM)
    if (is_value and is_end) or not (is_value or is_bound(told)):
        return None
    part = kind if isinstance(kind, float) else None
    measure = Measure.QUANTILE if isinstance(kind, float) else kind
    return about(told, Aggregate(measure=measure, of=IT, table="", quantile=part))


# What a column has ------------------------------------------------------------------------------


@phrase("has_measure", "[a|an|its|their] (<measure>|<quantile_named>) [value] [of] <adj>")
@phrase("has_measure", "[a|an|its|their] (<measure>|<quantile_named>) [value] (that|which) <vp>")
@phrase("has_measure", "[a|an|its|their] <measure> [value] , <adj> ,", cost=0.05)
def has_measure(kind: Measure | float, told: Predicate) -> Predicate | None:
    """A maximum of no more than 40."""
    return _open(kind, told)


phrase.words("_averages", "average | averages | average out at | averages out at")
phrase.words("_totals", "total | totals | add up to | adds up to | sum up to | sums up to")


@phrase("measured_so", "(have|has) <has_measure>")
@phrase("measured_so", "(have|has) <measured_list>")
def measured_so(told: Predicate) -> Predicate:
    """Has a maximum of no more than 40."""
    return told


@phrase("measured_so", "_averages <adj>")
def averages(told: Predicate) -> Predicate | None:
    """Averages between 10 and 20."""
    return _open(Measure.MEAN, told)


@phrase("measured_so", "_totals <adj>")
def totals(told: Predicate) -> Predicate | None:
    """Totals at most 500."""
    return _open(Measure.SUM, told)


@phrase("measured_list", "<has_measure> [,] (and|as well as) <has_measure>")
@phrase("measured_list", "<has_measure> , <measured_list>")
@phrase("measured_both", "<measured_so> [,] and [must|should|also] <measured_so>")
@phrase("measured_both", "<measured_so> , <measured_both>", "<measured_so> [,] and <has_measure>")
def both_so(one: Predicate, other: Predicate) -> Predicate:
    """Average between 10 and 20 and have a maximum of 40 or less."""
    return all_of(one, other)


phrase("measured_both", "(have|has) <measured_list>")(lambda told: told)


@phrase("stmt", "<cell> [_must] <measured_both>", cost=0.05)
@phrase("claim", "<cell> <measured_both>", cost=0.05)
def column_measured(of: Value, told: Predicate) -> Statement | None:
    """The price must average between 10 and 20 and have a maximum of 40 or less."""
    return statement(about(told, of)) if isinstance(of, Cell) else None


@phrase("claim", "<cell> (do|does|did) not <measured_so>", cost=0.05)
def column_not_measured(of: Value, told: Predicate) -> Statement | None:
    """The price does not average 10 to 20."""
    return statement(not_(about(told, of))) if isinstance(of, Cell) else None


# Two claims -------------------------------------------------------------------------------------

phrase.words("_its", "its | their | the | that")


@phrase("open_claim", "[_its] (<measure>|<quantile_named>) [one|value|of them|of it] <vp>")
def open_claim(kind: Measure | float, told: Predicate) -> Predicate | None:
    """Its maximum exceeds 40."""
    return _open(kind, told)


@phrase("open_claim", "(it|they) (have|has) <has_measure>", "(it|they) <measured_so>")
def open_claim_of_it(told: Predicate) -> Predicate:
    """It has a maximum above 40."""
    return told


def _measures(told: Statement) -> list[Aggregate]:
    rule = told.rule
    is_plain = isinstance(rule, FailingMetrics) and not rule.groups and rule.where is None
    return list(aggregates_in(rule.must)) if is_plain and isinstance(rule, FailingMetrics) else []


def _must(told: Statement) -> Predicate:
    assert isinstance(told.rule, FailingMetrics)
    return told.rule.must


def _of_same(told: Statement, more: Predicate) -> Statement | None:
    """A claim on the one column that another claim measures."""
    found = _measures(told)
    if not found or len({(part.of, part.table, part.where) for part in found}) > 1:
        return None
    first = found[0]
    if not isinstance(first.of, Cell) or first.by or first.keys:
        return None

    def named(part: Term) -> Term | None:
        if not isinstance(part, Aggregate) or part.of != IT:
            return None
        return part.model_copy(update={"of": first.of, "table": first.table, "where": first.where})

    return statement(rewrite(more, named), table=told.rule.table)


def _joined(one: Statement, other: Statement, *, is_any: bool) -> Statement | None:
    if not _measures(one) or not _measures(other):
        return None
    tables = {part.table for part in (*_measures(one), *_measures(other))}
    named = (tables | {one.rule.table, other.rule.table}) - {""}
    if len(named) > 1 or is_open(_must(one)) or is_open(_must(other)):
        return None
    join = any_of if is_any else all_of
    return statement(join(_must(one), _must(other)), table="".join(named))


def _denied(told: Predicate) -> Predicate:
    """None of several parts, each denied by itself."""
    if isinstance(told, AnyOf):
        return all_of(*(_denied(part) for part in told.parts))
    return not_(told)


phrase.words("_or_once", "or | or when | or if | or once | or whenever | or where | or that")
phrase.words("_and_that", "and that | and so that | and also that")


@phrase("either_claim", "<claim> [,] _or_once <claim>")
def either_claim(one: Statement, other: Statement) -> Statement | None:
    """The mean is below 10 or the maximum is above 40."""
    return _joined(one, other, is_any=True)


@phrase("either_claim", "<claim> [,] _or_once <open_claim>", cost=0.05)
def either_of_same(one: Statement, more: Predicate) -> Statement | None:
    """The price does not average 10 to 20 or its maximum exceeds 40."""
    other = _of_same(one, more)
    return None if other is None else _joined(one, other, is_any=True)


@phrase(
    "stmt", "_sounded _once <either_claim>", "_once <either_claim> [,] [then] _sounded", cost=0.02
)
@phrase("stmt", "_neither_claim <either_claim>", cost=0.02)
def neither(told: Statement) -> Statement | None:
    """Tell me if the mean is outside 10 to 20 or the maximum is above 40."""
    return statement(_denied(_must(told)), table=told.rule.table)


phrase.words("_neither_claim", "it must not be (that|so that) | it must never be that")
phrase.words(
    "_none_of_this",
    "(none|neither|nothing) of (this|these|that|them|it|the two) (may|must|should|can|is allowed to) "
    "(happen|occur|be so|be the case|be true) | neither (may|must|should|can) (happen|be the case|occur) | "
    "neither is (allowed|acceptable) | none of (this|these|them) is (allowed|acceptable)",
)


@phrase("asked_measure", "[is|are] <metric> <adj>", "(does|do) <metric> <verb>")
def asked_measure(metric: Value, told: Predicate) -> Statement | None:
    """Is the average price below 10."""
    return statement(about(told, metric)) if not is_open(metric) and is_bound(told) else None


@phrase("asked_other", "[is|are] [_its] <measure> (one|value) <adj>")
@phrase("asked_other", "(does|do) [_its] <measure> (one|value) <verb>")
@phrase(
    "asked_other", "[is|are] [_its] <measure> <adj>", "(does|do) [_its] <measure> <verb>", cost=0.4
)
def asked_other(kind: Measure, told: Predicate) -> Predicate | None:
    """Is the highest one greater than 40."""
    return _open(kind, told)


@phrase("stmt", "<asked_measure> [,] or <asked_measure> ? _none_of_this", cost=0.02)
@phrase("stmt", "<asked_measure> [,] or <asked_other> ? _none_of_this", cost=0.02)
def asked_neither(one: Statement, more: Any) -> Statement | None:
    """Is the average below 10, or is the highest one above 40? None of this may happen."""
    other = more if isinstance(more, Statement) else _of_same(one, more)
    both = None if other is None else _joined(one, other, is_any=True)
    return None if both is None else neither(both)


# Two duties -------------------------------------------------------------------------------------


@phrase("stmt", "<metric> <duty> [,] and [its|the|their] <measure> [value] <adj>", cost=0.05)
@phrase("stmt", "<metric> <vp> [,] and [its|the|their] <measure> [value] <adj>", cost=0.15)
def duty_and_measure(metric: Value, duty: Predicate, kind: Measure, told: Predicate) -> Any:
    """The average must be between 10 and 20 and the maximum at or below 40."""
    other = _open(kind, told)
    if other is None or is_open(metric) or not is_bound(duty):
        return None
    one = statement(about(duty, metric))
    more = _of_same(one, other)
    return None if more is None else _joined(one, more, is_any=False)


@phrase(
    "stmt",
    "<metric> <duty> [,] (while|whereas|but|and) [its|the|their] <measure> [value] <duty>",
    cost=0.06,
)
def duty_while_duty(metric: Value, duty: Predicate, kind: Measure, told: Predicate) -> Any:
    """The mean must lie between 10 and 20, while the maximum must stay below 40."""
    return duty_and_measure(metric, duty, kind, told)


@phrase("claims", "<claim> [,] and <claim>", "<claim> [,] _and_that <claim>")
def claims(one: Statement, other: Statement) -> Statement | None:
    """The mean is at least 10, and the highest price is at most 40."""
    return _joined(one, other, is_any=False)


phrase("stmt", "<claims>", cost=0.15)(lambda told: told)
phrase.words(
    "_besides",
    "in addition | additionally | also | furthermore | moreover | besides | at the same time | as well | likewise",
)


@phrase(
    "stmt", "<stmt> (.|;|, and|and) _besides [,] <stmt>", "<stmt> [,] _and_that <stmt>", cost=0.05
)
def and_besides(one: Statement, other: Statement) -> Statement | None:
    """The mean must not be below 10. In addition, the maximum must not be above 40."""
    if one.remarks or other.remarks or one.also or other.also:
        return None
    return _joined(one, other, is_any=False)


phrase.words(
    "_both_hold",
    "(both|these two|two things|the following|all of these|all of this|both of these|both conditions|these conditions) "
    "(must|should|have to|need to) (hold|be true|be fulfilled|be met|apply)",
)


@phrase("stmt", "_both_hold [(for|in|of) (<rows>|<table>)] (:|-|–|,|.) <stmt>", cost=0.02)
@phrase("stmt", "_both_hold [(for|in|of) (<rows>|<table>)] (:|-|–|,|.) <claims>", cost=0.02)
def both_hold(*parts: Any) -> Statement | None:
    """Both must hold for the prices table: …, and …"""
    told: Statement = parts[-1]
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    table = next((part for part in parts if isinstance(part, str)), rows.table)
    must = told.rule.must if isinstance(told.rule, FailingMetrics) else None
    is_plain = isinstance(must, All) and rows.where is None and not rows.each
    tables = {part.table for part in _measures(told)} - {"", table}
    return told if is_plain and not tables and _measures(told) else None
