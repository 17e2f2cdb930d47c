"""How a text is spelled: its characters, its groups, what is left without separators."""

from __future__ import annotations

import string

DIGITS = frozenset(string.digits)
CAPITALS = frozenset(string.ascii_uppercase)
LETTERS = frozenset(string.ascii_letters)
HEX = frozenset(string.hexdigits)


def is_made_of(text: str, chars: frozenset[str] | str) -> bool:
    """Whether a text has characters, and none but these."""
    return bool(text) and set(text) <= set(chars)


def is_digits(text: str, *lengths: int) -> bool:
    """Whether a text is ASCII digits, of one of these lengths if any are given."""
    return is_made_of(text, DIGITS) and (not lengths or len(text) in lengths)


def without(text: str, separators: str) -> str | None:
    """The text without single separators between its characters; None where they stand oddly."""
    parts = [text]
    for separator in separators:
        parts = [piece for part in parts for piece in part.split(separator)]
    return None if "" in parts else "".join(parts)


def in_range(text: str, low: int, high: int) -> bool:
    """Whether ASCII digits make a number from low to high."""
    return is_digits(text) and low <= int(text) <= high


def decimal(text: str) -> float | None:
    """A number in decimal notation, an exponent allowed; None where it is none."""
    if not text or not set(text) <= DIGITS | set("+-.eE") or not set(text) & DIGITS:
        return None
    try:
        return float(text)
    except ValueError:
        return None


def is_whole(text: str) -> str | None:
    """The digits of a whole number as a column of decimals may spell it: 5, 5.0; else None."""
    whole, point, rest = text.partition(".")
    is_plain = not point or (rest and set(rest) == {"0"})
    return whole if is_plain and is_digits(whole) else None
