"""Words of stories that lose their own sense beside others."""

from __future__ import annotations

from backend.planner.offline.stories.words import EVERYBODY, SINGULARS


def idioms(lows: list[str]) -> set[str]:
    """Each other; what can happen; its rounds; for free: words that lose their own sense."""
    return {
        then
        for first, then, last in zip(["", *lows], lows, [*lows[1:], ""], strict=False)
        if (first, then) == ("each", "other")
        or (then == "can" and last in ("happen", "occur"))
        or (then == "only" and last == "ever")
        or (then in ("round", "rounds", "case") and first in SINGULARS | {"its", "their"})
        or (then == "once" and first in EVERYBODY)
        or (then == "free" and first == "for")
        or (then in ("stand", "stands") and last in ("in", "on", "at", "near", "by"))
        or (then == "own" and first in ("our", "their", "its"))
        or (then == "same" and last in ("day", "time", "house", "building"))
        or (then == "most" and _is_at_most(lows))
    }


def _is_at_most(lows: list[str]) -> bool:
    told = " ".join(lows)
    return told.count("at most") + told.count("at the most") == lows.count("most")
