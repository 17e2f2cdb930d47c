"""Verbs that speak of a column: what weighs more than 30 kg has a weight."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.words import deed, root
from backend.rules.language.terms import Cell

_SPOKEN_OF = {
    "weigh": ("weight",), "cost": ("price", "cost"), "last": ("duration",),
    "measure": ("length",), "earn": ("salary", "income"),
}  # fmt: skip


def acting_leaves(word: str, at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one column that a verb speaks of."""
    verb = word[:-1] if word.endswith("s") else word
    yield from _events(word, at, lexicon)
    for noun in _SPOKEN_OF.get(verb, ()):
        found = {named.column.name for named in lexicon.columns if noun in named.stems}
        if len(found) == 1:
            (name,) = found
            yield Leaf("acting", at, at + 1, Cell(table="", column=name), 0.2, f"column {name}")
            return


def _events(word: str, at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Students graduate: the one day that is named by the deed."""
    told = (deed(root(word)),)
    found = {
        named.column.name for named in lexicon.columns if named.is_date and named.deeds == told
    }
    if len(found) == 1:
        (name,) = found
        yield Leaf("acting", at, at + 1, Cell(table="", column=name), 0.4, f"column {name}")
