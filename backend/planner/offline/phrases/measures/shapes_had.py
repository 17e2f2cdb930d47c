"""Phrases for the shape that a column has: a skewness above 1, an excess kurtosis below 3."""

from __future__ import annotations

from backend.rules.distribution_phrases import shaped
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

for _measure, _words in (("skewness", "skewness|skew"), ("kurtosis", "kurtosis|excess kurtosis")):

    @phrase("stmt", f"<cell> (has|_must have|_must show|shows) [a|an] ({_words}) <adj>", cost=0.02)
    @phrase("stmt", f"(does|do) <cell> have [a|an] ({_words}) <adj> [?]", cost=0.02)
    def has_shape(of: Value, told: Predicate, measure: str = _measure) -> Statement | None:
        """Waiting must have a skewness above 1."""
        return shaped(("shape", measure, of), told) if isinstance(of, Cell) else None
