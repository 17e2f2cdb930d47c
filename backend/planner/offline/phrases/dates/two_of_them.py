"""Phrases for two of them at a time: two bookings of one room must not overlap; one may touch the other."""

from __future__ import annotations

from backend.rules.overlapping_intervals import no_overlap
from backend.rules.phrasing import Modifier, Phrases, Statement

phrase = Phrases()

phrase.words("_two_of_two", "two | any two | two different | any pair of")


@phrase(
    "stmt",
    "_two_of_two <rows> <same_key> _must_not _overlap",
    "_two_of_two <rows> <same_key> _must_not _overlap <interval>",
    r"_two_of_two <rows> <same_key> _must_not _overlap \( <interval> \)",
    "_two_of_two <rows> <same_key> (never|do not) _overlap",
    "<same_key> [,] _two_of_two <rows> _must_not _overlap",
    "_two_of_two <rows> _must_not _overlap <same_key>",
    "_two_of_two [validity] _periods <same_key> _must_not _overlap",
    "(<rows>|[the] _periods) <same_key> (never|do not|may never|can never) _overlap",
    cost=0.02,
)
def two_apart(*parts: object) -> Statement | None:
    """Two bookings of the same room must not overlap."""
    return no_overlap(*parts)


phrase.words("_may_touch", "may touch | can touch | may meet | may adjoin | may follow directly")


@phrase(
    "remark",
    "(they|two <noun>|two of them|<noun>|two) _may_touch [each other|one another]",
    "touching is (fine|ok|okay|allowed)",
    cost=0.05,
)
def they_may_touch(*_: object) -> Modifier:
    """They may touch: one starts where the other ends."""
    return Modifier(kind="open-ended")


@phrase(
    "stmt",
    "_two_of_two <rows> <same_key> _may_touch [each other] [,] but [they] _must_not _overlap",
    cost=0.02,
)
@phrase(
    "stmt",
    "<same_key> [,] [_two_of_two] <rows> _may_touch [each other] [,] but [they] _must_not _overlap",
    cost=0.02,
)
@phrase(
    "stmt", "<rows> <same_key> _may_touch [each other] [,] but [they] _must_not _overlap", cost=0.02
)
def touch_but_not_overlap(*parts: object) -> Statement | None:
    """Two plans of one tenant may touch, but they must not overlap."""
    found = no_overlap(*parts)
    if found is None:
        return None
    return found.model_copy(update={"remarks": (*found.remarks, they_may_touch())})


@phrase(
    "remark",
    "flag (one|_period|<noun>) _that (begins|starts|began|started) later",
    "flag (one|_period|<noun>) with the later (start|beginning)",
    "only the later (one|_period|<noun>) (is|gets|must be) flagged",
    cost=0.05,
)
def flag_the_later(*_: object) -> Modifier:
    """Flag the one that begins later."""
    return Modifier(kind="flag-later")
