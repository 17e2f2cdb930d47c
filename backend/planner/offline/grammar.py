"""Patterns as automata: each written word a spot, with the spots that may follow it."""

from __future__ import annotations

from functools import cache, partial

from backend.contracts.errors import PlanError
from backend.planner.offline.lexemes import lexemes_of, symbol_of
from backend.planner.offline.moods import MODALS, with_facts
from backend.planner.offline.places import first_places, next_places
from backend.planner.offline.spots import Ending, Spot
from backend.rules.phrasing import Phrase

_AS_FACT = 0.3
"""What it costs to take a fact for a duty."""


@cache
def beginnings(phrase: Phrase) -> list[Spot]:
    """The spots with which a phrase begins; duties are also told as facts.

    Raises:
        PlanError: the pattern's brackets do not match.
    """
    pattern = _Pattern(phrase)
    places, _, end = first_places(pattern.lexemes, 0)
    if end < len(pattern.lexemes) or not pattern.is_whole():
        raise PlanError(f"Phrase {phrase.pattern!r}: brackets do not match.", code="bad-phrase")
    firsts = pattern.spots(places)
    if phrase.head != "stmt" or MODALS.isdisjoint(map(symbol_of, pattern.lexemes)):
        return firsts
    return with_facts(firsts, pattern.ending._replace(cost=phrase.cost + _AS_FACT))


class _Pattern:
    """The lexemes of a phrase, and the spots of those that a sentence came by."""

    def __init__(self, phrase: Phrase) -> None:
        self.lexemes = lexemes_of(phrase.pattern)
        self.ending = Ending(phrase.head, phrase.build, phrase.cost)
        self._made: dict[int, Spot] = {}

    def is_whole(self) -> bool:
        """Whether there are as many brackets that close as that open."""
        return all(self.lexemes.count(a) == self.lexemes.count(b) for a, b in ("()", "[]"))

    def spots(self, places: list[int]) -> list[Spot]:
        """The spots of these places, each of which there is once."""
        return [self._spot(place) for place in places]

    def _spot(self, place: int) -> Spot:
        if place not in self._made:
            behind, may_end = next_places(self.lexemes, place)
            ending = self.ending if may_end else None
            symbol = symbol_of(self.lexemes[place])
            self._made[place] = Spot(symbol, ending, partial(self.spots, behind))
        return self._made[place]
