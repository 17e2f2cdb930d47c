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
