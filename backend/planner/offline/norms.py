"""Which questions of "is the …" state a norm, whose answer must be yes."""

from __future__ import annotations

from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Compare
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def is_norm(rule: Rule) -> bool:
    """Between two bounds, or one measure against another: a lone bound may be asked as a fault."""
    if not isinstance(rule, FailingMetrics):
        return False
    bounds = [part for part in walk(rule) if isinstance(part, Compare) and _measures(part)]
    return len(bounds) == 2 or any(_measures(part) == 2 for part in bounds)


def _measures(part: Compare) -> int:
    return sum(isinstance(side, Aggregate) for side in (part.left, part.right))
