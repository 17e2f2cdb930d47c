"""Phrases for the measure that each group has: stated, asked, denied, or told as an alarm.

An alarm is about some group: "when the average of any category …". What is told of every group is
stated alone, as it is not plain what an alarm about every group would mean.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.claims import is_wish
from backend.planner.offline.phrases.measures.group_claims import (
    Many,
    has_metric,
    many,
    none_has,
    none_with,
    of_groups,
    so_many_in_each,
)
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words("_in_no", "in no | for no | within no | at no | on no | per no")


@phrase(
    "stmt",
    "_in_no <keys> (is|are) there <many>",
    "_in_no <keys> (may|must|should|can) there be <many>",
    cost=0.1,
)
def in_none_many(by: Keys, told: Many) -> Statement | None:
    """In no class are there more than 30 pupils."""
    return none_with(by, told)


@phrase("stmt", "_in_no <keys> (is|are) <metric> <adj>", cost=0.1)
@phrase("stmt", "_in_no <keys> (does|do|may|must|should|can) <metric> <verb>", cost=0.1)
@phrase("stmt", "_in_no <keys> (may|must|should|can) <metric> be <adj>", cost=0.1)
def in_none(by: Keys, metric: Value, told: Predicate) -> Statement | None:
    """In no category may the average rate exceed 200."""
    claim = has_metric(metric, told)
    return None if claim is None else none_has(by, claim)


phrase.words("_cap", "limit | maximum | upper limit | cap | ceiling | maximum number | most")


@phrase("stmt", "<number> <rows> <by_group> ((is|are) the _cap|at most|max|maximum)", cost=0.3)
@phrase("stmt", "[the] _cap [is|:|are|of] <number> <rows> <by_group>", cost=0.1)
def limit_of_each(total: Constant, rows: RowSet, by: Keys) -> Statement | None:
    """20 orders per customer is the limit."""
    told = many(compare(IT, "<=", total), rows)
    return None if told is None else so_many_in_each(told, by)


@phrase(
    "stmt",
    "<count_bound> <rows> (by|from|of|per|for|in|at|with|under) (one|any one|a single|the same|any|a) <keys> _is_too_much",
    cost=0.1,
)
def too_many_of_one(bound: Predicate, rows: RowSet, by: Keys) -> Statement | None:
    """More than 20 orders by one customer ID is too many."""
    told = many(bound, rows)
    return None if told is None else none_with(by, told)


phrase.words(
    "_is_too_much",
    "(is|are|would be|must be|count as) (too many|too much|too few|too little|_wrong|suspicious|an alarm)",
)


@phrase("stmt", "<many> (come|comes|stem|stems|are) from <each_group>", cost=0.15)
def from_each(told: Many, by: Keys) -> Statement | None:
    """At least three marks come from every teacher ID."""
    return so_many_in_each(told, by)


@phrase("some_group", "per <keys>")
@phrase(
    "some_group", "(in|for|within|of|at|on|inside|among) (any|a|an|any one|some|a single) <keys>"
)
def some_group(by: Keys) -> Keys:
    """Of any category."""
    return by


@phrase("claim", "<metric> <some_group> <vp>", "<some_group> [,] <metric> <vp>", cost=0.05)
@phrase("each_claim", "<metric> (of|in|on|at|for) <each_group> <vp>", cost=0.05)
@phrase("each_claim", "<metric> <by_group> <vp>", "<by_group> [,] <metric> <vp>", cost=0.05)
def measured_in_each(*parts: Any) -> Statement | None:
    """The average rate per category stays below 200."""
    by = next(part for part in parts if isinstance(part, tuple))
    metric, told = (part for part in parts if not isinstance(part, tuple))
    claim = has_metric(metric, told)
    return None if claim is None else of_groups(by, claim)


@phrase("claim", "<some_group> [,] <claim>", "<claim> <some_group>", cost=0.06)
@phrase(
    "each_claim",
    "<by_group> [,] <claim>",
    "<claim> (for|within|in|inside|across|per) (each|every|any one|one) <keys>",
    cost=0.06,
)
def claimed_in_each(*parts: Any) -> Statement | None:
    """Per order, the quantities together come to no more than 50."""
    by = next(part for part in parts if isinstance(part, tuple))
    return of_groups(by, next(part for part in parts if isinstance(part, Statement)))


@phrase("stmt", "<each_claim>", cost=0.12)
def stated_of_each(told: Statement) -> Statement:
    """The average rate of each category stays below 200."""
    return told


@phrase("stmt", "(does|do|did|will) <each_claim> [?]", cost=0.1)
@phrase("stmt", "(check|make sure|ensure|verify|confirm) [that|whether|if] <each_claim>", cost=0.1)
def asked_of_each(told: Statement) -> Statement | None:
    """Does the total of every order stay at 50 or below?"""
    return told if is_wish(told) else None


@phrase("stmt", "<metric> <by_group> [:|,|-] <limit>", "<metric> <by_group> : <adj>", cost=0.1)
@phrase("stmt", "<by_group> [:|,] <metric> <limit>", cost=0.1)
def limit_in_each(*parts: Any) -> Statement | None:
    """Average rate by category: 200 at most; "200" alone would be no limit."""
    by = next(part for part in parts if isinstance(part, tuple))
    metric, told = (part for part in parts if not isinstance(part, tuple))
    if isinstance(told, Compare) and told.sign == "==":
        return None
    claim = has_metric(metric, told)
    return None if claim is None else of_groups(by, claim)


@phrase(
    "stmt", "_summed <by_group> [,] <sum> <duty>", "_summed <by_group> [,] <sum> <vp>", cost=0.1
)
def summed_in_each(by: Keys, of: Value, told: Predicate) -> Statement | None:
    """Added up per country, the net amount must reach 100."""
    if not isinstance(of, Cell):
        return None
    claim = has_metric(Aggregate(measure=Measure.SUM, of=of, table=""), told)
    return None if claim is None else of_groups(by, claim)


phrase.words(
    "_summed",
    "added up | summed up | summed | totalled | added together | taken together | put together",
)
