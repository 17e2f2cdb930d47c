"""Two values written as one word, for two columns: A/air, B-road, 2+red."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.rules.language.terms import Constant, Reads

_COST = 0.1
_JOINED = re.compile(r"([^\W_]+)[/+&-]([^\W_]+)")
_SLASHED = re.compile(r"([\w.-]+)/([\w.-]+)")
"""A slash parts them whatever else they hold: A-1/air."""


class ValuePair(NamedTuple):
    """Two values that may stand beside each other."""

    first: Constant
    second: Constant


def pair_leaves(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """A word of two values, at least one of them known, and not both of the same column alone."""
    found = _SLASHED.fullmatch(text) or _JOINED.fullmatch(text)
    if found is None or end != start + 1:
        return
    first, second = found.groups()
    homes = [_columns_of(part, lexicon) for part in (first, second)]
    is_one_column = all(homes) and len(homes[0] | homes[1]) == 1
    if any(homes) and not is_one_column:
        pair = ValuePair(
            *(Constant(value=t, reads=Reads.TEXT, unquoted=True) for t in (first, second))
        )
        yield Leaf("value_pair", start, end, pair, _COST, "pair of values")
        if "/" in text and not homes[0] & homes[1]:
            yield Leaf("one_pair", start, end, pair, _COST, "pair of values")


def _columns_of(text: str, lexicon: Lexicon) -> set[tuple[str, str]]:
    return {(table, column) for table, column, _ in lexicon.values.get(text.lower(), ())}
