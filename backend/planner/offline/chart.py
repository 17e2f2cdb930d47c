"""A best-first chart parser (Knuth 1977; Caraballo and Charniak 1998).

Constituents leave the agenda cheapest first, so the first whole reading is the cheapest, and
every rival within a margin of it follows. Equal meanings over equal words are one constituent.
Words may be passed over at a price each, which makes it a search for the least errors (Lyon 1974).
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from math import inf
from typing import NamedTuple

from pydantic import ValidationError

from backend.planner.offline.spots import Ending
from backend.planner.offline.states import State, States
from backend.rules.phrasing import Meaning, Phrase

_WHOLE = "(whole)"
"""A constituent of the goal with what is passed over on both sides of it."""


class Passing(NamedTuple):
    """A stretch of tokens that may be passed over, and what that costs."""

    start: int
    end: int
    cost: float = 0.0


class Leaf(NamedTuple):
    """A lexical reading of the tokens from start to end."""

    symbol: str
    start: int
    end: int
    meaning: Meaning
    cost: float
    part: str = ""
    """What the words became, in words."""


class Node(NamedTuple):
    """A constituent: a leaf, or a pattern with its children."""

    symbol: str
    start: int
    end: int
    meaning: Meaning
    cost: float
    children: tuple[Node, ...] = ()
    part: str = ""

    def walk(self) -> Iterator[Node]:
        """The constituent and everything inside it, outermost first."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead += node.children[::-1]


class _Edge(NamedTuple):
    state: State
    start: int
    end: int
    cost: float
    children: tuple[Node, ...]


class Chart:
    """The constituents of one sentence."""

    def __init__(self, phrases: Iterable[Phrase], *, limit: int = 60_000) -> None:
        self._states = States(phrases)
        self._limit = limit
        self.found: list[Node] = []
        """Every constituent of the last sentence, for telling what was not understood."""
        self.gave_up = False
        """Whether the last sentence had more constituents than are looked at."""

    def readings(
        self,
        leaves: Iterable[Leaf],
        length: int,
        goal: str,
        passing: Sequence[Passing],
        margin: float,
        *,
        limit: int | None = None,
        most: float = inf,
    ) -> Iterator[Node]:
        """Whole readings, cheapest first, up to ``margin`` above the cheapest and to ``most``.

        ``passing`` tells which words may be passed over, as articles are.
        """
        parse = _Parse(self._states, passing, length, goal, list(leaves), most)
        best: float | None = None
        self.gave_up = False
        for _ in range(limit or self._limit):
            node = parse.pop()
            if node is None or (best is not None and node.cost > best + margin):
                break
            if node.symbol == _WHOLE:
                best = node.cost if best is None else best
                yield node.children[0]._replace(cost=node.cost)
        else:
            self.gave_up = True
        self.found = parse.nodes()


class _Parse:
    def __init__(
        self,
        states: States,
        passing: Sequence[Passing],
        length: int,
        goal: str,
        leaves: Sequence[Leaf],
        most: float,
    ) -> None:
        self._states = states
        self._most = most
        self._length = length
        self._goal = goal
        self._reach = _reachable(passing, length)
        self._agenda: list[tuple[float, int, Node]] = []
        self._order = count()
        self._done: dict[tuple[str, int, int, Meaning], Node] = {}
        self._starting: dict[tuple[str, int], list[Node]] = defaultdict(list)
        self._waiting: dict[tuple[str, int], list[_Edge]] = defaultdict(list)
        standing: list[dict[str, None]] = [{} for _ in range(length + 1)]
        for leaf in leaves:
            standing[leaf.start][leaf.symbol] = None
            node = Node(leaf.symbol, leaf.start, leaf.end, leaf.meaning, leaf.cost, (), leaf.part)
            self.push(node)
        self._may_begin = [states.that_may_begin(symbols) for symbols in standing]

    def push(self, node: Node) -> None:
        is_near = node.cost <= self._most
        if is_near and (node.symbol, node.start, node.end, node.meaning) not in self._done:
            heapq.heappush(self._agenda, (node.cost, next(self._order), node))

    def pop(self) -> Node | None:
        """The cheapest constituent that was not there yet, with its consequences drawn."""
        while self._agenda:
            _, _, node = heapq.heappop(self._agenda)
            key = (node.symbol, node.start, node.end, node.meaning)
            if key in self._done:
                continue
            self._done[key] = node
            self._starting[node.symbol, node.start].append(node)
            self._extend(node)
            if node.symbol == self._goal:
                self._finish(node)
            return node
        return None

    def _finish(self, node: Node) -> None:
        """What is passed over before and behind a reading belongs to its cost."""
        before = dict(self._reach[0]).get(node.start, inf)
        cost = node.cost + before + dict(self._reach[node.end]).get(self._length, inf)
        if cost < inf:
            self.push(node._replace(symbol=_WHOLE, cost=cost, children=(node,)))

    def nodes(self) -> list[Node]:
        return list(self._done.values())

    def _extend(self, node: Node) -> None:
        if (first := self._states.first(node.symbol)) is not None:
            self._advance(_Edge(first, node.start, node.end, node.cost, (node,)))
        for edge in list(self._waiting.get((node.symbol, node.start), ())):
            self._take(edge, node)

    def _take(self, edge: _Edge, node: Node) -> None:
        state = self._states.after(edge.state, node.symbol)
        children = (*edge.children, node)
        self._advance(_Edge(state, edge.start, node.end, edge.cost + node.cost, children))

    def _advance(self, edge: _Edge) -> None:
        for ending in edge.state.endings:
            self._complete(edge, ending)
        if not (follow := edge.state.follow):
            return
        for start, cost in self._reach[edge.end]:
            if edge.cost + cost > self._most:
                continue
            here = self._may_begin[start]
            fewer, more = (follow, here) if len(follow) < len(here) else (here, follow)
            there = edge._replace(cost=edge.cost + cost) if cost else edge
            for wanted in fewer:
                if wanted in more:
                    self._waiting[wanted, start].append(there)
                    for node in list(self._starting.get((wanted, start), ())):
                        self._take(there, node)

    def _complete(self, edge: _Edge, ending: Ending) -> None:
        parts = [child.meaning for child in edge.children if child.symbol[0] not in "=_"]
        try:
            meaning = ending.build(*parts)
        except (ValidationError, StopIteration):
            return  # a value where the rule language has a condition, or no part of the sort sought
        if meaning is not None:
            cost = edge.cost + ending.cost
            self.push(Node(ending.head, edge.start, edge.end, meaning, cost, edge.children))


def _reachable(passing: Sequence[Passing], length: int) -> list[list[tuple[int, float]]]:
    """From each position, those that passing over words leads to (itself first), with the cost."""
    further: dict[int, list[Passing]] = defaultdict(list)
    for each in passing:
        further[each.start].append(each)
    reach = []
    for position in range(length + 1):
        costs = {position: 0.0}
        ahead = [position]
        while ahead:
            here = heapq.heappop(ahead)
            for each in further.get(here, ()):
                cost = costs[here] + each.cost
                if each.end not in costs:
                    heapq.heappush(ahead, each.end)
                costs[each.end] = min(cost, costs.get(each.end, cost))
        reach.append(list(costs.items()))
    return reach
