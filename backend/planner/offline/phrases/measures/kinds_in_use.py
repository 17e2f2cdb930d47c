"""Phrases for how many kinds there may be: no more than four different currencies may be in use."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.varieties import may_keep, must_keep, must_not_keep
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_are_about",
    "be in (use|play) | be around | be about | be used | be found | be seen | be on (file|record|offer) | "
    "be (recorded|listed|entered|given|accepted|offered|represented|involved) | come up | turn up | show up",
)
phrase.words("_are_about_now", "are in (use|play) | are around | are on (file|record|offer)")


@phrase("stmt", "<different_cells> (may|can) [only|ever] _are_about", cost=0.06)
def kinds_may_be(told: Predicate) -> Statement | None:
    """No more than four different currencies may be in use."""
    return may_keep(told)


@phrase("stmt", "<different_cells> (must|should|have to|are to|need to) _are_about", cost=0.06)
@phrase("stmt", "<different_cells> _are_about_now", cost=0.06)
def kinds_must_be(told: Predicate) -> Statement:
    """At least four different currencies must be in use."""
    return must_keep(told)


@phrase(
    "stmt",
    "<different_cells> _must_not _are_about",
    "no <different_cells> _may _are_about",
    cost=0.06,
)
def kinds_must_not_be(told: Predicate) -> Statement | None:
    """More than four different currencies must not be in use."""
    return must_not_keep(told)
