"""Phrases for texts of either of two shapes that are shown: written like 555-1234 or like 123-555-1234."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.everyday import shaped_like
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Phrases, any_of

phrase = Phrases()

phrase.words(
    "_put_like",
    "(written|formatted|spelled|shaped|typed|entered|given|noted) [either] (like|as|in the form|in the style of)",
)
phrase.words("_or_like", "[,] or [like|as|in the form]")


@phrase("shown_shape", "<bare>", "<text>")
def shown_shape(shown: Constant) -> Predicate | None:
    """555-1234: a digit for each digit."""
    return shaped_like(shown)


@phrase("shown_shapes", "<shown_shape> _or_like <shown_shape>")
@phrase("shown_shapes", "<shown_shape> , [like] <shown_shape> _or_like <shown_shape>")
def shown_shapes(*found: Predicate) -> Predicate:
    """555-1234 or 123-555-1234."""
    return any_of(*found)


@phrase("adj", "_put_like <shown_shapes>", cost=-0.8)
@phrase("verb", "(look|looks|read|reads) [either] like <shown_shapes>", cost=-0.8)
def of_either_shape(told: Predicate) -> Predicate:
    """Written like 555-1234 or like 123-555-1234."""
    return told
