"""Words for things that have a shorter name: has to for must, columns for all of a table's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.amounts_in_full import amount_in_full
from backend.planner.offline.chart import Leaf
from backend.planner.offline.duties_in_full import duty_in_full
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.measures_in_brackets import extreme_in_brackets
from backend.planner.offline.nouns_of_codes import code_noun_leaves
from backend.planner.offline.synonyms import opening
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS, stem
from backend.rules.language.terms import Cell, Constant, Reads

_COLUMNS = frozenset({"column", "columns", "field", "fields", "cell", "cells"})


def whole_table(token: Token, at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """All columns, where one table is at hand; a network of addresses."""
    if token.low in _COLUMNS and len(lexicon.tables) == 1:
        cells = tuple(
            Cell(table=named.table, column=named.column.name) for named in lexicon.columns
        )
        yield Leaf("table_columns", at, at + 1, cells, 0.0, "every column")
    if "/" in token.text and token.text.count(".") == 3 and token.shape == Shape.WORD:
        mark = Constant(value=token.text, reads=Reads.TEXT)
        yield Leaf("network_mark", at, at + 1, mark, 0.0, "network")
    yield from _dotted(token, at, lexicon)


def _dotted(token: Token, at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Employee.EmployeeId: a table and its column."""
    table, _, column = token.low.partition(".")
    for named in lexicon.columns if column else ():
        if (named.table.lower(), named.column.name.lower()) == (table, column):
            cell = Cell(table=named.table, column=named.column.name)
            told = f"column {named.table}.{named.column.name}"
            yield Leaf("dotted", at, at + 1, cell, 0.0, told)


_OPENS = frozenset({"that", "who", "which", "has", "have", "is", "are", "was", "were", "being"})
_NO_GLOSS = frozenset(
    {"not", "no", "never", "without", "or", "and", "but", "than", "unless", "only"}
)
_ASKS = frozenset({"did", "does", "do", "is", "are", "was", "were", "has", "have"})
_ANYBODY = frozenset({"any", "anybody", "anyone", "somebody", "someone", "ever"})
_LONGEST_GLOSS = 9


def gloss_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """That are out of stock (: words of no column, which the brackets say in full."""
    yield from _coined(tokens, start, lexicon)
    yield from _restated(tokens, start, lexicon)
    yield from meant_idly(tokens, start, lexicon)
    yield from extreme_in_brackets(tokens, start, lexicon)
    yield from code_noun_leaves(tokens, start)
    yield from duty_in_full(tokens, start, lambda token: _is_loose(token, lexicon))
    yield from amount_in_full(tokens, start, lexicon, lambda token: _is_loose(token, lexicon))
    is_asked = tokens[start] is opening(tokens, start) and tokens[start].low in _ASKS
    is_opened = is_asked or tokens[start].low in _OPENS | (_BEFORE_TRAITS - {"without"})
    first = start + 1 if is_opened else _past_called(tokens, start)
    symbol = "_asked_such" if is_asked else "_such_that"
    for end in range(first + 1, min(len(tokens), start + _LONGEST_GLOSS)) if first else ():
        if tokens[end].text == "(" and tokens[end].shape == Shape.SIGN:
            words = tokens[first:end]
            is_any = bool(_ANYBODY & {word.low for word in words})
            loose = [word for word in words if not _is_denied_again(word, tokens[end:])]
            if is_any >= is_asked and all(_is_loose(word, lexicon) for word in loose):
                yield Leaf(symbol, start, end + 1, True, 0.3, "said in the brackets")
            return


_DENIALS = ("never", "not", "no", "without")
_NONE_THERE = ("0", "zero", "empty", "missing", "blank", "null")
"""What a bracket says of who is without something: (balance is 0)."""


def _is_denied_again(word: Token, behind: Sequence[Token]) -> bool:
    """The never of "who never sailed (class never-sailed)": the brackets deny it as well."""
    end = next((at for at, token in enumerate(behind) if token.text == ")"), 0)
    inner = {part for token in behind[:end] for part in token.low.split("-")}
    if word.low in ("without", "no") and not inner.isdisjoint(_NONE_THERE):
        return True
    return word.low in _DENIALS and not inner.isdisjoint(_DENIALS)


