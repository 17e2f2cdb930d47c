"""How many rows there are in one of a thing: at least two rows in an order."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Measure
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_WITHIN = frozenset({"in", "on", "within", "inside", "under", "per"})
_ONE = frozenset({"a", "an", "one", "any", "single"})
_COUNTS = (Measure.COUNT, Measure.DISTINCT)


def refuse_counts_in_one(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a count over a whole table that is told of no single row.

    Raises:
        Misfit: "two rows in an order" as two rows in all.
    """
    if not isinstance(rule, FailingMetrics) or rule.by:
        return
    counted = [part for part in walk(rule) if isinstance(part, Aggregate)]
    if not counted or any(part.keys or part.measure not in _COUNTS for part in counted):
        return
    noun = stems_of(rule.table)[-1:]
    lows = [token.low for token in tokens]
    for place, one, word in zip(lows, lows[1:], lows[2:], strict=False):
        if place in _WITHIN and one in _ONE and (stem(word),) == noun:
            raise Misfit(f"say 'in each {word}' if the rows of each are counted, or 'in the table'")
