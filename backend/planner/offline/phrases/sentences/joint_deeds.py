"""Several deeds that share what is said of their days: opened and closed on weekdays."""

from __future__ import annotations

from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases, Subjects, about_all, not_

phrase = Phrases()


@phrase("rel", "(<and_cells>|<or_cells>) <adj>", cost=0.1)
@phrase("rowvp", "(be|been|_be) (<and_cells>|<or_cells>) <adj>", cost=0.1)
def participles_of(subjects: Subjects, told: Predicate) -> Predicate:
    """Opened and closed on weekdays: either day is a weekday."""
    return about_all(told, subjects)


@phrase("rel", "(not|never) <or_cells> <adj>", cost=0.1)
@phrase("rowvp", "_be (not|never) <or_cells> <adj>", cost=0.1)
def not_participles_of(subjects: Subjects, told: Predicate) -> Predicate:
    """Must not be opened or closed on a weekend: neither day is one."""
    return not_(about_all(told, subjects))
