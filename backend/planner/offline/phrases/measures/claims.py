"""Phrases for what is claimed of a measure, in every frame: stated, asked, or told as an alarm.

A claim is a statement about measures. Each wording of one is a ``claim``; the frames say whether
it must be so, or must not.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Compare,
    Constant,
    Measure,
    Not,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import aggregates_in, is_open, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.words(
    "_sounded",
    "(alert|warn|tell|notify|inform|ping|call) [me|us|somebody|someone] | let (me|us) know | "
    "(raise|sound|trigger|give|send|ring) (an|the|a|us an|me an) (alarm|alert|warning|error|flag|bell) | "
    "complain | alarm | alert | warning | shout | fail | fail [the] check | flag it | report it | "
    "say so | speak up | (this|it) is an error | it is _wrong | it must not happen that | "
    "it must never happen that | (i|we) (want|need|wish|would like) to (know|hear|be told|be warned|be alerted)",
)
phrase.words(
    "_would_be_wrong",
    "(that|this|it) (is|would be|must be) (wrong|an error|a mistake|bad|too many|too few|too much|too "
    "little|not allowed|not ok|not right|a problem|an alarm) | (that|this|it) (must|should|may) not (be|happen)",
)
phrase.widen("_le", "under or equal to | below or equal to | no bigger than | no heavier than")
phrase.words(
    "_would_be_right",
    "(it|they|this|that) (must|should) | (it|they|this|that) (must|should) be | that is what we want",
)


def is_bound(told: Predicate) -> bool:
    """Whether a predicate only says how large its subject is."""
    if isinstance(told, All | Any):
        return all(is_bound(part) for part in told.parts)
    return is_bound(told.part) if isinstance(told, Not) else isinstance(told, Compare)


def claim(metric: Value, told: Predicate) -> Statement | None:
    """A measure that is so large."""
    is_whole = not is_open(metric) and is_bound(told)
    return statement(about(told, metric)) if is_whole else None


def denied(told: Statement) -> Statement | None:
    """The same measures must be otherwise."""
    rule = told.rule
    if not isinstance(rule, FailingMetrics):
        return None
    return told.model_copy(update={"rule": rule.model_copy(update={"must": not_(rule.must)})})


def is_wish(told: Statement) -> bool:
    """Whether bounds are told as norms are: "at most 5"; "above 5" may be asked as a fault."""
    return isinstance(told.rule, FailingMetrics) and _is_norm(told.rule.must)


def _is_norm(told: Predicate) -> bool:
    if isinstance(told, All):
        return all(_is_norm(part) for part in told.parts)
    return isinstance(told, Compare) and told.sign in ("<=", ">=")


# Claims ---------------------------------------------------------------------------------------


@phrase("claim", "<metric> <vp>")
def measured(metric: Value, told: Predicate) -> Statement | None:
    """The average price stays below 10."""
    return claim(metric, told)


for _words, _measure in (
    ("average|averages|average out at|averages out at|averages out to|are on average|is on average", Measure.MEAN),
    ("add up to|adds up to|sum up to|sums up to|sum to|sums to|total|totals|come together to|add to", Measure.SUM),
    ("_in_all come to|_in_all comes to|_in_all make|_in_all makes|_in_all make up|_in_all reach|"
     "_in_all amount to|_in_all are|_in_all is|come _in_all to|comes _in_all to|amount _in_all to", Measure.SUM),
):  # fmt: skip

    @phrase("claim", f"[all] <sum> ({_words}) <adj>", cost=0.05)
    def of_values(of: Value, told: Predicate, kind: Measure = _measure) -> Statement | None:
        """The line totals add up to more than 100; of one value by itself there is no sum."""
        if isinstance(of, Constant):
            return None
        return claim(Aggregate(measure=kind, of=of, table=""), told)

    @phrase("claim", f"<sum> (of|in|over|across) [all] <rows> ({_words}) <adj>", cost=0.05)
    def of_values_of(
        of: Value, rows: RowSet, told: Predicate, kind: Measure = _measure
    ) -> Statement | None:
        """The line totals of paid orders add up to more than 100."""
        if isinstance(of, Constant) or rows.each:
            return None
        return claim(Aggregate(measure=kind, of=of, table=rows.table, where=rows.where), told)


phrase.words(
    "_taken_over_all",
    "[taken|measured|counted|averaged|calculated|computed|seen|summed|added up] (over|across|for|among) all | "
    "(taken|measured|counted|averaged|summed|added up) (over|across|for|among|of) | of all",
)


@phrase("claim", "_taken_over_all <rows> [taken together|together] , <claim>", cost=0.05)
def over_all(rows: RowSet, told: Statement) -> Statement | None:
    """Taken over all pupils, the share averages 0.85 or more."""
    metrics = list(aggregates_in(told.rule.must)) if isinstance(told.rule, FailingMetrics) else []
    tables = {part.table for part in metrics} - {"", rows.table}
    is_plain = rows.where is None and not rows.each and not tables
    return told if metrics and is_plain else None


# Frames ---------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "[all] <sum> [(of|over|across) all <rows>] (may|can|must|should) (total|add up to|sum to|sum up to|come to|amount to) <adj>",
    cost=0.1,
)
def must_total(of: Value, *told: object) -> Statement | None:
    """The deposits of all rentals may total at most 1000."""
    rows = next((part for part in told if isinstance(part, RowSet)), RowSet())
    bound = told[-1]
    if isinstance(of, Constant) or rows.each or not isinstance(bound, Compare):
        return None
    return claim(Aggregate(measure=Measure.SUM, of=of, table=rows.table, where=rows.where), bound)


@phrase("stmt", "(we|i) _stock <count_bound> (different|distinct|unique) <cell> [values]", cost=0.1)
def we_have_different(bound: Predicate, of: Value) -> Statement | None:
    """We carry at least 10 different brands."""
    return claim(Aggregate(measure=Measure.DISTINCT, of=of, table=""), bound)


phrase.words(
    "_stock",
    "carry | sell | sell in | stock | offer | have | keep | work with | run | own | list | serve | want | need",
)


@phrase("stmt", "<claim>", cost=0.12)
def stated(told: Statement) -> Statement:
    """The average price stays below 10."""
    return told


@phrase("stmt", "(does|do|did|will) <claim> [?]", cost=0.1)
@phrase("stmt", "(check|make sure|ensure|verify|confirm) [that|whether|if] <claim>", cost=0.1)
def asked(told: Statement) -> Statement | None:
    """Does the share stay at or below 25%?"""
    return told if is_wish(told) else None


@phrase("stmt", "(does|do|did|will) <claim> ? _would_be_right", cost=0.02)
def asked_and_wanted(told: Statement) -> Statement:
    """Does the share stay below 25%? It must."""
    return told


@phrase(
    "stmt",
    "_sounded _once <claim>",
    "_once <claim> [,] [then] _sounded",
    "(does|do|did|will) <claim> ? _would_be_wrong",
    cost=0.02,
)
def alarmed(told: Statement) -> Statement | None:
    """Alert us when the average falls below 10."""
    return denied(told)


@phrase("metric", "<metric> (in|of|over|across) [whole|entire|complete] (table|file|data|list)")
def in_the_table(metric: Value) -> Value:
    """The largest price in the table."""
    return metric


phrase("measure", "(grand|overall) total", "overall sum")(lambda: Measure.SUM)
phrase("measure", "overall (average|mean)", "mean value")(lambda: Measure.MEAN)
phrase("measure", "(top|peak|dearest)")(lambda: Measure.MAXIMUM)


@phrase("metric", "(distinct|different|unique) <cell> [values]", cost=0.3)
def different(of: Value) -> Value:
    """Different categories: how many there are."""
    return Aggregate(measure=Measure.DISTINCT, of=of, table="")


@phrase("adj", "at <or_more>", "at (either|between) <or_more>", cost=0.05)
def at_so_much(told: Predicate) -> Predicate:
    """(Stays) at 50 or below."""
    return told


@phrase(
    "verb", "(reach|reaches|attain|attains|come up to|comes up to) [at least] <amount>", cost=0.05
)
def reaches(least: Value) -> Predicate:
    """Reach 100."""
    return compare(IT, ">=", least)


# Rows that must not be so ------------------------------------------------------------------------


@phrase("stmt", "_sounded _once (any|a|an|one|some) <rows> <rowvp>", cost=0.05)
@phrase("stmt", "_once (any|a|an|one|some) <rows> <rowvp> [,] [then] _sounded", cost=0.05)
@phrase("stmt", "(_flag|_sounded) which <rows> <rowvp>", cost=0.02)
def row_alarm(rows: RowSet, told: Predicate) -> Statement | None:
    """Warn me when any rental lasts more than 3 days."""
    return None if rows.each else rule(not_(told), rows.table, rows.where)
