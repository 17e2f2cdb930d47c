"""Remarks on texts that stand for an empty cell: TBC means that the figure is not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from backend.planner.offline.empties_words import (
    ASIDE,
    BARE_OUT,
    DETERMINER,
    END_IDLE,
    FINE,
    LEAVE,
    LEAVE_OUT,
    OUT,
    SOME_IDLE,
    one_of,
)
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token

_WORD = r"[a-z][a-z'/-]*"
_TEXT = one_of(
    "text|value|entry|word|code|string|marker|literal|placeholder|number|letters|abbreviation|sign",
    "mark|values|entries|codes|texts|symbol|character|dummy value|dummy",
)
_CELLS = one_of("cells?|entries|entry|values?|rows?|fields?|#|records?|lines?")
_THERE = (
    "(?: (?:there|here|in (?:the )?(?:column |field )?(?P<in_column>@\\d+)(?: column| field)?"
    "|in (?:this|that|the) (?:column|field|table)|in it|in #|(?:for|as) (?:a |an |the )?"
    "(?P<as_column>@\\d+)))?"
)
_MARKS = f"(?:(?:{DETERMINER} )?{_TEXT} |(?:an?|the) )?(?P<marks>\\$)"
_OR_EMPTY = (
    "(?: or (?:an? |the )?(?:empty|blank|missing)(?: (?:cell|one|value|entry|field|text))?)?"
)
"""The empty cell itself, which the mark stands beside."""
_NOTHING = one_of(
    "(?:an? |the )?(?:missing|empty|blank|unknown|null|absent)"
    "(?: (?:value|cell|entry|field|one|data|figure|number|date|values|cells|ones"
    "|(?P<void_column>@\\d+)))?",
    "nothing|none|no value|no data|no entry|no answer|no (?P<no_column>@\\d+)|blanks?|empties",
    "(?:not|not yet) (?:known|recorded|available|measured|given|there|filled|filled in|entered)"
    "(?: yet)?|not (?P<not_column>@\\d+)(?: yet)?",
    f"(?:the|its|a|that) (?:(?P<told_column>@\\d+)|{_WORD}) (?:is|was) (?:still )?(?:not known"
    "|unknown"
    "|missing|not measured|not recorded|empty|blank|not available|not given)(?: yet)?",
    "(?:it|this|that) is (?:not known|unknown|missing|not known yet|empty)",
    "(?:nobody|no one) (?:asked|looked|measured|knows|answered|counted)(?: it)?",
    "(?:there is|there was|there are|there were) (?:none|no values?|no (?P<none_column>@\\d+))",
)
_UNDONE = "(?:(?:it|that|they) (?:is|are|was|were|has been) )?not (?:yet )?[a-z]{2,}ed(?: yet)?"
"""Not sold yet: of a text that can only be a mark for nothing."""
_MEANS = (
    one_of(
        "means?|stands? for|denotes?|is used for|are used for|marks?|indicates?|signals?|says?",
        "is short for|is our code for|is code for|is a code for|is the code for|is our word for",
        "is our sign for|is written for|is entered for|is what we write for|is shorthand for",
    )
    + "(?: that)?"
)
_COUNTS = one_of(
    "(?:counts?|(?:is|are)(?: to be)? (?:treated|read|taken|regarded|counted|understood|handled"
    "|considered|seen)|(?:must|should|shall|can|may|has to|have to) be (?:treated|read|taken"
    "|regarded|counted|understood|handled|considered|seen))"
    " (?:as|like|for|to be|as if it were|the same as)",
    "(?:is|are)(?: just| simply| only)? (?:the same as|equivalent to|equal to|another word for"
    "|no more than|nothing but|the same thing as|like|a synonym for)|equals?",
)
_AND_FINE = (
    f"(?:(?: ,)? (?P<spared>(?:and|so|which|and so) (?:(?:it|they|this|that|these|those) )?"
    f"(?:{FINE}|{OUT}|(?:is|are) (?:to be|therefore) {BARE_OUT}|{BARE_OUT})"
    f"|(?:and |so |and so )?{LEAVE_OUT} (?:it|them|those|these|that|such #|those #|such cells)"
    f"|(?:and |so |and so )?{LEAVE} (?:it|them|those|these|that) {ASIDE}))?"
)
_LEAD = "(?:(?:and|but|note that|of course(?: ,)?|here|in #)(?: ,)? )?"
SENTINELS = frozenset({
    "?", "-", "n/a", "na", "null", "none", "nil", "nan", "tbd", "tbc", "unknown", ".", "*", "/",
    "x", "\u2013", "n.a.", "--", "n.a", "nn", "unk", "undefined", "#n/a", "missing",
})  # fmt: skip
_SIGNS = {
    ("hyphen",): "-", ("dash",): "-", ("question", "mark"): "?", ("asterisk",): "*",
    ("star",): "*", ("slash",): "/", ("minus", "sign"): "-", ("full", "stop"): ".",
}  # fmt: skip
_BRACKETS = {"{": "}", "[": "]"}
"""An empty list, as programs write it."""


class Marks(NamedTuple):
    """Texts that stand for an empty cell, and in which column, if it is told."""

    texts: tuple[str, ...]
    columns: tuple[str, ...]
    """A column as ``@0``, also where it is said twice; nothing for whichever the rule reads."""
    is_spared: bool
    """What is so marked is left out of the rule."""
    start: int
    end: int


@cache
def _forms() -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """Every form, whether the marks are left out by it, and whether it says what they mean."""
    nothing = f"{SOME_IDLE}{_NOTHING}{END_IDLE}{_AND_FINE}"
    said = f"(?:{_MEANS}|{_COUNTS}) {nothing}"
    place = r"(?:in (?:the )?(?:column )?(?P<first_column>@\d+) ,? ?)?"
    cells = (
        f"(?:{DETERMINER} )?(?:{_CELLS}|(?P<with_column>@\\d+)) (?:with|of|reading|saying|that say"
        f"|that read|that hold|holding|containing|in which) {_MARKS}{_THERE}{_OR_EMPTY} {SOME_IDLE}"
    )
    forms = (
        (f"{place}{_MARKS}{_THERE}{_OR_EMPTY} {SOME_IDLE}{said}", False, True),
        (f"{cells}{said}", False, True),
        (f"{cells}{_MEANS} {_UNDONE}{END_IDLE}{_AND_FINE}", False, False),
        (f"{place}{_MARKS}{_THERE} (?:is|are) {nothing}", False, False),
        (f"(?:treat|read|take|count|regard|consider|see|understand) {_MARKS}{_THERE} "
         f"(?:as|like|to be) {_NOTHING}{END_IDLE}", False, True),
        (f"{LEAVE} {_MARKS}{_THERE} {ASIDE}", True, False),
        (f"{_MARKS}{_THERE} (?:{OUT}|{BARE_OUT})", True, False),
        (f"{LEAVE_OUT} {_MARKS}{_THERE}", True, False),
    )  # fmt: skip
    return tuple(
        (re.compile(f"{_LEAD}{form}{END_IDLE}"), spared, says) for form, spared, says in forms
    )


def marks_in(
    tokens: Sequence[Token], places: Sequence[tuple[int, str]], lexicon: Lexicon
) -> Marks | None:
    """The texts that a clause says to mean "empty"; ``places`` are its words and where they are."""
    found: set[Marks] = set()
    for first, count, texts in _candidates(tokens, places, lexicon):
        words = [word for _, word in places]
        clause = " ".join([*words[:first], "$", *words[first + count :]])
        for pattern, is_spared, says in _forms():
            match = pattern.fullmatch(clause)
            if match is None or not (says or all(map(_is_sentinel, texts))):
                continue
            named = match.groupdict()
            columns = {text for name, text in named.items() if name.endswith("_column") and text}
            spared = is_spared or bool(named.get("spared"))
            told = tuple(sorted(columns))
            found.add(Marks(texts, told, spared, places[first][0], places[-1][0]))
    return found.pop() if len(found) == 1 else None


def _is_sentinel(text: str) -> bool:
    """Whether a text can only be a mark for nothing: n/a, ?, -9999."""
    return text.lower() in SENTINELS or re.fullmatch(r"-?99+(\.9+)?", text) is not None


def _candidates(
    tokens: Sequence[Token], places: Sequence[tuple[int, str]], lexicon: Lexicon
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a mark may stand in the clause, over how many words, and its texts."""
    single = {at: mark for at in range(len(places)) if (mark := _mark(tokens, places, at, lexicon))}
    for at, (count, texts) in single.items():
        yield at, count, texts
        joint = at + count
        is_joined = joint < len(places) and places[joint][1] in ("and", "or", "/")
        if is_joined and joint + 1 in single:
            more, others = single[joint + 1]
            yield at, count + 1 + more, (*texts, *others)


