"""A thing in words of its own with its formula in brackets: the value of a line (quantity * price).

The formula stands for both where no word before the bracket means anything else in the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_in_brackets import is_new
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import root, stem, stems_of

_SIGNS = frozenset(
    {"*", "x", "\u00d7", "+", "-", "\u2013", "/", "times", "plus", "minus", "divided", "by"}
)
_BEFORE = frozenset({
    "the", "our", "its", "their", "every", "each", "a", "an", "any", "no", "whose", "average",
    "mean", "median", "highest", "lowest", "total", "sum",
})  # fmt: skip
"""Words that a thing begins behind; what measures it is kept."""
_OF_ONE = frozenset({"a", "an", "each", "every", "any", "the"})
_LONGEST = 7


def with_bracketed_formulas(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence without the words that a formula in brackets stands behind."""
    headers = {named.column.name for named in lexicon.columns}
    told, changed = list(tokens), False
    for at in range(len(tokens) - 2, 0, -1):
        if told[at].text != "(" or not is_formula(told, at, headers):
            continue
        start = _start(told, at, lexicon)
        if start is not None:
            del told[start:at]
            changed = True
    if changed:
        yield told


def is_formula(tokens: Sequence[Token], at: int, headers: set[str]) -> bool:
    """Whether nothing but headers, numbers and signs stands up to the bracket's end."""
    texts = [token.text for token in tokens]
    if ")" not in texts[at:]:
        return False
    inside = tokens[at + 1 : texts.index(")", at)]
    signs = [token for token in inside if token.low in _SIGNS]
    named = [token for token in inside if token.text in headers]
    rest = [each for each in inside if each not in signs and each not in named]
    return bool(signs and named) and all(token.text.isdigit() for token in rest)


def _start(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int | None:
    """Where the words begin that name the thing: behind "the", or at the sentence's begin."""
    at = _before_owner(tokens, end, lexicon)
    begins = at
    while begins > 0 and at - begins < _LONGEST:
        word = tokens[begins - 1]
        if word.low in _BEFORE or word.text in (".", ":", ",", ";"):
            break
        is_word = word.shape == Shape.WORD or word.low == "'s"
        if not is_word or not _is_of_thing(word.low, lexicon):
            return None
        begins -= 1
    words = tokens[begins:at]
    text = " ".join(word.text for word in words)
    if not words or any(lexicon.column_links(text, stems_of(text))):
        return None
    if _is_of_groups(tokens[begins:end], lexicon):
        return None
    return 0 if begins == 1 and tokens[0].low in ("every", "each") else begins


def _is_of_groups(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether it is told of an order of which several rows are lines: they may be added up."""
    told = {root(stem(word.low)) for word in words}
    if any(told & {root(each) for each in stems[-1:]} for stems in lexicon.table_stems.values()):
        return False
    return any(
        told & {*named.unnumbered[:1]} and not named.column.unique and len(named.unnumbered) == 1
        for named in lexicon.columns
        if named.unnumbered != named.roots or named.column.type == ColumnType.TEXT
    )


def _before_owner(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Where "of a line" begins, which tells only whose value it is; the end without it."""
    for at in range(end - 1, max(end - 4, 1), -1):
        if not _is_table(tokens[at].low, lexicon) and not is_new(tokens[at].low, lexicon):
            break
        if tokens[at - 1].low in _OF_ONE and tokens[at - 2].low == "of":
            return at - 2
    return end


def _is_of_thing(low: str, lexicon: Lexicon) -> bool:
    return is_new(low, lexicon) or (len(lexicon.tables) == 1 and _is_table(low, lexicon))


def _is_table(low: str, lexicon: Lexicon) -> bool:
    return root(low) in {root(word) for stems in lexicon.table_stems.values() for word in stems}
