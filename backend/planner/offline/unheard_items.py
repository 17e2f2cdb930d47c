"""Items of a list that no cell holds yet, beside values: fever, cough or a sore throat.

Where a list names at least two values of one column, what stands between its signs in the same
place is a value as well, however many words it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from backend.planner.offline.chart import Leaf
from backend.planner.offline.known_values import bare_text
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import FUNCTION_WORDS, NUMBER_WORDS, stem

_JOINS = frozenset({",", "or", "and"})
_ENDS = frozenset({".", ";", "!", "?"})
_LONGEST = 6
_INSIDE = frozenset({"/", "-", "&", "(", ")", "'"})
_NO_ITEMS = frozenset({
    "is", "are", "be", "must", "may", "can", "should", "has", "have", "not", "no", "never",
    "nothing", "anything", "everything", "other", "else", "only", "if", "when", "where", "unless",
    "blank", "empty", "missing", "null", "flag", "list", "report", "it", "they", "them", "that",
    "which", "for", "in", "so", "such", "any", "all", "every", "each", "value", "values", "one",
    "both", "none", "either",
    "than", "above", "below", "between", "least", "most", "number", "numbers",
    "do", "does", "fine", "case", "case-insensitive", "insensitive", "regardless", "irrespective",
    "ignoring", "i.e.", "e.g.", "namely", "whatever", "spelling", "capitals", "letters",
})  # fmt: skip
_COST = 0.4


def unheard_items(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Leaf]:
    """A text for every such item, and for words that values begin or end with."""
    yield from affix_words(tokens, lexicon)
    for items in _lists(tokens):
        columns = [_columns(text, lexicon) for _, _, text in items]
        known = [each for each in columns if each]
        shared = set.intersection(*known) if known else set()
        if not shared or (len(known) == 1 and not _end_alike(items)):
            continue
        for (start, end, text), column in zip(items, columns, strict=True):
            if end == items[0][1]:
                continue  # the first may have words before it that are none of its own
            words = {token.text for token in tokens[start:end]}
            is_new = not column and end > start + 1 and not words & _NO_ITEMS
            is_new = is_new and not _goes_on(text, shared, lexicon)
            if is_new and not words & lexicon.header_words:
                told = bare_text(_without_article(text, shared, lexicon))
                yield Leaf("bare", start, end, told, _COST, "text")


def _without_article(text: str, columns: set[tuple[str, str]], lexicon: Lexicon) -> str:
    """A sore throat, where no value of the column begins with an article."""
    article, _, rest = text.partition(" ")
    if article not in ("a", "an"):
        return text
    begins = (value for value in lexicon.values if value.startswith(("a ", "an ")))
    return text if any(_columns(value, lexicon) & columns for value in begins) else rest


_GOING_ON = FUNCTION_WORDS | {
    "please",
    "too",
    "also",
    "instead",
    "respectively",
    "today",
    "now",
    "currently",
    "alike",
    "always",
    "yet",
    "exactly",
    "because",
    "since",
    "though",
    "although",
    "while",
    "after",
    "before",
    "during",
    "per",
    "via",
    "as",
    "by",
    "with",
    "without",
    "at",
    "on",
    "under",
    "like",
    "whatever",
    "whichever",
    "otherwise",
    "alone",
    "throughout",
    "usually",
    "normally",
    "again",
}
_NEARLY = frozenset({
    "nearly", "almost", "perhaps", "maybe", "possibly", "even", "just", "simply", "something",
    "someone", "sometimes", "also", "rather", "occasionally", "rarely", "whatever", "similar",
    "exactly", "preferably", "ideally", "alternatively", "at", "as", "by", "with", "without",
    "like", "including", "especially", "mainly", "mostly", "typically", "usually", "normally",
    "often", "formerly", "previously", "currently", "now", "recently", "seldom", "optionally",
    "except", "excluding", "apart", "but", "later", "then", "soon", "eventually", "temporarily",
})  # fmt: skip
"""What tells of a value, or stands for one, and is a part of none."""


def _goes_on(text: str, columns: set[tuple[str, str]], lexicon: Lexicon) -> bool:
    """Whether words behind a value, or before it, tell more of it: tanker by default."""
    first, *rest = text.lower().split()
    if first in _NEARLY:
        return True
    places = (at for at in range(len(rest)) if rest[at] in _GOING_ON)
    return any(_columns(" ".join([first, *rest[:at]]), lexicon) & columns for at in places)


_AT_ENDS = frozenset({"start", "starts", "begin", "begins", "end", "ends", "starting", "ending"})
_NAMED_SIGNS = frozenset({
    "letter", "digit", "number", "figure", "capital", "vowel", "consonant", "sign", "symbol",
    "mark", "character", "char", "word", "text", "value", "punctuation", "space", "blank", "dot",
    "period", "point", "comma", "colon", "semicolon", "dash", "hyphen", "minus", "plus", "slash",
    "backslash", "underscore", "star", "asterisk", "hash", "percent", "ampersand", "quote",
    "apostrophe", "pipe", "bracket", "brace", "parenthesis", "parentheses", "tab", "newline",
    "full", "stop", "tilde", "emoji", "lowercase", "uppercase", "it", "one", "nothing", "null",
    "empty", "anything", "same",
})  # fmt: skip
"""Words that tell of what a text ends with rather than being it."""


def affix_words(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Leaf]:
    """Ends in min: a word of these sentences that values of a column do begin or end with."""
    for at in range(2, len(tokens)):
        verb, joint = (token.low for token in tokens[at - 2 : at])
        if verb not in _AT_ENDS or joint not in ("with", "in"):
            continue
        places = [*_listed(tokens, at)]
        may_go_on = len(places) > 1 or _is_no_english(tokens[at], lexicon)
        for place in places:
            is_last = place + 1 == len(tokens) or tokens[place + 1].shape == Shape.SIGN
            if (is_last or may_go_on) and _is_affix(tokens[place].low, lexicon):
                yield Leaf("bare", place, place + 1, bare_text(tokens[place].text), _COST, "text")


def _listed(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The places of the words of a list that begins here, of one word each."""
    yield at
    while at + 2 < len(tokens) and tokens[at + 1].low in _JOINS and tokens[at + 2].text != ",":
        at += 2 + (tokens[at + 1].text == "," and tokens[at + 2].low in _JOINS)
        if at >= len(tokens):
            return
        yield at


