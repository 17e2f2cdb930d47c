"""A sentence as tokens; nothing is thrown away but white space."""

from __future__ import annotations

# ruff: noqa: RUF001 - owners type these quotation marks
import re
from enum import StrEnum
from typing import NamedTuple


class Shape(StrEnum):
    """What a token looks like."""

    WORD = "word"
    NUMBER = "number"
    QUOTED = "quoted"
    DATE = "date"
    CLOCK = "clock"
    PARAMETER = "parameter"
    SIGN = "sign"


class Token(NamedTuple):
    """A stretch of the sentence: ``text`` as written (without quotes), ``low`` in lower case."""

    text: str
    low: str
    shape: Shape
    start: int
    end: int


_QUOTED = (
    r"(?<!\w)'(?P<single>[^'\n]+)'(?!\w)|\"(?P<double>[^\"\n]+)\"|`(?P<back>[^`\n]+)`"
    r"|“(?P<curly>[^”\n]+)”|‘(?P<curled>[^’\n]+)’(?!\w)"
)
_PATTERN = re.compile(
    rf"""
      (?P<quoted>{_QUOTED})
    | \{{(?P<parameter>[a-z][a-z0-9_]*)\}}
    | (?P<date>(?<![\w.-])\d{{4}}-\d{{2}}-\d{{2}}(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}})?)?(?![\w-]))
    | (?P<clock>(?<![\w.:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\w:]))
    | (?P<short>(?<!\w)(?:i\.e\.|e\.g\.|a\.m\.|p\.m\.|etc\.))
    | (?P<numero>(?<=[a-z]\s)[Nn](?:o|r)\.(?=\s+[a-z]))
    | (?P<code>(?:(?<!\S)[A-Z]{{1,3}}[+-]|(?<=with\s)\w{{1,12}}-)(?=[\s,;)?!]|[.]?$))
    | (?P<network>(?<![\w.])\d+(?:\.\d+){{2,3}}(?:/\d+)?(?![\w]))
    | (?P<groups>(?<![\w.])\d+(?:-\d+){{2,}}(?![\w-]))
    | (?P<number>(?:(?<![\w.])|(?<=\d\.\.))(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:[eE]-?\d+)?
        (?![\w.]*[A-Za-z_]|\d*-(?:letter|digit|character|word)s?\b))
    | (?P<address>(?<!\w)[a-z][a-z0-9+]{{1,9}}://(?:[\w-]+(?:[./-][\w-]+)*/?)?)
    | (?P<suffix>(?<=\s)(?:[.@\#]\w[\w.-]*\w|\.\d\b))
    | (?P<word>[^\W\d_]['’](?!s\b)\w+|\w[\w]*(?:[-.@/](?=\w)\w+)*(?:['’]\w+)?)
    | (?P<sign><=|>=|<>|!=|==|≤|≥|≠|\S)
    """,
    re.VERBOSE,
)
_SHAPES = (
    ("date", Shape.DATE), ("clock", Shape.CLOCK), ("short", Shape.WORD),
    ("code", Shape.WORD),
    ("number", Shape.NUMBER), ("sign", Shape.SIGN),
)  # fmt: skip
_CONTRACTIONS = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"),
    "shan't": ("shall", "not"), "it's": ("it", "is"), "there's": ("there", "is"),
    "they're": ("they", "are"), "we're": ("we", "are"), "you're": ("you", "are"),
    "they've": ("they", "have"), "we've": ("we", "have"), "you've": ("you", "have"),
    "that's": ("that", "is"), "who's": ("who", "is"), "what's": ("what", "is"),
}  # fmt: skip


_COUNTED = re.compile(
    r"(\d+|two|three|four|five|six|seven|eight|nine|ten)-(letter|digit|character|word)s?"
)
"""A two-letter code, a 4-digit year: a number and what it counts."""


def tokenize(sentence: str) -> list[Token]:
    """The tokens in order; contractions come apart (``isn't`` is ``is`` and ``not``)."""
    tokens: list[Token] = []
    for found in _PATTERN.finditer(sentence):
        tokens += _tokens_of(found)
    return tokens


def _tokens_of(found: re.Match[str]) -> list[Token]:
    text, start, end = found.group(0), found.start(), found.end()
    if found["quoted"]:
        inner = next(
            found[name] for name in ("single", "double", "back", "curly", "curled") if found[name]
        )
        return [Token(inner, inner.lower(), Shape.QUOTED, start, end)]
    if found["parameter"]:
        name = found["parameter"]
        return [Token(name, name, Shape.PARAMETER, start, end)]
    if found["numero"]:  # a receipt no. is a receipt number
        return [Token("number", "number", Shape.WORD, start, end)]
    for group, shape in _SHAPES:
        if found[group]:
            return [Token(text, text.lower(), shape, start, end)]
    return _words(text, start, end)


def _words(text: str, start: int, end: int) -> list[Token]:
    plain = text.replace("’", "'")
    low = plain.lower()
    if low in _CONTRACTIONS:
        first, second = _CONTRACTIONS[low]
        return [
            Token(first, first, Shape.WORD, start, end),
            Token(second, second, Shape.WORD, start, end),
        ]
    counted = _COUNTED.fullmatch(low)
    if counted:
        return _counted(counted, start)
    if low.endswith("n't"):
        return [
            Token(plain[:-3], low[:-3], Shape.WORD, start, end),
            Token("not", "not", Shape.WORD, start, end),
        ]
    if low.endswith("'s") and len(low) > 2:
        return [
            Token(plain[:-2], low[:-2], Shape.WORD, start, end - 2),
            Token("'s", "'s", Shape.WORD, end - 2, end),
        ]
    return [Token(plain, low, Shape.WORD, start, end)]


def _counted(found: re.Match[str], start: int) -> list[Token]:
    number, noun = found[1], found[2]
    shape = Shape.NUMBER if number.isdigit() else Shape.WORD
    middle = start + len(number)
    return [
        Token(number, number, shape, start, middle),
        Token(noun, noun, Shape.WORD, middle, start + len(found[0])),
    ]
