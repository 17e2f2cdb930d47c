"""The states of the chart parser: its phrases as one automaton, made as sentences lead to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from backend.planner.offline.grammar import beginnings
from backend.planner.offline.openings import openings
from backend.planner.offline.spots import Spot
from backend.rules.phrasing import Phrase


class State:
    """Where an edge stands: the spots that may follow by their symbols, and what ends here.

    Patterns with a common beginning share their states, as a deterministic automaton would; a
    state is made when the first sentence comes to it.
    """

    __slots__ = ("endings", "follow", "further")

    def __init__(self, spots: Iterable[Spot]) -> None:
        self.endings = [spot.ending for spot in spots if spot.ending is not None]
        self.follow: dict[str, list[Spot]] = defaultdict(list)
        self.further: dict[str, State] = {}
        for spot in spots:
            for each in spot.follow:
                self.follow[each.symbol].append(each)


class States:
    """The states of a grammar, as far as sentences have led."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._made: dict[tuple[Spot, ...], State] = {}
        self._first: dict[str, State] = {}
        self._beginning: dict[str, list[Phrase]] = defaultdict(list)
        self._heads: dict[str, dict[str, None]] = defaultdict(dict)
        self._over: dict[str, dict[str, None]] = {}
        for phrase in phrases:
            symbols = openings(phrase)
            if symbols is None:
                symbols = tuple({spot.symbol: None for spot in beginnings(phrase)})
            for symbol in symbols:
                self._beginning[symbol].append(phrase)
                self._heads[symbol][phrase.head] = None

    def first(self, symbol: str) -> State | None:
        """The state after a first symbol; None where nothing begins with it."""
        state = self._first.get(symbol)
        if state is None and symbol in self._beginning:
            state = self._first[symbol] = self._state(self._spots(symbol))
        return state

    def after(self, state: State, symbol: str) -> State:
        """The state after one more symbol, which is one that may follow."""
        further = state.further.get(symbol)
        if further is None:
            further = state.further[symbol] = self._state(state.follow[symbol])
        return further

    def that_may_begin(self, symbols: Iterable[str]) -> dict[str, None]:
        """These symbols, and every head that may begin with one of them (its left corners)."""
        found: dict[str, None] = {}
        for symbol in symbols:
            found |= self._heads_over(symbol)
        return found

    def _heads_over(self, symbol: str) -> dict[str, None]:
        """A symbol, and every head that may begin with it."""
        if symbol not in self._over:
            found = {symbol: None}
            ahead = [symbol]
            while ahead:
                for head in self._heads.get(ahead.pop(), ()):
                    if head not in found:
                        found[head] = None
                        ahead.append(head)
            self._over[symbol] = found
        return self._over[symbol]

    def _spots(self, symbol: str) -> Iterator[Spot]:
        for phrase in self._beginning[symbol]:
            yield from (spot for spot in beginnings(phrase) if spot.symbol == symbol)

    def _state(self, spots: Iterable[Spot]) -> State:
        key = tuple(spots)
        if key not in self._made:
            self._made[key] = State(key)
        return self._made[key]
