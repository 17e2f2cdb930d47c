"""Phrases for whether a value is there."""

from __future__ import annotations

from backend.rules.language.terms import Missing, Predicate
from backend.rules.phrasing import IT, Phrases, not_

phrase = Phrases()


# Presence -------------------------------------------------------------------------------------


@phrase(
    "adj",
    "(empty|blank|missing|null|absent|unknown|unset|nan|na|none)",
    "left (empty|blank|out|unfilled)",
)
@phrase(
    "adj",
    "(empty|blank) or (null|missing|blank|empty)",
    "(null|missing) or (empty|blank)",
    "not (given|filled|present|set|filled in|provided|known|recorded|available|populated)",
)
def empty() -> Predicate:
    """Nothing is there."""
    return Missing(of=IT)


@phrase("verb", "(have|has|contain|contains) [any] _empties")
def holds_empties() -> Predicate:
    """Empty cells are there."""
    return Missing(of=IT)


@phrase(
    "adj",
    "(filled|present|given|required|mandatory|provided|set|populated|known|recorded|available|compulsory|complete|nonempty|non-empty|non-null|specified|stated)",
)
@phrase("adj", "a (required|mandatory|compulsory) (field|column|value|entry)")
@phrase("verb", "(have|has|contain|contains) no _empties")
@phrase(
    "adj",
    "filled (in|out)",
    "not (empty|blank|missing|null|absent|unknown)",
    "not left (empty|blank|out)",
    "not (null|empty|missing) or (empty|blank|null)",
)
@phrase("verb", "exist|exists", "have|has a value", "contain|contains a value", cost=0.2)
def filled() -> Predicate:
    """Something is there."""
    return not_(Missing(of=IT))
