"""The lexemes of a pattern: its words, symbols and brackets."""

from __future__ import annotations

import re
from functools import cache

_LEXEMES = re.compile(r"\s*(\\[()\[\]|]|[\[\]()|]|<[a-z_]+>|<[>=]?|>=?|[^\s\[\]()|<>\\]+)")
_SPELLED = re.compile(r"<[a-z_]+>|_[a-z_]+")
_BRACKETS = re.compile(r"(?<!\\)[()\[\]]")
MARKS = frozenset("([|])")
"""The lexemes that are no symbols."""


def lexemes_of(pattern: str) -> list[str]:
    """The lexemes in their order; ``one|other word`` outside brackets joins single words."""
    return _LEXEMES.findall(_grouped(pattern))


@cache
def symbol_of(lexeme: str) -> str:
    """``<cell>`` and ``_must`` name a part, ``=word`` a word of the sentence."""
    if _SPELLED.fullmatch(lexeme):
        return lexeme.strip("<>")
    return f"={lexeme.lower().removeprefix(chr(92))}"


def _grouped(pattern: str) -> str:
    """``one|other word`` outside brackets joins single words: ``(one|other) word``."""
    if "|" not in pattern:
        return pattern
    depth, words = 0, []
    for word in pattern.split(" "):
        marks = _BRACKETS.findall(word)
        words.append(f"({word})" if depth == 0 and not marks and "|" in word else word)
        depth += sum(1 if mark in "([" else -1 for mark in marks)
    return " ".join(words)
