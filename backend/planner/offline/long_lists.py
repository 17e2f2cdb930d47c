"""Long lists of values, read as one piece: what a chart does with a list grows with its cube."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Token

_MANY = 6
"""Values with commas between them, from which on they are one piece."""
_VALUES = frozenset({"text", "number", "bare"})


class Run(NamedTuple):
    """Tokens [start, stop) that are values with commas between them."""

    start: int
    stop: int


def find_runs(
    tokens: Sequence[Token], leaves_at: Callable[[int], Sequence[Leaf]]
) -> dict[Run, Leaf]:
    """The long lists as ``many_options``, each without its last value, which may follow an "or".

    ``leaves_at`` gives all that the one token at a place can be.
    """
    found = {}
    start = 0
    while start < len(tokens):
        is_one = [token.text for token in tokens[start + 1 : start + 2]] != [","]
        values = [] if is_one else [*_values(tokens, start, leaves_at)]
        if len(values) > _MANY:
            run = Run(start, start + 2 * len(values) - 3)
            found[run] = _as_leaf(run, values[:-1])
        start += max(1, 2 * len(values) - 1)
    return found


def _values(
    tokens: Sequence[Token], start: int, leaves_at: Callable[[int], Sequence[Leaf]]
) -> Iterator[Leaf]:
    """From here on the values with commas between them."""
    for place in range(start, len(tokens), 2):
        value = _value(leaves_at(place))
        if value is None:
            return
        yield value
        if place + 1 >= len(tokens) or tokens[place + 1].text != ",":
            return


def _value(leaves: Sequence[Leaf]) -> Leaf | None:
    """The cheapest reading of a token that can be nothing but a value."""
    told = [leaf for leaf in leaves if not leaf.symbol.startswith("=")]
    if not told or any(leaf.symbol not in _VALUES for leaf in told):
        return None
    return min(told, key=lambda leaf: leaf.cost)


def _as_leaf(run: Run, values: Sequence[Leaf]) -> Leaf:
    meaning = tuple(leaf.meaning for leaf in values)
    return Leaf("many_options", *run, meaning, sum(leaf.cost for leaf in values), "values")
