"""Spots: the places of a pattern, each with what may follow and what ends there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from backend.rules.phrasing import Builder


class Ending(NamedTuple):
    """A whole pattern: the head that it makes, of the parts' meanings, at this cost."""

    head: str
    build: Builder
    cost: float


class Spot:
    """One word or symbol of a pattern; what follows is made when it is asked for.

    A symbol that begins with ``=`` is a word of the sentence, one with ``_`` a part without a
    meaning; others are heads or lexical, and the builder gets their meanings.
    """

    __slots__ = ("_follow", "_following", "ending", "symbol")

    def __init__(
        self, symbol: str, ending: Ending | None, following: Callable[[], list[Spot]]
    ) -> None:
        """Nothing that follows is made yet."""
        self.symbol = symbol
        self.ending = ending
        self._following = following
        self._follow: list[Spot] | None = None

    @property
    def follow(self) -> list[Spot]:
        """What may stand behind it."""
        if self._follow is None:
            self._follow = self._following()
        return self._follow


def reachable(firsts: list[Spot]) -> Iterator[Spot]:
    """Every spot that a way through the pattern comes by, once."""
    seen: set[Spot] = set()
    ahead = firsts[::-1]
    while ahead:
        spot = ahead.pop()
        if spot not in seen:
            seen.add(spot)
            ahead += spot.follow
            yield spot
