"""Phrases for what rows are worth one by one and come to: the lines, each price * quantity, add up to 50."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.children_measured import measured
from backend.rules.language.terms import Measure, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about

phrase = Phrases()

phrase.words(
    "_each_worth", "each | each of them | each worth | each being | each counted as | worth"
)
phrase.words(
    "_come_together_to",
    "[together|in total|altogether] (add up to|sum to|sum up to|come to|amount to|total|make) [a total of|a sum of]",
)


@phrase(
    "stmt",
    "<rows> (of|in|on) <table> [,] _each_worth <formula> [,] _must _come_together_to <adj>",
    r"<rows> (of|in|on) <table> \( [_each_worth] <formula> \) _must _come_together_to <adj>",
    cost=0.05,
)
def lines_come_to(rows: RowSet, owner: str, of: Value, bound: Predicate) -> Statement | None:
    """The lines of an order, each price * quantity, must add up to at least 50."""
    if rows.each or rows.table in ("", owner):
        return None
    total = measured(Measure.SUM, of, rows)
    return None if total is None else rule(about(bound, total), owner)
