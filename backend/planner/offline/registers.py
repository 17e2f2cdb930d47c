"""The registers of phrases, and the grammar that they make together."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from backend.planner.offline import phrases
from backend.planner.offline.openings import literal_words
from backend.rules.catalog import kinds
from backend.rules.phrasing import Phrase, Phrases


def registers() -> dict[str, Phrases]:
    """The registers of phrases: those of the phrase files, then those of the rule kinds."""
    package = f"{phrases.__name__}."
    infos = pkgutil.walk_packages(phrases.__path__, package)
    names = sorted((info.name for info in infos if not info.ispkg), key=_own_name)
    found = {_own_name(name): import_module(name).phrase for name in names}
    of_kinds = {name: kind.phrases for name, kind in kinds().items() if kind.phrases is not None}
    return found | of_kinds


def _own_name(module: str) -> str:
    return module.rpartition(".")[2]


@cache
def grammar() -> tuple[Phrase, ...]:
    """Every phrase: the shared ones and those of the rule kinds."""
    return tuple(phrase for register in registers().values() for phrase in register.items)


@cache
def grammar_words() -> frozenset[str]:
    """Every word that the grammar itself knows."""
    return frozenset(literal_words(grammar()))
