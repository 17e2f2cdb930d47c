"""The format that a column is named after, where a sentence speaks of its check digit."""

from __future__ import annotations

from backend.planner.offline.context import Misfit
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.language.id_formats import IDENTIFIERS
from backend.rules.language.terms import How, Matches

OWN = "own"
"""Stands for the format until the column is known."""


def own_format(atom: Matches, column: str) -> Matches:
    """The atom with the format of its column's name.

    Raises:
        Misfit: the name is no identifier's.
    """
    if atom.how != How.FORMAT or atom.text != OWN:
        return atom
    words = tuple(word for word in stems_of(column) if word not in ID_WORDS)
    found = [
        title
        for title, form in IDENTIFIERS.items()
        if any(tuple(stems_of(name)) == words for name in form.names)
    ]
    if len(found) != 1:
        raise Misfit(f"it is not clear by which standard {column} has a check digit; name it")
    return atom.model_copy(update={"text": found[0]})
