"""A sentence told in other words, as a sentence of its own with places in it."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.check import Check
from backend.planner.offline.tokens import Shape, Token


def spelled(sentence: str, tokens: Sequence[Token]) -> tuple[str, list[Token]]:
    """The tokens written out as a sentence of their own, and where each stands in it."""
    text, placed, last = "", [], -1
    for token in tokens:
        if token.start != last and text:
            text += " "
        is_quoted = token.shape == Shape.QUOTED
        piece = sentence[token.start : token.end] if is_quoted else token.text
        placed.append(token._replace(start=len(text), end=len(text) + len(piece)))
        text, last = text + piece, token.end
    return text, placed


def told_anew(check: Check, tokens: Sequence[Token]) -> tuple[Check, list[Token]]:
    """The check with these tokens as its sentence, and where each stands in it."""
    text, placed = spelled(check.calculation_hint, tokens)
    return check.model_copy(update={"calculation_hint": text}), placed


def with_old_places(
    tokens: Sequence[Token], placed: Sequence[Token], told: Sequence[Token]
) -> list[Token]:
    """Tokens of a sentence told anew, where their words stand in the sentence before.

    ``told`` are the words as they stood there, and ``placed`` where each stands now.
    """
    return [_moved_back(token, placed, told) for token in tokens]


def _moved_back(token: Token, placed: Sequence[Token], told: Sequence[Token]) -> Token:
    new, old = next(
        (pair for pair in zip(placed, told, strict=True) if token.start < pair[0].end),
        (placed[-1], told[-1]),
    )
    if token == new or new.end - new.start != old.end - old.start:
        return token._replace(start=old.start, end=old.end)
    by = old.start - new.start  # a part of a word that was taken apart
    return token._replace(start=token.start + by, end=token.end + by)