def _is_no_english(token: Token, lexicon: Lexicon) -> bool:
    """Begins with hf belong to …: a few letters without a vowel, and no header's word."""
    is_short = len(token.low) < 5 and not set("aeiouy") & {*token.low}
    return is_short and token.low not in lexicon.header_words


def _is_affix(low: str, lexicon: Lexicon) -> bool:
    """Whether values of a column begin or end with a word, which is no number and names no sign."""
    if len(low) < 2 or low in NUMBER_WORDS or stem(low) in _NAMED_SIGNS:
        return False
    is_part = any(value.startswith(low) or value.endswith(low) for value in lexicon.values)
    return is_part and low.isalpha() and low not in lexicon.values


def _end_alike(items: Sequence[tuple[int, int, str]]) -> bool:
    """Whether all items are a number and the same word: 12.0 oz, 16.0 oz and 24.0 oz."""
    found = [re.fullmatch(r"\d[\d.,]* (\D+)", text) for _, _, text in items if text[:1].isdigit()]
    words = {match[1] for match in found if match is not None}
    return len(found) > 1 and None not in found and len(words) == 1


def _columns(text: str, lexicon: Lexicon) -> set[tuple[str, str]]:
    return {(table, column) for table, column, _ in lexicon.values.get(text.lower(), ())}


_Item = tuple[int, int, str]


def _lists(tokens: Sequence[Token]) -> Iterator[list[_Item]]:
    """Runs of stretches with a comma or an "or" between; the first may have words before it."""
    run: list[_Item] = []
    start = 0
    for at in range(len(tokens) + 1):
        is_end = at == len(tokens) or (tokens[at].shape == Shape.SIGN and tokens[at].text in _ENDS)
        if not is_end and tokens[at].low not in _JOINS:
            continue
        if at > start and run:
            run += [_item(tokens, start, at)] if _is_item(tokens[start:at]) else []
        elif at > start:
            run += _first(tokens, start, at)
        is_last = is_end or (start > 0 and at > start and tokens[start - 1].low in ("or", "and"))
        start = at + 1
        if is_last:
            yield run
            run = []


def _first(tokens: Sequence[Token], start: int, end: int) -> list[_Item]:
    """Every end of the words before the first comma: one of them may be a value."""
    places = range(max(start, end - _LONGEST), end)
    return [_item(tokens, at, end) for at in places if _is_item(tokens[at:end])]


def _is_item(tokens: Sequence[Token]) -> bool:
    """Whether it may be a text; (High) is a part of one, and (case-insensitive) is a remark."""
    if any(a.text == "(" and b.text[:1].islower() for a, b in pairwise(tokens)):
        return False
    shapes = (Shape.WORD, Shape.NUMBER)
    return len(tokens) <= _LONGEST and all(
        token.shape in shapes or token.text in _INSIDE for token in tokens
    )


def _item(tokens: Sequence[Token], start: int, end: int) -> _Item:
    text = ""
    for before, token in zip([None, *tokens[start : end - 1]], tokens[start:end], strict=True):
        gap = " " if before is not None and token.start > before.end else ""
        text += gap + token.text
    return start, end, text
