"""Verbs that speak of a column: what weighs more than 30 kg has a weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.kin_words import is_abbreviated, kin_leaves
from backend.planner.offline.lexicon import Lexicon, says_yes_or_no
from backend.planner.offline.words import deed, root, stem
from backend.rules.language.terms import Cell

_SPOKEN_OF = {
    "weigh": ("weight",), "cost": ("price", "cost"), "last": ("duration",),
    "measure": ("length",), "earn": ("salary", "income"),
}  # fmt: skip


_PARTICLES = frozenset({"up", "in", "out", "off", "on", "down", "over"})
_GOING = frozenset({"go", "goe", "went", "gone", "come", "came"})
_SAME_DEEDS = {
    "leav": "depart", "depart": "leav", "return": "back", "dispatch": "ship", "send": "ship",
    "plac": "order",
}  # fmt: skip
"""Deeds by another verb, for a header that has no word of its own."""
_DEALING = frozenset({
    "ship", "sell", "keep", "stock", "grow", "use", "serve", "offer", "accept", "work", "deal",
    "trade", "operate", "carry", "take", "bake", "brew", "make", "produce", "rent", "deliver",
})  # fmt: skip
"""What a business does with what it has."""
_WITH = frozenset({"with", "in", "to", "from", "by", "for", "at", "on", "out"})
_SENT = "ship"
"""What goes out is sent."""


def acting_leaves(words: Sequence[str], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one column that a verb speaks of; ``words`` are lower case and begin with the verb."""
    yield from kin_leaves(words, at, lexicon)
    yield from _dealing_leaves(words, at)
    verb = words[0].removesuffix("s")
    if not _is_header(verb, lexicon):
        yield from _event(deed(root(words[0])), at, at + 1, lexicon)
    if len(words) > 1 and words[1] in _PARTICLES:
        yield from _event(deed(root(words[0])) + words[1], at, at + 2, lexicon)
        if stem(words[0]) in _GOING and words[1] in ("in", "out"):
            yield from _event(words[1], at, at + 2, lexicon)
        if stem(words[0]) in _GOING and words[1] == "out":
            yield from _event(_SENT, at, at + 2, lexicon)
    for noun in _SPOKEN_OF.get(verb, ()):
        found = {named.column.name for named in lexicon.columns if noun in named.stems}
        own = {named.column.name for named in lexicon.columns if named.stems == (noun,)}
        if len(found) == 1 or len(own) == 1:
            (name,) = own or found
            yield Leaf("acting", at, at + 1, Cell(table="", column=name), 0.2, f"column {name}")
            return


def _is_header(verb: str, lexicon: Lexicon) -> bool:
    """Whether a column that is no day is called by the verb: closes, beside closed_on."""
    return any(
        named.column.name.lower().removesuffix("s") == verb
        and not named.is_date
        and not says_yes_or_no({value.lower() for value in named.column.values})
        for named in lexicon.columns
    )


def _dealing_leaves(words: Sequence[str], at: int) -> Iterator[Leaf]:
    """We ship with …, we only keep …: what is told behind it are all the values there may be."""
    is_only = words[1:2] == ["only"]
    verb = words[2:3] if is_only else words[1:2]
    if words[0] != "we" or not {*verb} & _DEALING:
        return
    end = 3 if is_only or (words[2:3] and words[2] in _WITH) else 2
    yield Leaf("we_only" if is_only else "we_deal", at, at + end, True, 0.1)


def _event(told: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Students graduate, users sign up: the one day that is named by the deed."""
    found = _done_then(told, lexicon) or _done_then(_SAME_DEEDS.get(told, ""), lexicon)
    if len(found) == 1:
        (name,) = found
        yield Leaf("acting", start, end, Cell(table="", column=name), 0.4, f"column {name}")


def _done_then(told: str, lexicon: Lexicon) -> set[str]:
    """The days that are named by a deed."""
    if not told:
        return set()
    return {
        named.column.name
        for named in lexicon.columns
        if named.is_date
        and (is_abbreviated("".join(named.deeds), told) or "".join(named.deeds) == told)
    }
