"""Phrases for rules within some rows: within age group 30-49, among the white wines, counting only these."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.conditions import in_value
from backend.planner.offline.phrases.sentences.rules import narrowed
from backend.rules.language.terms import Aggregate, Cell, Constant, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.metric_phrases import measure_where
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.widen(
    "_looking_only_at",
    "only counting | considering just | taking just | taking into account only | looking just at | regarding only | only with",
)
phrase.words("_inside_of", "within | inside | within the | among those in | among those of")


@phrase("stmt", "_inside_of [the] <column> (<text>|<bare>|<number>) [,|:] <stmt>", cost=0.1)
@phrase("stmt", "(in|for|among|on) [the] <column> (<text>|<bare>) [,|:] <stmt>", cost=0.3)
def within_value(of: Cell, wanted: Constant, statement: Statement) -> Statement | None:
    """Within age group 30-49 the most frequent answer must be C."""
    return in_value(statement, compare(of, "==", wanted))


@phrase("metric", "<metric> (among|within) [all|the] <rows>", cost=0.16)
def metric_among(metric: Value, rows: RowSet) -> Value | None:
    """The highest price among the white wines."""
    where: Predicate | None = rows.where
    is_own = all(
        not part.keys and not part.by for part in walk(metric) if isinstance(part, Aggregate)
    )
    return None if where is None or rows.each or not is_own else measure_where(metric, where)


@phrase("stmt", "<stmt> , (looking|counting|taking|considering) (only|just) [at] <rows>", cost=0.1)
def counting_only(statement: Statement, *rows: Any) -> Statement | None:
    """…, counting only paid orders."""
    found = rows[0]
    return None if found.where is None or found.each else narrowed(statement, found)
