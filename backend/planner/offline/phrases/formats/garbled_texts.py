"""Phrases for texts that were read in a wrong encoding: no mojibake, no replacement characters."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import How, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()
phrase.words(
    "_garbled",
    "mojibake | encoding (errors|error|problems|problem) | (garbled|misread|broken) "
    "(characters|letters|text|texts) | wrongly decoded (characters|text)",
)
phrase.words("_stand_ins", "replacement (characters|character)")

_MISREAD = r"[\x80-\xbfŒœŠšŸŽžƒ€‰™]"
"""What a byte of UTF-8 behind the first becomes in Latin-1 or Windows-1252, signs of prose aside."""
_SEQUENCES = rf"(�|[ÂÃ]{_MISREAD}|â€|ï»¿|ðŸ)"


def _garbled(told: str, says: str) -> Predicate:
    return _form(How.PATTERN, f"(?s:.*){told}(?s:.*)", says=says)


@phrase("inner_text", "_garbled")
def garbled() -> Predicate:
    """Mojibake: the replacement character, or UTF-8 that was read as Latin-1."""
    return _garbled(_SEQUENCES, "� in it, or UTF-8 read as Latin-1 as in Ã©, Â° and â€™")


@phrase("inner_text", "_stand_ins")
def stand_ins() -> Predicate:
    """The character that stands for what could not be decoded."""
    return _garbled("�", "� in it")
