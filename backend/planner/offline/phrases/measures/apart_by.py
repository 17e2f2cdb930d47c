"""Phrases for how far two dates are apart, told after them: it must follow B by at least a day."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import IT, Phrases, all_of, compare

phrase = Phrases()

Bound = tuple[str, Span]
_FLIPPED = {">=": "<=", ">": "<", "<=": ">=", "<": ">", "==": "=="}


@phrase("by_so_long", "by <span_bound>")
def by_bound(bound: Bound) -> Bound:
    """By at least a day."""
    return bound


@phrase("by_so_long", "by <least_span>")
def by_least(told: tuple[int, Span]) -> Bound:
    """By a day or more."""
    return (">=" if told[0] > 0 else "<="), told[1]


@phrase("by_so_long", "by [just] <span>", cost=0.05)
def by_just(span: Span) -> Bound:
    """By two days."""
    return "==", span


def _apart(of: Cell, bound: Bound, direction: int) -> Predicate | None:
    """So far after or before; "by at most" is still after, or before."""
    edge = shifted(of, bound[1], direction)
    if edge is None:
        return None
    told = compare(IT, bound[0] if direction > 0 else _FLIPPED[bound[0]], edge)
    if bound[0] in (">=", ">", "=="):
        return told
    return all_of(compare(IT, ">" if direction > 0 else "<", of), told)


for _heads, _verbs, _direction in (
    ("after|later than", "follow|follows", 1),
    ("before|earlier than|prior to|ahead of", "precede|precedes", -1),
):

    @phrase("adj", f"({_heads}) <cell> <by_so_long>", cost=0.02)
    @phrase("verb", f"({_verbs}) <cell> <by_so_long>", cost=0.02)
    @phrase(
        "verb",
        f"(come|comes|lie|lies|fall|falls|happen|happens|be|is) ({_heads}) <cell> <by_so_long>",
        cost=0.03,
    )
    def apart_by(of: Cell, bound: Bound, direction: int = _direction) -> Predicate | None:
        """Follow the start by at least a day."""
        return _apart(of, bound, direction)
