"""Adjuncts known to add nothing by the tables, or by what the whole sentence says beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.closings_again import closing_again
from backend.planner.offline.columns_in_all import columns_told
from backend.planner.offline.layouts_told import layout_at
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.pace_told import pace_told
from backend.planner.offline.shown_as_made import examples_shown
from backend.planner.offline.tokens import Token
from backend.rules.rule import Rule


def told_by_schema(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf], lexicon: Lexicon
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where one of them ends that begins here, and what must be true of the rule."""
    return (
        layout_at(tokens, at, lexicon)
        or columns_told(tokens, at, lexicon)
        or pace_told(tokens, at, found)
        or examples_shown(tokens, at, lexicon)
        or closing_again(tokens, at, found)
    )
