"""Tables, columns and rows by other words than their names: the June rota, of 2024."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.participles_as_columns import participle_leaves
from backend.planner.offline.tokens import Token
from backend.planner.offline.turned_tables import turned_table_leaves
from backend.planner.offline.years_named import year_leaves


def told_name_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """What these words name by the way they are told."""
    yield from turned_table_leaves(tokens, at, lexicon)
    yield from participle_leaves(tokens, at, lexicon)
    yield from year_leaves(tokens, at, lexicon)
