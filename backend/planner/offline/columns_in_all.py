"""How many columns "all columns" are: equal in all twelve columns, in a table that has twelve."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.sorts_of_rows import are_nameless
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import NUMBER_WORDS
from backend.rules.rule import Rule

_ALL = frozenset({"all", "the", "its", "their", "of"})
_COLUMNS = frozenset({"columns", "fields", "values", "cells", "attributes", "variables"})
_EVERY = frozenset({"every", "each", "all"})
_ONE = frozenset({"column", "field", "value", "cell", "attribute", "respect"}) | _COLUMNS
_NEAR = 4
_MOST_DIGITS = 5


def columns_told(
    tokens: Sequence[Token], at: int, lexicon: Lexicon
) -> tuple[int, Callable[[Rule], bool]] | None:
    """The twelve of "in all twelve columns", where the only table has so many."""
    low = tokens[at].low
    is_number = low.isdecimal() and len(low) <= _MOST_DIGITS
    count = int(low) if is_number else NUMBER_WORDS.get(low)
    if at == 0 or count is None or at + 1 == len(tokens) or len(lexicon.tables) != 1:
        return None
    is_all = tokens[at - 1].low in _ALL and tokens[at + 1].low in _COLUMNS
    is_every = "all" in (tokens[at - 1].low, tokens[max(at - 2, 0)].low)
    (table,) = lexicon.tables.values()
    if not is_all or not is_every or len(table.columns) != count:
        return None
    return at + 1, lambda rule: not getattr(rule, "columns", ())


def says_all_columns(tokens: Sequence[Token]) -> bool:
    """Whether it is told that rows are alike in every column."""
    for at, token in enumerate(tokens):
        behind = {each.low for each in tokens[at + 1 : at + _NEAR]}
        if token.low in _EVERY and behind & _ONE:
            return True
    return False


def only_measures(lexicon: Lexicon) -> bool:
    """Whether nothing in the only table tells its rows apart, so that copies are so as a whole."""
    return len(lexicon.tables) == 1 and are_nameless(lexicon)