def meant_idly(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Means never asked before, so: words of no column before what follows from a value."""
    if tokens[start].low not in ("means", "implies"):
        return
    for end in range(start + 2, min(len(tokens) - 2, start + _LONGEST_GLOSS)):
        if tokens[end].text == "," and tokens[end + 1].low == "so":
            words = tokens[start + 1 : end]
            if all(word.low in _DENIALS or _is_loose(word, lexicon) for word in words):
                yield Leaf("_means_idly", start, end + 2, True, 0.1, "why the rest follows")
            return
        if tokens[end].shape != Shape.WORD:
            return


_RESTATES = (("i.e.",), ("that", "is", ","), ("meaning",), ("in", "other", "words", ","))
_JOINS = frozenset({"and", "or", "but", "than", "unless", "only", "except", "nor"})


_BEFORE_TRAITS = frozenset({"that", "who", "which", "with", "without", "of"})
_STOPS = frozenset({".", ";", ":", ",", "?"})
_ONE_TRAIT = 2
"""With a crowd, of some size: one noun and its article; "in the city far too dear" are two."""


def _restated(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """That have not been paid, i.e.: words whose meaning the clause behind them says again."""
    if tokens[start].low not in _BEFORE_TRAITS or (start and tokens[start - 1].text in _STOPS):
        return
    for end in range(start + 2, min(len(tokens), start + _LONGEST_GLOSS)):
        if tokens[end].text != ",":
            continue
        for words in _RESTATES:
            told = tokens[end + 1 : end + 1 + len(words)]
            if tuple(token.low for token in told) == words:
                inner = tokens[start + 1 : end]
                is_trait = tokens[start].low in _BEFORE_TRAITS - {"that", "who", "which"}
                is_plain = _is_loose if is_trait else _tells_nothing_else
                is_one = not is_trait or len(inner) <= _ONE_TRAIT
                if is_one and all(is_plain(token, lexicon) for token in inner):
                    past = end + 1 + len(words)
                    yield Leaf("_such_ie", start, past, True, 0.3, "said again behind it")
        return


def _tells_nothing_else(token: Token, lexicon: Lexicon) -> bool:
    is_plain = token.shape == Shape.WORD and token.low not in _JOINS and not _is_name(token)
    return is_plain and token.low not in lexicon.values


def _is_name(token: Token) -> bool:
    """Paris: a name tells which rows, whatever is said again behind it."""
    return token.start > 0 and token.text[:1].isupper()


def _is_loose(token: Token, lexicon: Lexicon) -> bool:
    is_word = token.shape == Shape.WORD and token.low not in _NO_GLOSS and not _is_name(token)
    held = any(stem(token.low) in named.stems for named in lexicon.columns)
    return is_word and not held and token.low not in lexicon.values


_DUTIES = {
    ("has", "to"): "must", ("have", "to"): "must", ("needs", "to"): "must", ("need", "to"): "must",
    ("ought", "to"): "should", ("shall",): "must",
    ("is", "allowed", "to"): "may", ("are", "allowed", "to"): "may",
}  # fmt: skip


def spoken_duty(tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """Has to, for must; needs, for has."""
    yield from needed(tokens, start)
    for words, meant in _DUTIES.items():
        found = tuple(token.low for token in tokens[start : start + len(words)])
        if found == words:
            yield Leaf(f"={meant}", start, start + len(words), True, 0.01)


_NEEDS = {"needs": "has", "requires": "has", "need": "have", "require": "have"}
_NOT_SAID = frozenset({
    "no", "not", "never", "none", "nobody", "neither", "nor", "only", "if", "when", "where",
    "unless", "that", "which", "who", "whose", "without", "cannot", "than", "whenever", "once",
    "does", "do", "did", "what", "how", "except", "don't", "doesn't", "rarely", "seldom",
    "wherever", "hardly",
})  # fmt: skip


_NOT_FOLLOWED = frozenset({"to", "no", "not", "only", "be", "none", "neither"})


def needed(tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """A password needs a digit: it has one; said of all, and not of those that need one."""
    meant = _NEEDS.get(tokens[start].low)
    if meant is None or start == 0 or start + 1 >= len(tokens):
        return
    clause = start
    while clause and tokens[clause - 1].text not in (".", ";", ":", "!", "?"):
        clause -= 1
    before = {token.low for token in tokens[clause:start]}
    following = tokens[start + 1].low
    if not before & _NOT_SAID and following not in (
        "to",
        "no",
        "not",
        "only",
        "be",
        "none",
        "neither",
    ):
        yield Leaf(f"={meant}", start, start + 1, True, 0.6)


_CALLED = frozenset({
    "marked", "counted", "listed", "recorded", "labelled", "classed", "entered", "shown", "treated",
    "registered", "classified", "declared",
})  # fmt: skip


def _past_called(tokens: Sequence[Token], start: int) -> int:
    """Where what a row is called begins, behind "marked as a"; 0 where it is not told."""
    behind = tokens[start + 1].low if start + 1 < len(tokens) else ""
    if tokens[start].low not in _CALLED or behind != "as":
        return 0
    has_article = start + 2 < len(tokens) and tokens[start + 2].low in ("a", "an")
    return start + 2 + has_article


_IN_FULL = frozenset({"meaning", "i.e.", "i.e", "namely"})


def _is_in_full(tokens: Sequence[Token]) -> bool:
    """I.e., meaning; that is, with its comma."""
    lows = [token.low for token in tokens]
    return bool(lows) and (lows[0] in _IN_FULL or lows == ["that", "is", ","])


def _coined(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Long rentals (: an adjective of no column and no value, which the brackets say in full."""
    end = start + (2 if tokens[start].low == "very" else 1)
    yield from _coined_ones(tokens, start, lexicon)
    if end + 1 >= len(tokens) or tokens[end - 1].low in _NO_GLOSS | FUNCTION_WORDS:
        return
    is_open = any(token.text == "(" for token in tokens[end + 1 : end + 3])
    is_open = is_open or any(_is_in_full(tokens[at : at + 3]) for at in range(end + 1, end + 4))
    is_held = tokens[end - 1].low in lexicon.values
    if is_open and not is_held and _is_loose(tokens[end - 1], lexicon):
        yield Leaf("_coined", start, end, True, 0.3, "said in the brackets")


def _coined_ones(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Seniors (: a plural of no column and no value, which the brackets say in full."""
    word, behind = tokens[start], tokens[start + 1 : start + 2]
    is_plural = stem(word.low) != word.low and word.low not in FUNCTION_WORDS
    if is_plural and behind and behind[0].text == "(" and _is_loose(word, lexicon):
        yield Leaf("_coined_ones", start, start + 1, True, 0.3, "said in the brackets")
