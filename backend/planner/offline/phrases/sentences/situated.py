"""Phrases for rows by where they are: offices located in Paris."""

from __future__ import annotations

from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_situated",
    "located | situated | based | placed | standing | to be found | found | registered | residing | resident | living",
)


@phrase("rel", "_situated (in|at) <place>", cost=0.05)
def situated(told: Predicate) -> Predicate:
    """Located in Paris or London."""
    return told
