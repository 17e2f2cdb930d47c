"""Words that headers shorten: quant for quantity, stn for station."""

from __future__ import annotations

from backend.planner.offline.neutral_nouns import shortens
from backend.planner.offline.well_known_short import is_meant


def abbreviates(word: str, header: str) -> bool:
    """Whether a header's word is a word of the sentence, or its beginning, or its bones."""
    known = is_meant(header, word)
    starts = word.startswith(header) or shortens(header, word) if known is None else known
    return word == header or (3 <= len(header) < len(word) and starts)
