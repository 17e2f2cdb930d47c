"""What an exception that a program raises means to the owner of its check."""

from __future__ import annotations

_TWO_ANSWERS = ("duplicate labels", "uniquely valued Index")
"""What pandas says of a look-up whose key is there twice: ``Series.reindex``, ``Series.map``."""


def meaning_of(error: str) -> str:
    """Fact and cure in the owner's words, or nothing where pandas' own words are all there is."""
    if any(words in error for words in _TWO_ANSWERS):
        return (
            "Two rows of the table that is looked into share a key, so that the look-up has two "
            "answers. Remove the repeated row; a check that the key is unique finds it."
        )
    return ""
