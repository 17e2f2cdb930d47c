"""Which questions of "is the …" state a norm, whose answer must be yes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Compare, Previous
from backend.rules.language.walk import walk
from backend.rules.rule import Rule
from backend.rules.sequence_gaps import SequenceGaps


def is_norm(rule: Rule) -> bool:
    """Between two bounds, or one measure against another: a lone bound may be asked as a fault."""
    if not isinstance(rule, FailingMetrics):
        return False
    bounds = [part for part in walk(rule) if isinstance(part, Compare) and _measures(part)]
    return len(bounds) == 2 or any(_measures(part) == 2 for part in bounds)


_AS_WANTED = frozenset({
    ("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"),
})  # fmt: skip


MOVES = frozenset({
    "never", "fall", "rise", "increase", "decrease", "drop", "grow", "stay", "remain", "climb",
    "sink", "go",
})  # fmt: skip
_ONE_WAY = frozenset({"never", "stay", "remain"})


def is_norm_of(rule: Rule, asked: Sequence[Token]) -> bool:
    """Whether the answer of a question about measures, or about a sequence, must be yes.

    What falls or stays level, and what never rises, goes one way: nobody asks for that as a fault.
    """
    if isinstance(rule, SequenceGaps):
        return True
    if isinstance(rule, BrokenRows) and not _ONE_WAY.isdisjoint(token.low for token in asked):
        return any(isinstance(part, Previous) for part in walk(rule.must))
    if not isinstance(rule, FailingMetrics):
        return False
    return is_norm(rule) or _asks_for_norm(asked)


def _asks_for_norm(tokens: Sequence[Token]) -> bool:
    """At least 80%, no more than 5: a bound as it is wanted, and no fault that is asked for."""
    lows = [token.low for token in tokens]
    found = [at for at, pair in enumerate(pairwise(lows)) if pair in _AS_WANTED]
    return len(found) == 1 and all(
        lows[at] == "at" or lows[at - 1] in ("no", "not") for at in found
    )


def _measures(part: Compare) -> int:
    return sum(isinstance(side, Aggregate) for side in (part.left, part.right))
