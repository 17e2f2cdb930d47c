"""Phrases that speak of several columns at once: A or B or both, A, like B, …, and both must be …"""

from __future__ import annotations

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Exists,
    Lookup,
    Predicate,
    Previous,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement, Subjects, about, all_of

phrase = Phrases()

_ELSEWHERE = (Aggregate, Exists, Lookup, Previous)
"""What is read from other rows: its columns are not those of the row."""

phrase.words("_or_both", "or both | or both of them | or all of them | or all | or even both")
phrase.words(
    "_just_like", "like | just like | as well as | along with | as also | and also | and likewise"
)
phrase.words(
    "_both_of_them",
    "both | both of them | both of these | both columns | both values | each of them | each of the two "
    "| both of the two",
)


@phrase("subjects", "[either] <or_cells> [,] _or_both [,]", r"[either] <or_cells> \( _or_both \)")
def or_both(found: Subjects) -> Subjects:
    """A or B, or both, must be filled: at least one."""
    return found


@phrase("all_subjects", "<cell> , _just_like <cell> ,", cost=0.05)
def like_another(*found: Value) -> Subjects | None:
    """A, like B, must be filled."""
    return Subjects(items=found) if len({*found}) == len(found) else None


@phrase("hint", "<hint> _and_stop _both_of_them <duty> [.]", cost=0.05)
@phrase("hint", "<hint> _stop [and] _both_of_them <duty> [.]", cost=0.05)
def both_of_them(told: Statement, duty: Predicate) -> Statement | None:
    """A must be at most B, and both must be positive: of a rule about two columns of each row."""
    found = told.rule
    if not isinstance(found, BrokenRows) or told.also or found.where is not None:
        return None
    cells = list(dict.fromkeys(part for part in walk(found.must) if isinstance(part, Cell)))
    if len(cells) != 2 or any(isinstance(part, _ELSEWHERE) for part in walk(found.must)):
        return None
    must = all_of(found.must, *(about(duty, cell) for cell in cells))
    return told.model_copy(update={"rule": found.model_copy(update={"must": must})})
