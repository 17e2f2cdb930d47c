"""Phrases for shares in each group, and for what must be so most of the time."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import exists
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Compare, Predicate, Value
from backend.rules.metric_groups import Keys, per_group
from backend.rules.metric_phrases import aggregates_in, share, statement, with_rest_of
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_, number

phrase = Phrases()
phrase.words("_keeps_at", "be | stay | remain | be kept | be held | lie")
_OUTER = {">": "<=", ">=": "<"}


def _of_group(metric: Value, by: Keys, bound: Predicate) -> Statement | None:
    tables = {part.table for part in aggregates_in(metric)} - {""}
    return per_group(by, about(bound, metric), "".join(tables)) if len(tables) <= 1 else None


# A share in each group ------------------------------------------------------------------------

for _by in ("<by_group>", "<by_period>"):

    @phrase(
        "stmt",
        f"<share_metric> {_by} _must _keeps_at <share_bound>",
        f"<share_metric> {_by} [:] <share_bound>",
        f"<share_metric> <share_bound> {_by}",
        f"<share_metric> _must _keeps_at <share_bound> {_by}",
        f"{_by} [,] <share_metric> _must _keeps_at <share_bound>",
        cost=0.05,
    )
    def share_in_group(*parts: Any) -> Statement | None:
        """The share of cancelled orders per month must be at most 5%."""
        by = next(part for part in parts if isinstance(part, tuple))
        metric, bound = (part for part in parts if not isinstance(part, tuple))
        return _of_group(metric, by, bound)

    @phrase(
        "stmt",
        f"<share_metric> {_by} _must_not exceed <percent>",
        f"{_by} [,] <share_metric> _must_not exceed <percent>",
        cost=0.05,
    )
    def share_limit(*parts: Any) -> Statement | None:
        """The share of cancelled orders per month must not exceed 5%."""
        by = next(part for part in parts if isinstance(part, tuple))
        most = next(part for part in parts if isinstance(part, float))
        metric = next(part for part in parts if not isinstance(part, tuple | float))
        return _of_group(metric, by, compare(IT, "<=", number(most)))


@phrase("stmt", "<share_metric> _must _keeps_at <share_bound>", cost=0.02)
@phrase("stmt", "<share_metric> <share_bound>", cost=0.1)
def share_kept(metric: Value, bound: Predicate) -> Statement:
    """The share of open loans must stay below 50%."""
    return statement(about(bound, metric))


for _keys in ("<keys>", "<period_keys>"):

    @phrase(
        "stmt",
        f"no {_keys} _may (have|contain|show|see) <share_bound> <adjective> <noun>",
        cost=0.05,
    )
    def no_group_with(
        by: Keys, bound: Predicate, told: Predicate, rows: RowSet
    ) -> Statement | None:
        """No month may have more than 50% cancelled orders: at most half of all its orders."""
        sign = _OUTER.get(getattr(bound, "sign", ""))
        if sign is None or rows.where is not None or not isinstance(bound, Compare):
            return None
        return _of_group(share(rows, told), by, bound.model_copy(update={"sign": sign}))


# Most of the time -----------------------------------------------------------------------------

phrase.words("_of_time", "of the time | of the times | of time | of all times")


@phrase("stmt", "<share_bound> _of_time [,] <stmt>", cost=0.05)
def most_times(bound: Predicate, statement_: Statement) -> Statement | None:
    """At least 95% of the time, price must be below 30: in so many of the rows."""
    told = statement_.rule
    if not isinstance(told, BrokenRows) or getattr(bound, "sign", "") not in (">", ">="):
        return None
    rows = RowSet(table=told.table, where=told.where)
    return with_rest_of(statement_, statement(about(bound, share(rows, told.must))))


@phrase("stmt", "<stmt> [,] <share_bound> _of_time", cost=0.05)
def times_behind(told: Statement, bound: Predicate) -> Statement | None:
    """price must be below 30 at least 95% of the time; "not … more than" bounds the opposite."""
    return most_times(bound, told) if getattr(bound, "sign", "") == ">=" else None


@phrase("stmt", "<percent> _of_time [,] <stmt>", cost=0.05)
def so_often(part: float, told: Statement) -> Statement | None:
    """95% of the time, price must be filled in: at least so often."""
    return most_times(compare(IT, ">=", number(part)), told)


@phrase("rowvp", "be without [a|an|any] <noun>", cost=0.02)
def be_without(rows: RowSet) -> Predicate | None:
    """Be without an order."""
    return not_(exists(rows)) if rows.table else None
