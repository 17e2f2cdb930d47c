"""Phrases for a written form whose parts are counted and joined: two letters, a number and two three-letter codes, joined by dashes."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases

phrase = Phrases()
Piece = tuple[str, str]
Pieces = tuple[Piece, ...]
_MOST = 9

phrase.words(
    "_put_side_by_side", "joined by | separated by | connected by | linked by | divided by | with"
)
phrase.words(
    "_codes_of_letters",
    "codes | abbreviations | groups | words | code | abbreviation | group | word",
)
phrase.words(
    "_in_great_letters", "airport | currency | country | state | capital | upper-case | uppercase"
)


def _letters(count: Constant, regex: str) -> Piece | None:
    is_whole = isinstance(count.value, int) and 0 < count.value <= _MOST
    return (f"{regex}{{{count.value}}}", "class") if is_whole else None


def _times(count: Constant, piece: Piece | None) -> Pieces | None:
    is_whole = isinstance(count.value, int) and 1 < count.value <= _MOST
    return (piece,) * int(count.value) if is_whole and piece is not None else None


@phrase("piece_run", "<number> <number> letter _in_great_letters _codes_of_letters")
def great_codes(count: Constant, size: Constant) -> Pieces | None:
    """Two three-letter airport codes."""
    return _times(count, _letters(size, "[A-Z]"))


@phrase("piece_run", "<number> <number> letter _codes_of_letters")
def letter_codes(count: Constant, size: Constant) -> Pieces | None:
    """Two three-letter codes."""
    return _times(count, _letters(size, "[A-Za-z]"))


@phrase("piece_run", "<number> _codes_of_letters of <number> <char_class>")
def groups_of_class(count: Constant, size: Constant, regex: str) -> Pieces | None:
    """Two groups of three digits."""
    return _times(count, _letters(size, regex))


@phrase("one_or_run", "<piece_run>")
@phrase("one_or_run", "<piece>", "<number_piece>", cost=0.02)
def one_or_run(found: Any) -> Pieces | None:
    """A part, or several alike; a mark is no part that marks join."""
    parts: Pieces = found if isinstance(found[0], tuple) else (found,)
    return None if any(part[1] == "mark" for part in parts) else parts


@phrase("runs", "<one_or_run>")
@phrase("runs", "<runs> , <one_or_run>")
def runs(*parts: Pieces) -> Pieces:
    """Two letters, a number."""
    return tuple(piece for part in parts for piece in part)


@phrase(
    "pieces",
    "<runs> [,] and <one_or_run> [,] [all] _put_side_by_side [single|a|one] <piece>",
    "<piece_run> [,] [all] _put_side_by_side [single|a|one] <piece>",
    cost=0.05,
)
def joined_runs(*parts: Any) -> Pieces | None:
    """Two letters, a number and two three-letter codes, joined by dashes."""
    *told, mark = parts
    pieces = runs(*told)
    if mark[1] != "mark" or len(pieces) < 2 or any(sign.isalnum() for sign in str(mark[0])):
        return None
    joined: Pieces = pieces[:1]
    for piece in pieces[1:]:
        joined += (mark, piece)
    return joined
