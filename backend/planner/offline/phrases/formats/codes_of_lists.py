"""Phrases for codes that stand in an official list: it holds one of the two-letter state codes."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.form import Listed
from backend.rules.language.formats import FORMATS
from backend.rules.language.terms import How, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_from_the_list",
    "official | known | existing | recognised | recognized | actual | genuine | current",
)


@phrase(
    "verb",
    "(hold|holds|carry|carries|has|have|show|shows) one of _from_the_list <format>",
    "(hold|holds|carry|carries) [_from_the_list] <format>",
    cost=0.02,
)
@phrase("adj", "one of _from_the_list <format>", cost=0.02)
def one_of_list(name: str) -> Predicate | None:
    """Holds one of the official two-letter codes of the 50 US states."""
    return _form(How.FORMAT, name) if isinstance(FORMATS[name].form, Listed) else None
