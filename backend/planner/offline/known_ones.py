"""A list told behind a request for what is not on it, put where the request names its column.

Flag boats with a flag we do not know. The known ones are A, B and C: flag boats whose flag is not
A, B or C. What is told of the list besides stays behind it; where several may stand in a cell, all
parts of it must be on the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.words import FLAGS
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.told_lists import JOINS

_KNOW = "(?:know|accept|use|have|sell|serve|offer|keep|recognise|recognize|expect|allow)"
_KNOWN = (
    "(?:known|accepted|used|valid|allowed|permitted|official|recognised|recognized|expected"
    "|existing|correct|right|proper|real|registered|listed)"
)
_ONES = "(?:ones|values|codes|kinds|types|options|entries)"
_UNKNOWN = re.compile(
    f"(?: (?:that|which))? (?:we|i) do not {_KNOW}"
    f"|(?: (?:that|which))?(?: (?:is|are))? not (?:{_KNOWN}|on our list|on the list|in our list"
    "|in the list|among ours|one of ours|known to us)"
    f"|(?: (?:that|which)) (?:does|do) not exist"
)
_BEFORE = frozenset({"unknown", "invalid", "unlisted", "unrecognised", "unrecognized", "illegal",
                     "undefined", "unexpected", "unofficial"})  # fmt: skip
_LISTED = re.compile(
    f"(?:the|our) {_KNOWN} (?:{_ONES}|@) are|(?:the|our) {_ONES} (?:that |which )?we {_KNOW} are"
    f"|(?:the )?{_KNOWN}(?: {_ONES}| @)? are|we (?:only )?{_KNOW}|(?:the|our) list (?:holds|is"
    f"|has|contains|consists of|reads)|there are|(?:the )?{_KNOWN} are"
)
_SEVERAL = re.compile(
    r"(?:a|an|each|every|one|the) [a-z]+ (?:can|may|might) (?:carry|have|hold|show|bear|list"
    "|contain|get|be given) (?:several|more than one|many)(?: of them| of these)?(?: ,)? "
    "(?:separated|divided|split|joined) by (?:an? )?(?P<sign>semicolons?|commas?|slash(?:es)?"
    "|blanks?|spaces?)"
)
_SIGNS = {"s": ";", "c": ",", "/": "/", "b": " "}
_NOUNS = frozenset({"code", "codes", "value", "values", "type", "kind", "name", "entry", "number"})
_LONGEST = 8


def with_known_ones(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """Flag boats whose flag is not one of those that the next sentence lists."""
    stop = next((at for at, token in enumerate(tokens) if token.text in (".", ";", ":")), 0)
    if stop < 4 or tokens[0].low not in FLAGS or stop + 3 > len(tokens):
        return
    asked = _asked(tokens[:stop], lexicon)
    if asked is None:
        return
    head, column = asked
    for length in range(2, _LONGEST):
        opening = [_sign(token, column) for token in tokens[stop + 1 : stop + 1 + length]]
        if not _LISTED.fullmatch(" ".join(opening)):
            continue
        start = stop + 1 + length
        end = _list_end(tokens, start)
        if end is not None:
            listed = [_item(token, first) for first, token in enumerate(tokens[start:end])]
            full_stop = tokens[stop]._replace(text=".", low=".")
            rest = _behind(tokens, end)
            several = _several(rest)
            if several is not None:
                sign, count = several
                head, rest = _of_all_parts(column, sign), rest[count:]
                rest = rest[1:] if rest and rest[0].text in (",", ".", ";") else rest
            yield [*head, *listed, full_stop, *rest]
            return


def _several(rest: Sequence[Token]) -> tuple[str, int] | None:
    """What stands between several values of one cell, and how many words say so."""
    for count in range(len(rest), 5, -1):
        found = _SEVERAL.fullmatch(" ".join(token.low for token in rest[:count]))
        if found is not None:
            sign = found["sign"]
            first = "/" if sign.startswith("sl") else "b" if sign.startswith("sp") else sign[0]
            return _SIGNS[first], count
    return None


def _of_all_parts(column: Token, sign: str) -> list[Token]:
    """All parts of the column, separated by a sign, must be one of."""
    told = ["all", "parts", "of", column.text, ",", "separated", "by", sign, ",", *_MUST_BE]
    return [
        column._replace(text=word, low=word.lower(), shape=_shape(at, word))
        for at, word in enumerate(told)
    ]


_MUST_BE = ("must", "be", "one", "of")
_PLACE_OF_SIGN = 7


def _shape(at: int, word: str) -> Shape:
    if at == _PLACE_OF_SIGN:
        return Shape.QUOTED
    return Shape.SIGN if word == "," else Shape.WORD


def _sign(token: Token, column: Token) -> str:
    return "@" if token.low.rstrip("s") == column.low.rstrip("s") else token.low


def _asked(request: Sequence[Token], lexicon: Lexicon) -> tuple[list[Token], Token] | None:
    """The request up to "whose column is not", and its column."""
    headers = {named.column.name for named in lexicon.columns}
    places = [at for at, token in enumerate(request) if token.text in headers]
    lows = [token.low for token in request]
    at = places[0] if len(places) == 1 else 0
    if at < 3:
        return None
    after = at + 1 + (lows[at + 1 : at + 2] != [] and lows[at + 1] in _NOUNS)
    behind = " ".join(["", *lows[after:]]).rstrip()
    is_unknown = not behind and lows[at - 1] in _BEFORE
    start = at - is_unknown
    start -= lows[start - 1] in ("a", "an", "any", "the")
    if lows[start - 1] not in ("with", "of", "having", "in", "on", "under"):
        return None
    if not is_unknown and not _UNKNOWN.fullmatch(behind):
        return None
    like = request[at]
    words = (like._replace(text=word, low=word, shape=Shape.WORD) for word in ("is", "not"))
    whose = like._replace(text="whose", low="whose", shape=Shape.WORD)
    return [*request[: start - 1], whose, like, *words], like


def _list_end(tokens: Sequence[Token], start: int) -> int | None:
    """Where a list of two or more single words ends, and its clause with it."""
    end = start
    while end < len(tokens) and tokens[end].text not in (".", ";", "!"):
        end += 1
    told = tokens[start:end]
    items = [token for token in told if token.low not in JOINS]
    is_list = len(items) > 1 and told[0].low not in JOINS and told[-1].low not in JOINS
    is_plain = all(token.shape in (Shape.WORD, Shape.NUMBER, Shape.QUOTED) for token in items)
    pairs = pairwise(told)
    is_split = all(one.low in JOINS or other.low in JOINS for one, other in pairs)
    return end if is_list and is_plain and is_split else None


def _item(token: Token, at: int) -> Token:
    if token.low in JOINS:
        return token if token.text == "," else token._replace(text="or", low="or")
    return token._replace(shape=Shape.QUOTED) if token.shape == Shape.WORD else token


def _behind(tokens: Sequence[Token], end: int) -> Sequence[Token]:
    return tokens[end + 1 :] if end < len(tokens) else ()
