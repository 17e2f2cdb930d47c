"""Phrases for rows by the value that they have in a column: in a band outside A and B, in any but C."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Constant, Missing, Predicate
from backend.rules.phrasing import Phrases, about, not_, one_of

phrase = Phrases()

phrase.words(
    "_kept_so",
    "paid | picked up | stored | kept | billed | booked | taken | returned | shipped | sent | delivered "
    "| bought | sold | made | placed | recorded | held | given | rated | graded | classed | filed | "
    "listed | registered | settled | priced | employed | hired | taught | spoken | built | collected | "
    "charged | invoiced | entered | marked | born | dated | lying | standing | sitting",
)
phrase.words(
    "_by_which", "in | at | on | of | under | from | to | by | into | for | through | via | with"
)


@phrase(
    "rel",
    "[_kept_so] _by_which (a|an|any|some|another|the) <cell> <adj>",
    "_kept_so _by_which <cell> <adj>",
    cost=0.15,
)
def in_such(of: Cell, told: Predicate) -> Predicate | None:
    """In a salary band outside A and B; "without" is told elsewhere."""
    return None if isinstance(told, Missing) else about(told, of)


@phrase(
    "rel",
    "[_kept_so] _by_which (a|an|any|another|some) [other] <cell> (but|than|except) "
    "(<or_list>|<and_list>|<option>)",
    cost=0.1,
)
def in_another(of: Cell, found: Any) -> Predicate:
    """In any currency but EUR."""
    return not_(one_of(of, found if isinstance(found, tuple) else (found,)))


@phrase("rel", "[_kept_so] _by_which <cell> <or_list>", cost=0.1)
@phrase("rowvp", "_be [_kept_so] _by_which <cell> (<or_list>|<option>)", cost=0.1)
def in_one_of(of: Cell, found: Any) -> Predicate:
    """Is in salary band A or B."""
    return one_of(of, found if isinstance(found, tuple) else (found,))


@phrase("rowvp", "_be [_kept_so] _by_which (a|an|any|some|the) <cell> <adj>", cost=0.15)
def is_in_such(of: Cell, told: Predicate) -> Predicate | None:
    """Is in a salary band outside A and B."""
    return in_such(of, told)


@phrase(
    "rowvp",
    "(belong|belongs|fall|falls|go|goes|sit|sits|be|is|are) (to|in|into|under) (one of|either of|any of) <cell> "
    "[:] (<any_list>|<or_list>|<and_list>)",
    cost=0.05,
)
def belongs_to_one(of: Cell, found: tuple[Constant, ...]) -> Predicate:
    """Belongs to one of the categories A, B and C."""
    return one_of(of, found)
