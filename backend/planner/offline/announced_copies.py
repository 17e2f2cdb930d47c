"""Where a rule on copies begins, behind what says loosely that nothing is done twice."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.stories.clauses import starts
from backend.planner.offline.tokens import Token

TWICE = frozenset({
    "twice", "double", "doubled", "doubly", "duplicate", "duplicates", "repeated", "repeats",
    "doubles", "clashes", "collisions",
})  # fmt: skip
_SEVERAL = frozenset({"two", "second", "another", "several"})


def rule_on_copies(tokens: Sequence[Token]) -> int | None:
    """Where the rule begins before which it is said that something is done twice.

    Sold twice; nobody writes two reviews of the same product.
    """
    at = next((at for at, token in enumerate(tokens) if token.text in (":", ".", "!")), 0)
    lows = [token.low for token in tokens[:at]]
    is_double = bool(TWICE & set(lows)) or any(
        starts(tokens, place, ("more", "than", "once")) for place in range(at)
    )
    is_double = is_double or (bool(_SEVERAL & {*lows}) and "same" in lows)
    return at + 1 if is_double and at + 3 < len(tokens) else None
