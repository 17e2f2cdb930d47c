"""Phrases for one of some marks within a form: CC or FD followed by four digits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.rules.phrasing import Phrases

phrase = Phrases()

Piece = tuple[str, str]


@phrase("marks", "<piece>")
@phrase("marks", "<marks> , <piece>")
def marks(*found: Piece | tuple[Piece, ...]) -> tuple[Piece, ...] | None:
    """Marks or texts, none of which is a class of characters."""
    flat: tuple[Piece, ...] = ()
    for part in found:
        flat += (part,) if isinstance(part[0], str) else part
    are_texts = all(kind == "mark" and regex[0] not in "[(" for regex, kind in flat)
    return flat if are_texts else None


# What is shared is what follows: nobody says of a code that it is CC alone, or FD and four digits.
@phrase("piece", "[either] <marks> [,] or <piece>", cost=-0.4)
@phrase("choice", "[either] <marks> [,] or <piece>", cost=-0.4)
def one_of_marks(before: tuple[Piece, ...], last: Piece) -> Piece | None:
    """One of several marks or texts."""
    found = marks(before, last)
    return None if found is None else (one_of_texts([regex for regex, _ in found]), "mark")


def one_of_texts(found: Sequence[str]) -> str:
    """A pattern of one of some escaped texts; of single signs it is a class."""
    signs = [regex.removeprefix("\\") for regex in found]
    if all(len(sign) == 1 for sign in signs):
        return f"[{''.join(map(re.escape, dict.fromkeys(signs)))}]"
    return f"({'|'.join(found)})"
