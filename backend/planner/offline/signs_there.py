"""What must be in a column, told of the column: there must be exactly one @ in mail.

A sentence that has no reading is read again with the column as its subject: mail must contain
exactly one @. Only signs and kinds of characters are told so; of rows "there must be" counts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token

_WITHIN = frozenset({"in", "inside", "within"})
_OF_A_PLACE = frozenset({"of"})
_EACH = frozenset({"every", "each", "all", "the", "a", "an"})
_MODALS = frozenset({"must", "should", "shall"})
_BEING = frozenset({"is", "are"})
_SIGNS = frozenset({
    "digit", "digits", "letter", "letters", "character", "characters", "dot", "dots", "dash",
    "dashes", "hyphen", "hyphens", "comma", "commas", "colon", "colons", "slash", "slashes",
    "underscore", "underscores", "space", "spaces", "blank", "blanks", "semicolon", "semicolons",
    "capital", "capitals", "period", "periods", "apostrophe", "apostrophes", "bracket", "brackets",
})  # fmt: skip
_STOPS = frozenset({".", "!", "?", ";", ",", ":", "and", "or", "but", "not", "only", "unless"})


def signs_there(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """There must be exactly one @ in each mail: each mail must contain exactly one @."""
    told = list(tokens)
    end = told.pop() if told and told[-1].text in (".", "!", "?") else None
    headers = {named.column.name for named in lexicon.columns}
    is_asked = end is not None and end.text == "?"
    start = _start(told, is_asked=is_asked)
    if start is None or len(told) < start + 3 or told[-1].text not in headers:
        return
    subject, place = [told[-1]], len(told) - 2
    if told[place].low in _EACH | {"any"}:
        subject, place = [told[place], told[-1]], place - 1
    what = told[start:place]
    is_of_any = subject[0].low == "any"
    if not _is_of_signs(what, headers) or told[place].low not in _WITHIN | _OF_A_PLACE:
        return
    is_of_each = subject[0].low in ("every", "each", "all")
    if is_asked and not is_of_any and not is_of_each:
        return
    if _is_unclear(what, told[place], told[:start], is_of_each=is_of_each):
        return
    words = _never_or_must(told, start, is_asked=is_asked, is_of_any=is_of_any)
    if words is None:
        return
    if is_of_any:
        subject = subject[1:]
    yield [*subject, *(_word(told[0], word) for word in words), *what]


def _is_unclear(
    what: Sequence[Token], within: Token, lead: Sequence[Token], *, is_of_each: bool
) -> bool:
    """Whether blanks may be empty cells, "not in each" be in some, or "of" lead to no place."""
    lows = {each.low for each in what}
    if {"blank", "blanks"} & lows and not is_of_each:
        return True
    if is_of_each and {"not", "never"} & {token.low for token in lead}:
        return True
    return within.low in _OF_A_PLACE and not {"before", "after"} & lows


def _start(told: Sequence[Token], *, is_asked: bool) -> int | None:
    """Where it begins what is there: behind "is there" or "there must be"."""
    lows = [token.low for token in told[:4]]
    if is_asked:
        is_there = len(lows) > 1 and lows[0] in _BEING and lows[1] == "there"
        return (2 + (lows[2:3] == ["always"])) if is_there else None
    if lows[:1] != ["there"]:
        return None
    if lows[1:2] and lows[1] in _MODALS and "be" in lows[2:4]:
        return lows.index("be") + 1
    return 2 if lows[1:2] and lows[1] in _BEING else None


def _never_or_must(
    told: Sequence[Token], start: int, *, is_asked: bool, is_of_any: bool
) -> tuple[str, ...] | None:
    lows = {token.low for token in told[:start]}
    if is_of_any:
        return ("must", "not", "contain") if is_asked else None
    denied = bool({"not", "never"} & lows)
    return ("must", "not", "contain") if denied else ("must", "contain")


def _is_of_signs(what: Sequence[Token], headers: set[str]) -> bool:
    """Whether signs or kinds of characters are told, and nothing of rows or other columns."""
    if not what or any(token.text in headers or token.low in _STOPS for token in what):
        return False
    return any(
        token.low in _SIGNS or (token.shape == Shape.SIGN and not token.text.isalnum())
        for token in what
    )


def _word(token: Token, word: str) -> Token:
    return token._replace(text=word, low=word, shape=Shape.WORD)
