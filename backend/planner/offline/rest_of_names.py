"""Headers whose first word is the rows that a sentence speaks of: articles without a title.

The title of articles is article_title, and no journal_title. Nothing is read so where a header is
told by the last words alone, or where two nouns of the sentence make headers of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS, stem, stems_of
from backend.rules.language.terms import Cell

_COST = 0.5
_AGAIN = 0.9
_LONGEST = 2
_MEASURES = frozenset({
    "number", "count", "sum", "total", "average", "mean", "share", "value", "row", "length",
    "amount", "quantity", "order", "list", "table", "status", "state",
})  # fmt: skip
"""What may be told of rows, or does more than to name a column."""


def rest_of_name_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The column that a noun of the sentence and these words behind it would name together."""
    for end in range(start + 1, min(len(tokens), start + _LONGEST) + 1):
        span = tokens[start:end]
        if any(token.shape != Shape.WORD for token in span):
            return
        words = tuple(stem(token.low) for token in span)
        if words[0] in FUNCTION_WORDS | _MEASURES:
            return
        found = _of_nouns(tokens, start, words, lexicon)
        if len(found) == 1:
            cell = Cell(table="", column=found.pop())
            yield Leaf("column", start, end, cell, _COST, f"column {cell.column}")


def named_again_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """All rows of journals, behind "each journal title": the column told in full before."""
    word, noun = tokens[start], stem(tokens[start].low)
    if word.shape != Shape.WORD or noun == word.low or noun in FUNCTION_WORDS | _MEASURES:
        return
    told = {
        named.column.name
        for named in lexicon.columns
        if named.stems[0:1] == (noun,)
        and len(named.stems) > 1
        and _is_told_in_full(tokens, named, start)
    }
    is_column = any(named.stems == (noun,) for named in lexicon.columns)
    is_other = is_column or word.low in lexicon.values or noun in lexicon.values
    if len(told) == 1 and not is_other and not _names_rows(noun, lexicon):
        cell = Cell(table="", column=told.pop())
        yield Leaf("column", start, start + 1, cell, _AGAIN, f"column {cell.column}")


def _is_told_in_full(tokens: Sequence[Token], named: NamedColumn, before: int) -> bool:
    """Whether a header's words stand together in front of a place."""
    lows = [each for token in tokens[:before] for each in stems_of(token.text)]
    size = len(named.stems)
    return any(tuple(lows[at : at + size]) == named.stems for at in range(len(lows) - size + 1))


def _names_rows(noun: str, lexicon: Lexicon) -> bool:
    """Whether the rows of the table, or what its first column numbers, are called so."""
    if any(noun in stems for stems in lexicon.table_stems.values()):
        return True
    firsts = (table.columns[0].name for table in lexicon.tables.values())
    return any(noun in stems_of(name) for name in firsts)


def _of_nouns(
    tokens: Sequence[Token], start: int, words: tuple[str, ...], lexicon: Lexicon
) -> set[str]:
    """The headers of any noun of the sentence and then these words, where those name none alone."""
    if any(named.stems == words for named in lexicon.columns) or " ".join(words) in lexicon.values:
        return set()
    ends = [named for named in lexicon.columns if named.stems and named.stems[1:] == words]
    return {named.column.name for named in ends if _is_told(tokens, start, named)}


def _is_told(tokens: Sequence[Token], start: int, named: NamedColumn) -> bool:
    """Whether the first word of a header is said elsewhere, and not of these very words."""
    nouns = [at for at, token in enumerate(tokens) if stem(token.low) == named.stems[0]]
    return bool(nouns) and start - 1 not in nouns and not _is_in_order(tokens, nouns)


def _is_in_order(tokens: Sequence[Token], nouns: Sequence[int]) -> bool:
    """In order of date: no order is meant."""
    return all(tokens[at].low == "order" and tokens[at - 1].low == "in" for at in nouns)
