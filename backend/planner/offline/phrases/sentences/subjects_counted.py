"""Phrases for several columns told with how many they are: all three of a, b and c."""

from __future__ import annotations

from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases, Subjects

phrase = Phrases()


@phrase("all_subjects", "all <number> of <and_cells>", "(all|each) of the <number> <and_cells>")
def all_so_many(count: Constant, found: Subjects) -> Subjects | None:
    """All three of a, b and c."""
    return found if count.value == len(found.items) and found.mode == "all" else None
