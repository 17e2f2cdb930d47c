"""Text of a program, without what plays tricks on a terminal or on a reader."""

from __future__ import annotations

import unicodedata

_UNWANTED = {"Cc", "Cs", "Zl", "Zp"}
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str, *, keep: str = "\n\t") -> str:
    """The text without control characters, lone surrogates and what turns its direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c in keep or not _is_unwanted(c))


def _is_unwanted(character: str) -> bool:
    return character in _DIRECTIONS or unicodedata.category(character) in _UNWANTED