def _mark(
    tokens: Sequence[Token], places: Sequence[tuple[int, str]], at: int, lexicon: Lexicon
) -> tuple[int, tuple[str, ...]] | None:
    """The text that begins here, if it may be a mark, and over how many words it stands."""
    place, word = places[at]
    token = tokens[place]
    if word.startswith("@") or word == "#":
        return None
    if token.shape == Shape.QUOTED:
        return 1, (token.text,)
    for words, sign in _SIGNS.items():
        if tuple(word for _, word in places[at : at + len(words)]) == words:
            return len(words), (sign,)
    if token.text in _BRACKETS and place + 1 < len(tokens):
        closing = tokens[place + 1]
        is_empty = closing.text == _BRACKETS[token.text] and closing.start == token.end
        return (2, (token.text + closing.text,)) if is_empty else None
    if token.text == "-" or token.shape == Shape.NUMBER:
        return _number(tokens, place)
    spelled = tuple(dict.fromkeys(value for *_, value in lexicon.values.get(token.low, ())))
    if token.text in spelled:
        return 1, (token.text,)
    is_mark = token.low in SENTINELS or bool(spelled) or token.text.isupper()
    return (1, spelled or (token.text,)) if is_mark else None


def _number(tokens: Sequence[Token], place: int) -> tuple[int, tuple[str, ...]] | None:
    """A number, with the minus sign that stands close to it."""
    token = tokens[place]
    if token.shape == Shape.NUMBER:
        is_negative = place > 0 and tokens[place - 1].text == "-"
        return None if is_negative else (1, (token.text,))
    is_sign = place + 1 < len(tokens) and tokens[place + 1].shape == Shape.NUMBER
    if is_sign and tokens[place + 1].start == token.end:
        return 2, (f"-{tokens[place + 1].text}",)
    return 1, ("-",)
