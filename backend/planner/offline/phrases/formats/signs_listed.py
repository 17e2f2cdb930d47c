"""Phrases for kinds of signs in a list of three: capitals, digits and hyphens."""

from __future__ import annotations

from backend.rules.phrasing import Phrases

phrase = Phrases()

_CAPITALS = "[A-Z]"


@phrase("kinds", "capitals , <kinds>")
@phrase("kinds", "<kinds> , capitals")
@phrase("kinds", "<kinds> , [and|or] capitals")
@phrase("kinds", "<kinds> , capitals [,] (and|or) <kind>")
def capitals_among(*found: tuple[str, ...]) -> tuple[str, ...] | None:
    """Capitals beside two other kinds; "2 or 4 capitals or digits" leaves open how many of each."""
    others = tuple(each for part in found for each in part)
    return (_CAPITALS, *others) if len(others) > 1 else None
