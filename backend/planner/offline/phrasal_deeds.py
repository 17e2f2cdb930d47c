"""Dates named by a verb of two words: picked up, of ``pickup_datetime``, or checked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import DATE_WORDS, root, stem
from backend.rules.language.terms import Cell

_PARTICLES = frozenset({"up", "off", "in", "out", "on", "over", "back", "down", "away", "through"})
_IRREGULAR = {
    "taken": "take", "took": "take", "paid": "pay", "written": "write", "wrote": "write",
    "sent": "send", "brought": "bring", "given": "give", "gave": "give", "shut": "shut",
    "sold": "sell", "built": "build", "broken": "break", "laid": "lay",
}  # fmt: skip
_COST = 0.5


def phrasal_deed_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one date whose header is the verb with its particle, in one word or in two."""
    if at + 1 >= len(tokens) or tokens[at + 1].low not in _PARTICLES:
        return
    word = tokens[at].low
    if word not in _IRREGULAR and not word.endswith(("ed", "set", "put", "cut")):
        return
    particle = tokens[at + 1].low
    told = {f"{base}{particle}" for base in (_IRREGULAR.get(word, word), stem(root(word)))}
    found = {
        named.column.name
        for named in lexicon.columns
        if named.is_date and told & _called(named.stems)
    }
    if len(found) == 1:
        column = found.pop()
        yield Leaf("column", at, at + 2, Cell(table="", column=column), _COST, f"column {column}")


def _called(stems: Sequence[str]) -> set[str]:
    """The words of a header in one, with and without those that every date may have."""
    bare = [word for word in stems if word not in DATE_WORDS]
    return {"".join(words) for words in (stems, stems[:-1], bare)}
