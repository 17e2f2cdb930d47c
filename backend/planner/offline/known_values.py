"""Words that stand in the data: values by themselves, and of the rows that have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.demonyms import country_adjectives
from backend.planner.offline.joined_pairs import pair_leaves
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.passed_over import SKIPPED
from backend.planner.offline.value_nouns import value_alone, value_nouns
from backend.planner.offline.words import FUNCTION_WORDS
from backend.rules.language.terms import Cell, Compare, Constant, Reads

_SIGNS = {
    "asterisk": "*", "dash": "-", "hyphen": "-", "dot": ".", "slash": "/", "hash": "#",
    "question mark": "?", "plus sign": "+", "underscore": "_",
}  # fmt: skip
"""Signs by their names, each of which may be a whole value."""


def bare_text(text: str) -> Constant:
    """An unquoted word as a text."""
    return Constant(value=text, reads=Reads.TEXT, unquoted=True)


def known_values(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """What a word that the data holds may be."""
    found = lexicon.values.get(text.lower(), ())
    if (sign := _SIGNS.get(text.lower(), "")) in lexicon.values and sign:
        yield Leaf("text", start, end, Constant(value=sign, reads=Reads.TEXT), 0.2, "text")
    if text.lower() in lexicon.parts:
        yield Leaf("part_word", start, end, bare_text(text), 0.0, "text")
    if not found:
        yield from value_nouns(text, start, end, lexicon)
        yield from country_adjectives(text, start, end, lexicon)
        yield from _slashed_values(text, start, end, lexicon)
        yield from pair_leaves(text, start, end, lexicon)
        if end == start + 1 and start and text[:1].isupper() and _is_inside(text, lexicon):
            yield Leaf("bare", start, end, bare_text(text), 0.6, "text")
        return
    yield Leaf("bare", start, end, bare_text(text), 0.3, "text")
    yield from value_alone(text, start, end, lexicon)
    if _may_describe(text) or _is_capital(text, found):
        yield from _adjectives(text, start, end, found)


def _is_inside(text: str, lexicon: Lexicon) -> bool:
    """Mr, in "Allison, Mr Hudson": a word of the values, spelled as it stands there."""
    if not text.isalpha():
        return False
    word = re.compile(rf"\b{text}\b")
    spelled = (value for told in lexicon.values.values() for _, _, value in told)
    return any(word.search(value) for value in spelled)


def _adjectives(
    text: str, start: int, end: int, found: Sequence[tuple[str, str, str]]
) -> Iterator[Leaf]:
    """Customers in Canada: by the one column of each table that holds the value."""
    tables = {
        table: {column for here, column, _ in found if here == table} for table, _, _ in found
    }
    cost = 0.8 if len(tables) == 1 else 0.9
    for table, columns in tables.items():
        if len(columns) > 1:
            continue
        [column] = columns
        values = {value for here, _, value in found if here == table}
        for meant in _spellings(text, start, values):
            is_any = len(values) > 1 and meant not in values
            told = Compare(
                left=Cell(table=table, column=column),
                sign="==",
                right=bare_text(min(values) if is_any else meant),
                ignore_case=is_any,
            )
            yield Leaf("adjective", start, end, told, cost, f"{column} = {meant!r}")


def _spellings(text: str, start: int, values: set[str]) -> tuple[str, ...]:
    """A capital that opens the sentence may be the sentence's or the value's own."""
    low = text[:1].lower() + text[1:]
    return (text, low) if start == 0 and low != text and {text, low} <= values else (text,)


def _slashed_values(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """M/F: a list, where the data holds each of them."""
    words = text.split("/")
    are_values = all(word.lower() in lexicon.values for word in words)
    if end == start + 1 and len(words) > 1 and are_values:
        yield Leaf("or_list", start, end, tuple(map(bare_text, words)), 0.1, "values")


def _may_describe(text: str) -> bool:
    """Whether a value may stand before a noun: "paid orders", but not "no orders"."""
    low = text.lower()
    return low not in SKIPPED and low not in FUNCTION_WORDS and (len(text) > 1 or text.isupper())


_STRESSED = frozenset({
    "not", "no", "never", "must", "only", "all", "and", "or", "any", "every", "each", "always",
    "either", "both", "if", "nor", "but",
})  # fmt: skip
"""Words that are written in capitals for the stress."""


def _is_capital(text: str, found: Sequence[tuple[str, str, str]]) -> bool:
    """Whether capitals tell a value from a word that is spelled alike: DO, IT, IS."""
    is_told = len(text) > 1 and text.isupper() and text.lower() not in _STRESSED
    return is_told and any(value == text for _, _, value in found)
