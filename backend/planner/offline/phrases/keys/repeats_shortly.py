"""Phrases that deny repeats without a verb: barcode without repeats."""

from __future__ import annotations

from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_any_repeats",
    "(repeats|repetitions|duplicates|repeated values|duplicate values|doubles|double entries)",
)


@phrase("stmt", "<cell> (without|with no|free of) [any] _any_repeats", cost=0.1)
@phrase("stmt", "<cell> (:|,|-) (no|without|free of) [any] _any_repeats", cost=0.1)
def never_repeated(of: Value) -> Statement | None:
    """Barcode without repeats."""
    return unique_among(of, RowSet()) if isinstance(of, Cell) else None
