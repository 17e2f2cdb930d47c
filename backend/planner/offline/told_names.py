"""Tables, columns and rows by other words than their names: the June rota, of 2024."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.amounts_in_texts import amount_leaves
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.participles_as_columns import participle_leaves
from backend.planner.offline.phrasal_deeds import phrasal_deed_leaves
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.turned_tables import turned_table_leaves
from backend.planner.offline.years_named import year_leaves
from backend.rules.language.terms import Cell


def told_name_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """What these words name by the way they are told."""
    yield from turned_table_leaves(tokens, at, lexicon)
    yield from participle_leaves(tokens, at, lexicon)
    yield from year_leaves(tokens, at, lexicon)
    yield from amount_leaves(tokens, at, lexicon)
    yield from phrasal_deed_leaves(tokens, at, lexicon)
    yield from _dashed(tokens, at, lexicon)


def _dashed(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The column ``isbn13`` as it is spelt elsewhere: ISBN-13."""
    word, dash, number = (*tokens[at : at + 3], None, None, None)[:3]
    if (
        word is None
        or dash is None
        or number is None
        or (dash.text, number.shape) != ("-", Shape.NUMBER)
    ):
        return
    is_whole = word.end == dash.start and dash.end == number.start
    told = f"{word.low}{number.low}"
    found = {each.column.name for each in lexicon.columns if each.squeezed == told}
    if is_whole and word.shape == Shape.WORD and len(found) == 1:
        column = found.pop()
        yield Leaf("column", at, at + 3, Cell(table="", column=column), 0.02, f"column {column}")
