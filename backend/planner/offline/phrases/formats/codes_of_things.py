"""Phrases for how long a code is, with what it is the code of: an eight-digit customer number."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import How, Predicate
from backend.rules.phrasing import Phrases, all_of

phrase = Phrases()

Pieces = tuple[tuple[str, str], ...]


@phrase("adj", "[exactly] <pieces> <code_noun>", "<code_noun> (of|with|having) [exactly] <pieces>")
def code_of_thing(*parts: Pieces | bool) -> Predicate | None:
    """An eight-digit customer number; a customer number of eight digits."""
    pieces = next(part for part in parts if isinstance(part, tuple))
    return described(pieces)


@phrase("adj", "[exactly] <pieces> <format>", cost=0.02)
def bar_code(pieces: Pieces, name: str) -> Predicate | None:
    """A 13-digit bar code: one of them has so many digits."""
    told = described(pieces) if name == "gtin" and len(pieces) == 1 else None
    return None if told is None else all_of(told, _form(How.FORMAT, name))
