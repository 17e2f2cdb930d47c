"""Columns with a noun for what they hold: the jacket size, unit symbols, every meta cell.

Such a noun is the column's own only where it names nothing else: no column, no value, no table, no
word of another header. A noun for a sort of thing (a size, a symbol) besides needs a value of that
column in the sentence, so that no measure of it can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.nouns_before_headers import apposed_leaves
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import parts_of, stem
from backend.rules.language.terms import Cell

_PLACES = frozenset({"cell", "cells", "field", "fields"})
"""Where a value stands: a cell of any column."""
_OF_FORMS = frozenset({
    "json", "xml", "yaml", "html", "csv", "uuid", "url", "format", "digits", "letters",
    "characters", "pattern", "well-formed",
})  # fmt: skip
"""What is asked of cells of a table, and never of the cells of a block or the fields of a farm."""
_SORTS = frozenset({
    "size", "symbol", "abbreviation", "class", "colour", "color", "band", "tier", "mode", "option",
    "choice", "setting", "title", "variant", "version", "status", "state", "designation", "letter",
    "model", "brand", "style", "shape", "sort", "category", "tag", "term", "grading",
    "shorthand", "identifier", "selection", "acronym", "initial", "keyword",
})  # fmt: skip
"""What one value of a list is called."""
_TEXTS = frozenset({"handle", "handles", "nickname", "username", "login", "alias"})
"""What a text is by itself, whatever is said of it: the twitter handle."""
_SIGNS = frozenset({"letter", "initial"})
"""What a value of one sign is called; of "A+" it is but a part."""
_LINKS = frozenset({"in", "of", "under"})
_COST = 0.3
_AS_NAMED = 0.2
"""What words cost at the most that are the header's own."""
_LONGEST = 4


def kind_noun_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The column whose header stands here with a noun of its kind beside it."""
    for end in range(start + 1, min(len(tokens), start + _LONGEST)):
        noun = tokens[end]
        is_place = noun.low in _TEXTS or (noun.low in _PLACES and _is_of_form(tokens))
        if not (is_place or stem(noun.low) in _SORTS) or not _is_free(noun, lexicon):
            continue
        cell = _named(tokens[start:end], lexicon)
        if cell is None or (stem(noun.low) in _SIGNS and not _holds_signs(cell, lexicon)):
            continue
        if is_place or _is_listed(cell, tokens, (start, end), lexicon):
            yield Leaf("cell", start, end + 1, cell, _COST, f"column {cell.column}")
    yield from _place_leaves(tokens, start, lexicon)
    yield from apposed_leaves(tokens, start, lexicon)


def _place_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Every cell in meta."""
    if start + 2 >= len(tokens) or tokens[start].low not in _PLACES or not _is_of_form(tokens):
        return
    if tokens[start + 1].low not in _LINKS or not _is_free(tokens[start], lexicon):
        return
    for end in range(start + 3, min(len(tokens), start + 2 + _LONGEST) + 1):
        cell = _named(tokens[start + 2 : end], lexicon)
        if cell is not None:
            yield Leaf("cell", start, end, cell, _COST, f"column {cell.column}")


def _is_of_form(tokens: Sequence[Token]) -> bool:
    """Whether the sentence asks for a form, so that a cell is one of the table."""
    return any(token.low in _OF_FORMS for token in tokens)


def _holds_signs(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether every value that is known of a column is one sign."""
    found = [named.column.values for named in lexicon.columns if named.column.name == cell.column]
    return bool(found) and all(values and max(map(len, values)) == 1 for values in found)


def _is_free(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun stands in no header, is no value, and names no table."""
    if noun.shape != Shape.WORD or noun.low in lexicon.values or stem(noun.low) in lexicon.values:
        return False
    in_headers = any(stem(noun.low) in named.stems for named in lexicon.columns)
    return not in_headers and all(
        stem(noun.low) not in words for words in lexicon.table_stems.values()
    )


def _named(words: Sequence[Token], lexicon: Lexicon) -> Cell | None:
    """The one column that these words are the header of."""
    if any(word.shape not in (Shape.WORD, Shape.QUOTED) for word in words):
        return None
    stems = tuple(stem(part) for word in words for part in parts_of(word.text))
    links = lexicon.column_links(" ".join(word.text for word in words), stems) if stems else ()
    found = {named.column.name for named, cost in links if cost <= _AS_NAMED}
    return Cell(table="", column=found.pop()) if len(found) == 1 else None


def _is_listed(
    cell: Cell, tokens: Sequence[Token], told: tuple[int, int], lexicon: Lexicon
) -> bool:
    """Whether the sentence tells values of the column, and no other column has as many."""
    start, end = told
    counts: dict[str, int] = {}
    for token in (*tokens[:start], *tokens[end + 1 :]):
        if token.low in ("a", "i") and token.text.islower():
            continue
        for column in {column for _, column, _ in lexicon.values.get(token.low, ())}:
            counts[column] = counts.get(column, 0) + 1
    own = counts.pop(cell.column, 0)
    return own > 0 and all(count < own for count in counts.values())
