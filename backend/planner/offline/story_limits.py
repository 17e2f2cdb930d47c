"""What a clause may not hold to be a mere story: it may be lenient, or limit or time a rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.tokens import Token

_GAPS = frozenset({
    "gap", "gaps", "blank", "blanks", "hole", "holes", "exception", "exceptions", "error",
    "errors", "mistake", "mistakes", "deviation", "deviations", "difference", "differences",
    "omission", "omissions", "outlier", "outliers", "slip", "slips", "miss", "misses",
})  # fmt: skip
_SOFT = frozenset({
    "few", "some", "small", "little", "handful", "couple", "occasional", "minor", "slight", "two",
    "three", "one", "single", "drama", "harm", "harmless", "tragedy", "disaster", "problem", "fine",
    "ok", "okay", "tolerable", "acceptable", "worry", "forgivable", "normal",
})  # fmt: skip
_SEASONS = frozenset({
    "spring", "summer", "autumn", "winter", "january", "february", "march", "april", "june",
    "july", "august", "september", "october", "november", "december", "weekends", "sundays",
    "holidays", "christmas", "easter",
})  # fmt: skip
_SPANS = frozenset({"minute", "hour", "day", "week", "fortnight", "month", "quarter", "year"})
_ONE = frozenset({"a", "an", "one", "the"})
_BEHIND_DEEDS = frozenset({"if", "when", "about", "because", "after", "once"})
"""The insurer only pays if: what stands behind what somebody does."""


def is_lenient(words: Sequence[Token]) -> bool:
    """A few gaps are no drama: this may be a tolerance."""
    told = {word.low for word in words}
    return bool(told & _GAPS) and bool(told & _SOFT)


def is_limited(words: Sequence[Token]) -> bool:
    """Only tourists get one, we refund only tourists; tickets are closed within a week."""
    told = [word.low for word in words]
    others = [at for at, word in enumerate(told) if word == "only"]
    if any(at == 0 or not _BEHIND_DEEDS & set(told[at + 2 : at + 3]) for at in others):
        return True
    return any(
        first == "within" and then in _ONE and last.rstrip("s") in _SPANS
        for first, then, last in zip(told, told[1:], told[2:], strict=False)
    )


def is_seasonal(words: Sequence[Token]) -> bool:
    """Twenty hours is the limit in summer."""
    told = [word.low for word in words]
    return any(
        first in ("in", "on", "at", "over") and then in _SEASONS for first, then in pairwise(told)
    )
