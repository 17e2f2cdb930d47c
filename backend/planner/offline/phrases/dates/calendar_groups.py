"""Phrases for groups by the calendar: per day, in each month, for every store and week.

What is said of the groups of a column is said of periods in the same words, so that the
statements here are those of the groups, with a period in the place of the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from backend.planner.offline.phrases.tables import owners as phrases_owners
from backend.rules import metric_group_values, metric_groups
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Compare, Constant, Measure, Not, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import CalendarKey, Keys
from backend.rules.metric_phrases import aggregates_in, is_open
from backend.rules.phrasing import (
    IT,
    Builder,
    Phrase,
    Phrases,
    RowSet,
    Statement,
    compare,
    not_,
    number,
)

phrase = Phrases()

# The statements of groups -----------------------------------------------------------------------

_HEADS = {"<by_group>": "<by_period>", "<each_group>": "<each_period>", "<keys>": "<period_keys>"}
_OWNERS = (
    phrases_owners.each_deals, phrases_owners.none_deals, phrases_owners.one_per_group,
    phrases_owners.so_many_per_group,
)  # fmt: skip


def _of_periods(items: Iterable[Phrase]) -> Iterator[Phrase]:
    for item in items:
        pattern = item.pattern
        for head, other in _HEADS.items():
            pattern = pattern.replace(head, other)
        is_stmt = item.head == "stmt" and item.build is not metric_groups.grouped
        if is_stmt and pattern != item.pattern:
            follows = re.search(r"<(duty|operand|adj)>.*<by_period>", pattern)
            build = _no_rate(item.build) if follows else item.build
            yield item._replace(pattern=pattern, build=build)


def _no_rate(build: Builder) -> Builder:
    """At most 50 per hour is how many there are, or a speed: only what is added up is a number."""

    def built(*parts: object) -> object:
        found = build(*parts)
        return found if isinstance(found, Statement) and _is_added_up(found) else None

    return built


_ADDED_UP = (Measure.COUNT, Measure.DISTINCT, Measure.SUM)


def _is_added_up(told: Statement) -> bool:
    rule = told.rule
    if not isinstance(rule, FailingMetrics):
        return False
    return all(part.measure in _ADDED_UP for part in aggregates_in(rule.must))


phrase.items += _of_periods(metric_groups.phrase.items)
phrase.items += _of_periods(metric_group_values.phrase.items)
phrase.items += _of_periods(item for item in phrases_owners.phrase.items if item.build in _OWNERS)


@phrase("stmt", "<by_period> [,] <stmt>", cost=0.06)
def in_each_period(by: Keys, told: Statement) -> Statement | None:
    """In each month, at least half of the loans must be closed."""
    return metric_groups.grouped(by, told) or _also(told, by)


@phrase("stmt", "<stmt> <by_period>", cost=0.06)
def told_of_each_period(told: Statement, by: Keys) -> Statement | None:
    """There must be 5 loans each month; those "closed each month" may be so by another date."""
    if not isinstance(told.rule, FailingMetrics) or not _is_added_up(told):
        return None
    found = aggregates_in(told.rule.must)
    if any(part.where is not None or part.holds is not None for part in found):
        return None
    return in_each_period(by, told)


def _also(told: Statement, by: Keys) -> Statement | None:
    """No customer may have more than 5 orders a day: a rule of groups, within each period."""
    rule, per = told.rule, [key.period for key in by if isinstance(key, CalendarKey)]
    if not isinstance(rule, FailingMetrics) or not rule.by or rule.per or len(per) < len(by):
        return None
    if _is_one_a_day(rule.must, by):
        return None
    return told.model_copy(update={"rule": rule.model_copy(update={"per": tuple(per)})})


def _is_one_a_day(must: Predicate, by: Keys) -> bool:
    """No two on one day: such rows are duplicates, and flagged as rows."""
    if not any(isinstance(key, CalendarKey) and key.unit == "day" for key in by):
        return False
    match must:
        case Not(part=Compare(sign=sign, right=Constant(value=bound))):
            return (sign, bound) in ((">", 1), (">=", 2))
        case Compare(sign="<", right=Constant(value=2)):
            return True
        case _:
            return False


phrase.words(
    "_same_day",
    "each day | every day | on any day | on any given day | daily | in a day | on a day",
)


@phrase("period_rows", "<rows> <by_period>")
def period_rows(rows: RowSet, by: Keys) -> tuple[RowSet, Keys] | None:
    """Paid orders per month."""
    return None if rows.each else (rows, by)


@phrase("limited_rows", "<period_rows>")
@phrase("limited_rows", "<rows> (within|in|on|during) (the same|one and the same) <cal_period>")
def limited_rows(found: Any, *period: CalendarKey) -> tuple[RowSet, Keys] | None:
    """Orders on the same day: there can be too many of them."""
    return period_rows(found, period) if period else found


@phrase("stmt", "<each_group> _must _holds <count_bound> <period_rows>", cost=0.05)
def group_size_per_period(
    keys: Keys, bound: Predicate, found: tuple[RowSet, Keys]
) -> Statement | None:
    """Each customer must have at least one paid order per month."""
    return metric_groups.group_count((*keys, *found[1]), bound, found[0])


@phrase("stmt", "<each_group> (may|can) [only] _holds <count_bound> <limited_rows>", cost=0.05)
def group_may_per_period(
    keys: Keys, bound: Predicate, found: tuple[RowSet, Keys]
) -> Statement | None:
    """Each customer may have at most two cancelled orders per month."""
    return group_size_per_period(keys, bound, found) if allows(bound) else None


@phrase("stmt", "no <keys> _may _holds <count_bound> <limited_rows>", cost=0.05)
@phrase("stmt", "<each_group> _must_not _holds <count_bound> <limited_rows>", cost=0.05)
def no_group_per_period(
    keys: Keys, bound: Predicate, found: tuple[RowSet, Keys]
) -> Statement | None:
    """No customer may have more than two cancelled orders per month."""
    told = metric_groups.no_group((*keys, *found[1]), bound, found[0])
    return None if _is_one_a_day(not_(bound), found[1]) else told


@phrase("stmt", "<period_rows> _must be <count_bound>", "<period_rows> <signed_bound>", cost=0.1)
def rows_per_period(found: tuple[RowSet, Keys], bound: Predicate) -> Statement | None:
    """Orders per month must be at least 3."""
    return metric_groups.group_count(found[1], bound, found[0])


@phrase("signed_bound", "<sign> <number>")
def signed(sign: str, bound: Constant) -> Predicate:
    """>= 3"""
    return compare(IT, sign, bound)


phrase.words("_rows_at_all", "a | an | some | any | one | at least one | at least 1")


@phrase(
    "stmt",
    "there (must|should|has to|have to) be [_rows_at_all] <period_rows>",
    "<by_period> [,] there (must|should|has to|have to) be [_rows_at_all] <rows>",
    "<each_period> _must _holds [_rows_at_all] <rows>",
    "<each_period> (needs|need|requires|require) [_rows_at_all] <rows>",
    "no <period_keys> _may be without [_rows_at_all] <rows>",
    cost=0.05,
)
def rows_in_each_period(*parts: Any) -> Statement | None:
    """There must be an order every day; each month must have orders."""
    flat = [part for each in parts for part in (each if _is_period_rows(each) else (each,))]
    rows = next(part for part in flat if isinstance(part, RowSet))
    by = next(part for part in flat if isinstance(part, tuple))
    return metric_groups.group_count(by, compare(IT, ">=", number(1)), rows)


def _is_period_rows(part: object) -> bool:
    return isinstance(part, tuple) and isinstance(part[0], RowSet)


# Adjectives -------------------------------------------------------------------------------------


@phrase("stmt", "<adverb_period> <metric> <duty>", "<adverb_period> <metric> <adj>", cost=0.05)
def periodic_metric(key: CalendarKey, metric: Value, duty: Predicate) -> Statement | None:
    """The monthly sum of total must be at most 10000."""
    return None if is_open(metric) else metric_group_values.measured((key,), metric, duty)


@phrase("stmt", "<adverb_period> <metric> <sign> <operand>", cost=0.05)
def periodic_metric_sign(
    key: CalendarKey, metric: Value, sign: str, bound: Value
) -> Statement | None:
    """Monthly sum of total <= 10000."""
    return periodic_metric(key, metric, compare(IT, sign, bound))
