"""Phrases for pairs of values told of a pair that is named: where both are known they must be one of …"""

from __future__ import annotations

from backend.planner.offline.joined_pairs import ValuePair
from backend.planner.offline.phrases.keys.pairs_allowed import only_pairs
from backend.rules.language.terms import Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
Pairs = tuple[ValuePair, ...]
Cells = tuple[Value, Value]

phrase.words(
    "_both_there",
    "(are|is) [both] (known|given|present|filled|filled in|recorded|there|set|not empty|not blank|available)",
)
phrase.words(
    "_these_two",
    "they | the two | the two of them | both | the pair | the combination | their combination | together they",
)


@phrase(
    "stmt",
    "(where|if|when|wherever|whenever) [both] <pair_of_cells> _both_there [,] _these_two _must [together] be [_one_among] "
    "[these|the following|the|the allowed] [_pairs] [:] <value_pairs>",
    "<pair_of_cells> _pairs _must be [_one_among] [these|the following] [:] <value_pairs>",
    "<pair_of_cells> _pairs (are|is) [only] [:] <value_pairs>",
    "[every|each|any] <pair_of_cells> _pairs _must be [_one_among] [these|the following] [:] <value_pairs>",
    "_pairs of <pair_of_cells> (_must be|are) (limited to|restricted to|among|one of) [these|the following] [:] <value_pairs>",
    "[only] (allowed|permitted|valid|possible|accepted) _pairs (of|for|in) <pair_of_cells> (are|is) [only] [:] <value_pairs>",
    "<pair_of_cells> _must [together|jointly] (form|make|make up) [_one_among] [these|the following] [_pairs] [:] <value_pairs>",
    cost=-0.5,
)
def named_pairs(cells: Cells, pairs: Pairs) -> Statement | None:
    """Where size and colour are both known, they must be one of the pairs (S, red), (M, green)."""
    return only_pairs(cells, pairs)
