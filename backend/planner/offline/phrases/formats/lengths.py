"""Phrases for lengths that are one of several: 8 or 11 characters."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import LENGTH
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Phrases, one_of

phrase = Phrases()


@phrase("adj", "[either|exactly] <number> or <number> _chars [long|in length]")
@phrase(
    "verb", "(have|has|contain|contains) [either|exactly] <number> or <number> (characters|chars)"
)
@phrase("verb", "(have|has) (length of|a length of) [either] <number> or <number> [characters]")
def either_length(*counts: Constant) -> Predicate:
    """8 or 11 characters: not 9."""
    return one_of(LENGTH, counts)


@phrase("adj", "[either] <number> , <number> or <number> _chars [long|in length]")
@phrase("verb", "(have|has|contain|contains) <number> , <number> or <number> (characters|chars)")
def one_of_three_lengths(*counts: Constant) -> Predicate:
    """8, 12 or 13 characters."""
    return one_of(LENGTH, counts)
