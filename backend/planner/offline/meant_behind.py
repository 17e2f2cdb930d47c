"""Rows and columns that a sentence means, told behind its own words for them.

Flag listings that lie outside the city, that is latitude above 40.9: rows where it is. A payment
can't be negative (paid_may, paid_june): neither can be. The owner's words may be any, as long as
they name no value, number or other column of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.neutral_nouns import NEUTRAL
from backend.planner.offline.stories.words import FLAGS, PREPOSITIONS
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS, stem, stems_of

_GLOSSES = (
    ("that", "is", "to", "say"),
    ("that", "is"),
    ("in", "other", "words"),
    ("i.e", "."),
    ("i.e.",),
    ("namely",),
    ("meaning",),
)
_BEFORE_GLOSS = frozenset({",", ";", ":", "(", "-", "\u2013", "\u2014"})
_RELATES = frozenset({"with", "whose", "where", "having", "without"})
_BOUNDS = frozenset({
    "outside", "above", "below", "over", "under", "between", "within", "beyond", "before", "after",
    "=", ">", "<", ">=", "<=",
})  # fmt: skip
_BARRED = frozenset({
    "not", "no", "never", "without", "only", "or", "and", "but", "except", "unless", "if", "when",
    "same", "twice", "duplicate", "duplicates", "first", "last", "previous", "next", "per", "each",
    "every", "than", "least", "most", "more", "less", "average", "group", "groups", "that",
})  # fmt: skip
"""What could narrow, join or count the rows beside what is told behind."""
_LOOSE = 1.0
_IDLE = frozenset({"all", "any", "the", "those"})
_ROWS = frozenset({"row", "record", "line", "entry", "entrie"})


def with_meanings_behind(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with what it means in place of its own words for it."""
    if len(lexicon.tables) == 1:
        yield from _with_rows(tokens, lexicon)
        yield from _with_columns(tokens, lexicon)


# Rows ---------------------------------------------------------------------------------------------


def _with_rows(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    if len(tokens) < 6 or tokens[0].low not in FLAGS:
        return
    for at in range(2, len(tokens) - 3):
        lows = tuple(token.low for token in tokens[at : at + 4])
        gloss = next((each for each in _GLOSSES if lows[: len(each)] == each), None)
        if gloss is None or tokens[at - 1].text not in _BEFORE_GLOSS:
            continue
        told = [*tokens[at + len(gloss) :]]
        if told and told[0].text == ",":
            told = told[1:]
        if _is_meant(tokens[1 : at - 1], lexicon):
            told = _without_close(told) if tokens[at - 1].text == "(" else told
            has_noun = any(token.low in _RELATES for token in told[1:3])
            rows = [] if has_noun else [_word(tokens[1], "rows")]
            yield [tokens[0], *rows, *(told if has_noun else _condition(told, lexicon))]
        return


def _is_meant(said: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether all that is said of the rows may be what is told behind: no more than one thing."""
    rest = [token for token in said if token.low not in _IDLE]
    if not rest or not all(_is_open(token, lexicon) for token in rest):
        return False
    is_rows = stem(rest[0].low) in NEUTRAL | _ROWS | {*_own_words(lexicon)}
    lows = {token.low for token in rest}
    return len(rest) <= 2 or (is_rows and not lows & PREPOSITIONS - {"outside"})


def _own_words(lexicon: Lexicon) -> Iterator[str]:
    for stems in lexicon.table_stems.values():
        yield from stems


def _without_close(told: list[Token]) -> list[Token]:
    close = next((at for at, token in enumerate(told) if token.text == ")"), len(told))
    return [*told[:close], *told[close + 1 :]]


def _condition(told: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """The condition as a clause: latitude above 40 as "where latitude is above 40"."""
    if told and told[0].low in _RELATES:
        yield from told
        return
    headers = {named.column.name.lower() for named in lexicon.columns}
    yield _word(told[0] if told else _NOTHING, "where")
    for token, behind in zip(told, [*told[1:], None], strict=True):
        yield token
        is_bound = behind is not None and behind.low in _BOUNDS
        if is_bound and token.low in headers and behind is not None and behind.low.isalpha():
            yield _word(token, "is")


_NOTHING = Token(text="", low="", shape=Shape.WORD, start=0, end=0)


# Columns ------------------------------------------------------------------------------------------

_NONE = frozenset({"no", "none"})
_OPENINGS = frozenset({"a", "an", "any", "every", "each", "all", "the", "our"})
_DUTIES = frozenset({"must", "may", "can", "should", "cannot", "shall"})
_ALONE = frozenset({
    "be", "not", "never", "always", "negative", "positive", "empty", "blank", "missing", "filled",
    "zero", "above", "below", "at", "least", "most", "between", "and", "or", "more", "less",
    "than", "over", "under", "greater", "exceed", "fall", "lie", "stay", "a", "an", "whole",
    "number", "integer", "in", "the", "future", "past", "decimal", "higher", "lower", "to", "from",
})  # fmt: skip
"""What may be said of each of several columns by itself."""


def _with_columns(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    end = len(tokens) - (tokens[-1].text in (".", "!"))
    opens = [at for at, token in enumerate(tokens) if token.text == "("]
    duty = next((at for at, token in enumerate(tokens) if token.low in _DUTIES), 0)
    if len(opens) != 1 or tokens[end - 1].text != ")" or not 0 < duty < opens[0]:
        return
    listed = _listed(tokens[opens[0] + 1 : end - 1], lexicon)
    article = tokens[0].low if tokens[0].low in _OPENINGS | _NONE else ""
    noun = tokens[1 if article else 0 : duty]
    said = tokens[duty + 1 : opens[0]]
    is_alone = all(t.low in _ALONE or t.shape == Shape.NUMBER for t in said)
    if len(listed) < 2 or len(noun) != 1 or not is_alone or not _may_mean(noun[0], listed, lexicon):
        return
    opening = [_word(tokens[0], low) for low in (("none", "of") if article in _NONE else ())]
    link = _word(tokens[0], "and")
    comma = tokens[0]._replace(text=",", low=",", shape=Shape.SIGN)
    first = [part for each in listed[:-1] for part in (each, comma)]
    yield [*opening, *first[:-1], link, listed[-1], *tokens[duty : opens[0]]]


def _listed(told: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The headers of a list, or nothing where it holds anything else."""
    headers = {named.column.name for named in lexicon.columns}
    named = [token for token in told if token.text not in (",", "/") and token.low != "and"]
    return named if all(token.text in headers for token in named) else []


def _may_mean(noun: Token, listed: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a noun is none of the table's own, but for a part of the headers in the list."""
    if noun.shape != Shape.WORD or noun.low in lexicon.values or noun.low in NUMBER_WORDS:
        return False
    names = {token.text for token in listed}
    links = lexicon.column_links(noun.text, stems_of(noun.text))
    return not any(cost < _LOOSE and each.column.name not in names for each, cost in links)


def _is_open(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word names no value, number or column."""
    if token.shape != Shape.WORD or token.low in _BARRED | {*NUMBER_WORDS}:
        return token.low in ("whose", "where")
    if token.low in lexicon.values or stem(token.low) in lexicon.values or _is_name(token):
        return False
    links = lexicon.column_links(token.text, stems_of(token.text))
    return not any(cost < _LOOSE for _, cost in links)


def _is_name(token: Token) -> bool:
    """Paris, Parisian: a proper name tells which rows, and is no word for what stands behind."""
    return token.text[:1].isupper()


def _word(like: Token, text: str) -> Token:
    return like._replace(text=text, low=text.lower(), shape=Shape.WORD)
