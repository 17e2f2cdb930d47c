"""Spots: the places of a pattern, each with what may follow and what ends there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backend.rules.phrasing import Builder


class Ending(NamedTuple):
    """A whole pattern: the head that it makes, of the parts' meanings, at this cost."""

    head: str
    build: Builder
    cost: float


class Spot:
    """One word or symbol of a pattern.

    A symbol that begins with ``=`` is a word of the sentence, one with ``_`` a part without a
    meaning; others are heads or lexical, and the builder gets their meanings.
    """

    __slots__ = ("ending", "follow", "symbol")

    def __init__(
        self, symbol: str, follow: list[Spot] | None = None, ending: Ending | None = None
    ) -> None:
        """Nothing follows yet unless it is given."""
        self.symbol = symbol
        self.follow = [] if follow is None else follow
        self.ending = ending


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
