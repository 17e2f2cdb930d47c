"""Formulas and days written without blanks: ``km_end-km_start``, ``1-pct/100``, Mon-Fri."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import WEEKDAYS

_PIECES = re.compile(r"[-/]|[^-/]+")


def taken_apart(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, a word such as ``a-b/100`` as its headers, numbers and signs.

    Only where every piece is a header, a weekday or a number (beside a number, a word of a header
    will do), at least one is no number, and the whole is no header and no known value.
    """
    names = {named.column.name.lower() for named in lexicon.columns} | {*WEEKDAYS}
    found: list[Token] = []
    for token in tokens:
        found += _pieces(token, names, lexicon) or [token]
    return found


def _pieces(token: Token, names: set[str], lexicon: Lexicon) -> list[Token]:
    is_joined = token.shape == Shape.WORD and ("-" in token.low or "/" in token.low)
    if not is_joined or token.low in names or token.low in lexicon.values:
        return []
    made = list(_cut(token))
    operands = [piece for piece in made if piece.shape != Shape.SIGN]
    words = [piece.low for piece in operands if piece.shape == Shape.WORD]
    told = {*names, *lexicon.header_words} if len(words) < len(operands) else names
    return made if words and told.issuperset(words) else []


def _cut(token: Token) -> Iterator[Token]:
    """The pieces with their places; text of a contraction has other places, and stays whole."""
    if token.end - token.start != len(token.text):
        yield token
        return
    for found in _PIECES.finditer(token.text):
        text, start = found[0], token.start + found.start()
        is_number = text.replace(".", "", 1).isdigit()
        shape = Shape.SIGN if text in "-/" else Shape.NUMBER if is_number else Shape.WORD
        yield Token(text, text.lower(), shape, start, start + len(text))
