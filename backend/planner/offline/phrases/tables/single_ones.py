"""Phrases for what rows have: a boss, no order since a day, line numbers that start at 1."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import SINCE
from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.tables.happened import is_moment_told
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Exists,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.metric_groups import Keys, per_group
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

_NUMBERED = frozenset({
    "no", "nr", "num", "number", "seq", "sequence", "index", "position", "pos", "line", "step", "order", "rank", "page",
    "version", "revision", "level", "place", "lap", "stop", "round", "part", "chapter", "counter",
})  # fmt: skip
"""What counts rows on: where an amount starts, its first row or its lowest one may be meant."""


# Who has a boss ---------------------------------------------------------------------------------


@phrase("feature", "(a|an|some|exactly one|one) <superior>", cost=0.1)
def has_superior(key: Any) -> Predicate | None:
    """Has a boss: the key that leads to one is filled."""
    return not_(Missing(of=key)) if isinstance(key, Cell) else None


# No rows since then -----------------------------------------------------------------------------


@phrase("feature", "(no|not a single|not one) <noun> <adj>", cost=0.2)
@phrase("rel", "without [a|an|any|a single] <noun> <adj>", cost=0.2)
def none_then(rows: RowSet, told: Predicate) -> Predicate | None:
    """No order since 2004: by the one date that orders have."""
    if not rows.table or rows.where is not None or rows.each or not is_moment_told(told):
        return None
    when = about(told, Cell(table="", column=SINCE))
    return not_(Exists(table=rows.table, keys=OWN_KEY, where=when))


# Where the numbers of a group start -------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> <end_owner> [_must] (start|starts|begin|begins) (at|with|from) <number>",
    cost=0.1,
)
def group_starts_at(of: Value, keys: Keys, first: Constant) -> Statement | None:
    """The line number of each order starts at 1: the lowest one is 1."""
    if not isinstance(of, Cell) or of in keys or not _NUMBERED & {*stems_of(of.column)}:
        return None
    return per_group(
        keys, compare(Aggregate(measure=Measure.MINIMUM, table="", of=of), "==", first)
    )
