"""Words of stories that lose their own sense beside others."""

from __future__ import annotations

from backend.planner.offline.stories.words import EVERYBODY, SINGULARS


def idioms(lows: list[str]) -> set[str]:
    """Each other; what can happen; its rounds; 20 at the most: words that lose their own sense."""
    return {
        then
        for first, then, last in zip(["", *lows], lows, [*lows[1:], ""], strict=False)
        if (first, then) == ("each", "other")
        or (then == "can" and last in ("happen", "occur"))
        or (then in ("round", "rounds", "case") and first in SINGULARS | {"its", "their"})
        or (then == "once" and first in EVERYBODY)
        or (then == "most" and _is_at_most(lows))
    }


def _is_at_most(lows: list[str]) -> bool:
    told = " ".join(lows)
    return told.count("at most") + told.count("at the most") == lows.count("most")
