"""Columns named after a deed, by where it was done: the port of embarkation, in "Embarked"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import deed, root, stem
from backend.rules.language.terms import Cell

_PLACES = frozenset({
    "port", "place", "point", "station", "airport", "town", "city", "country", "harbour",
})  # fmt: skip
_COST = 0.4


def place_of_deed_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one column of texts that is headed by nothing but what was done there."""
    words = [token.low for token in tokens[at : at + 3]]
    if len(words) < 3 or words[0] not in _PLACES or words[1] != "of":
        return
    done = deed(root(stem(words[2]))).removesuffix("at")
    named = [each for each in lexicon.columns if words[0] in each.stems]
    found = [
        each
        for each in lexicon.columns
        if each.column.type == ColumnType.TEXT
        and each.column.name.lower().endswith("ed")
        and each.deeds == (done,)
    ]
    if len(found) == 1 and not named and len(done) > 3:
        cell = Cell(table="", column=found[0].column.name)
        yield Leaf("column", at, at + 3, cell, _COST, f"column {cell.column}")
