"""Phrases that ask which value has the most rows, and tell which it must be."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.metric_duties import most_common
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words("_it_or_that", "it | this | that | the answer")


@phrase(
    "stmt",
    "which <cell> (has|have|had|gets|got|shows) [the] most <rows> ? _it_or_that <duty>",
    "which <cell> [values] (is|are) (in|on) [the] most <rows> ? _it_or_that <duty>",
    cost=0.05,
)
def which_has_most(of: Value, *parts: Any) -> Statement | None:
    """Which city has the most shops? It should be Graz."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    duty: Predicate = parts[-1]
    if any(each.where is not None for each in rows) or not isinstance(of, Cell):
        return None
    return most_common(of, duty)
