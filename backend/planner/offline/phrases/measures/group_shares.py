"""Phrases for how values are distributed within each group: in each store, no product above 40%."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell
from backend.rules.metric_groups import CalendarKey
from backend.rules.odd_distributions import OddDistributions
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
_SHAPES = ("skewness", "kurtosis", "bits", "nats")
"""Measures that name their groups in phrases of their own."""


@phrase("stmt", "<by_group> [,] <stmt>", "<stmt> <by_group>", cost=0.06)
@phrase("stmt", "<by_period> [,] <stmt>", "<stmt> <by_period>", cost=0.06)
def distributed_per_group(*parts: Any) -> Statement | None:
    """Within each store, no product may make up more than 40% of the sales."""
    told = next(part for part in parts if isinstance(part, Statement))
    keys = next(part for part in parts if isinstance(part, tuple))
    rule = told.rule
    if not isinstance(rule, OddDistributions) or rule.groups or rule.measure in _SHAPES:
        return None
    spans = [key for key in keys if isinstance(key, CalendarKey)]
    cells = [key for key in keys if isinstance(key, Cell)]
    names = tuple(cell.column for cell in cells)
    tables = {rule.table, *(cell.table for cell in (*cells, *(span.of for span in spans)))} - {""}
    if len(cells) + len(spans) < len(keys) or rule.column in names or len(tables) > 1:
        return None
    if spans and rule.measure != "each_share":
        return None
    per = tuple(span.period for span in spans)
    fresh = {"by": names, "per": per, "table": "".join(tables)}
    return told.model_copy(update={"rule": rule.model_copy(update=fresh)})
