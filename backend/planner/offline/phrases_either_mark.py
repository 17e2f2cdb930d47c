"""Phrases for one of some marks within a form: CC or FD followed by four digits."""

from __future__ import annotations

from backend.rules.phrasing import Phrases

phrase = Phrases()

Piece = tuple[str, str]


# What is shared is what follows: nobody says of a code that it is CC alone, or FD and four digits.
@phrase(
    "piece",
    "[either] <piece> or <piece>",
    "[either] <piece> , <piece> or <piece>",
    "[either] <piece> , <piece> , <piece> or <piece>",
    cost=-0.4,
)
def one_of_marks(*found: Piece) -> Piece | None:
    """One of two to four marks or texts, none of which is a class of characters."""
    texts = [regex for regex, kind in found if kind == "mark" and "|" not in regex]
    return (f"({'|'.join(texts)})", "mark") if len(texts) == len(found) else None
