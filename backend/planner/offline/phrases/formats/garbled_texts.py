"""Phrases for texts that were read in a wrong encoding: no mojibake, no replacement characters."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import How, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, not_

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


@phrase("garble", "_garbled")
def garbled() -> Predicate:
    """Mojibake: the replacement character, or UTF-8 that was read as Latin-1."""
    return _garbled(_SEQUENCES, "� in it, or UTF-8 read as Latin-1 as in Ã©, Â° and â€™")


@phrase("garble", "_stand_ins")
def stand_ins() -> Predicate:
    """The character that stands for what could not be decoded."""
    return _garbled("�", "� in it")


@phrase("verb", "(contain|contains|include|includes|show|shows|have|has) [any|some] <garble>")
def has_garble(told: Predicate) -> Predicate:
    """Contains mojibake."""
    return told


@phrase("adj", "(free of|free from|without) [any] <garble>")
@phrase("verb", "(contain|contains|include|includes|show|shows|have|has) no <garble>")
def has_no_garble(told: Predicate) -> Predicate:
    """Free of mojibake."""
    return not_(told)


@phrase("stmt", "no <garble> in <cell>", "there _must be no <garble> in <cell>")
@phrase("stmt", "(flag|report) [rows with] <garble> in <cell>")
def no_garble_in(told: Predicate, of: Value) -> Statement:
    """There must be no mojibake in title."""
    return rule(about(not_(told), of), subject=of)
