"""The registers of phrases, and the grammar that they make together."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from backend.planner import offline
from backend.planner.offline.grammar import literal_words
from backend.rules.catalog import kinds
from backend.rules.phrasing import Phrase, Phrases


def registers() -> dict[str, Phrases]:
    """The registers of phrases: those of the phrase files, then those of the rule kinds."""
    names = (info.name for info in pkgutil.iter_modules(offline.__path__))
    shared = sorted(name for name in names if name.startswith("phrases_"))
    found = {name: import_module(f"{offline.__name__}.{name}").phrase for name in shared}
    of_kinds = {name: kind.phrases for name, kind in kinds().items() if kind.phrases is not None}
    return found | of_kinds


@cache
def grammar() -> tuple[Phrase, ...]:
    """Every phrase: the shared ones and those of the rule kinds."""
    return tuple(phrase for register in registers().values() for phrase in register.items)


@cache
def grammar_words() -> frozenset[str]:
    """Every word that the grammar itself knows."""
    return frozenset(literal_words(grammar()))
