"""A sentence told in the frame of another that means the same: there must be no X is "flag X".

What must not be there is what is asked for; what is flagged for not being so must be so; and what
must be so if something holds must be so, if that holds. It is tried where a sentence has no
reading of its own, and none that it would have to be told apart from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.tokens import Shape, Token

_FLAGS = frozenset({"flag", "list", "show", "report", "find"})
_ME = frozenset({"me", "us", "all", "any", "every", "the", "each"})
_DUTIES = frozenset({"must", "should", "may", "can", "shall", "could"})
_THAT = frozenset({"that", "which", "who"})
_BE = frozenset({"is", "are", "was", "were"})
_DO = frozenset({"do", "does"})
_IF = frozenset({"if", "when", "whenever"})
_ROWS = frozenset({"row", "rows", "record", "records", "entries"})
_SEVERAL = frozenset({
    "and", "or", "nor", "neither", "either", "but", "unless", "except", "although", "though",
    "while", "whereas", "if", "when", "because", "so", "than", "also",
})  # fmt: skip
"""Of what a denial or a condition would deny, it is not plain how much."""
_DENIALS = frozenset({
    "no", "not", "never", "none", "nobody", "nothing", "without", "only", "any", "anything",
    "even", "yet", "all", "both", "every", "each", "just", "other", "another", "same", "always",
    "ever", "too", "enough", "own", "everywhere", "anywhere", "throughout", "together", "once",
    "twice", "some", "half", "many", "few", "several", "part",
})  # fmt: skip
_MEASURED = frozenset(
    {"more", "fewer", "less", "two", "three", "other", "such", "need", "one", "way"}
)
_NO_CONDITIONS = frozenset({"only", "even", "except", "but", "as", "not", "and", "or", "what"})
_ENDS = frozenset({".", "!"})
_FEWEST = 4
"""Words of a sentence that has a subject, a duty and what is wanted."""


def other_frames(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The same sentence in other frames; nothing where there are several, or signs within it."""
    body = list(tokens)
    end = body.pop() if body and body[-1].text in {*_ENDS, "?"} else None
    if len(body) < _FEWEST or any(token.text in ".;:?!(\u2013\u2014" for token in body):
        return
    stop = _as(body[-1], ".")
    if end is not None and end.text == "?":
        told = _asked_for(body)
    else:
        told = _not_there(body) or _must_be_so(body) or _must_not(body) or _if_first(body)
    if told:
        yield [*told, stop]


def _asked_for(body: Sequence[Token]) -> list[Token]:
    """Are there any X? Flag X."""
    lows = [token.low for token in body[:3]]
    is_any = lows[0] in _BE and lows[1:] == ["there", "any"] and body[3].low not in _MEASURED
    return [_as(body[0], "flag"), *body[3:]] if is_any else []


def _not_there(body: Sequence[Token]) -> list[Token]:
    """There must be no X; there should not be any X."""
    lows = [token.low for token in body[:5]]
    if lows[0] != "there" or lows[1] not in _DUTIES | _BE:
        return []
    at = next((n for n in range(1, len(lows)) if lows[n] in ("no", "any")), 0)
    between = set(lows[1:at]) - _DUTIES - _BE - {"be", "not"}
    is_denied = lows[at] == "no" or "not" in lows[:at]
    rest = body[at + 1 :]
    if not at or between or not is_denied or not rest or rest[0].low in _MEASURED:
        return []
    return [_as(body[0], "flag"), *rest]


def _must_be_so(body: Sequence[Token]) -> list[Token]:
    """Flag X that are not Y; that do not have Y; rows whose Z is not Y."""
    if body[0].low not in _FLAGS:
        return []
    lows = [token.low for token in body]
    start = next((n for n in range(1, len(lows)) if lows[n] not in _ME), len(lows))
    at = next((n for n in range(start + 2, len(lows) - 1) if lows[n] == "not"), 0)
    if not at or _is_unclear(lows[at + 1 :]):
        return []
    is_whose = lows[start] in _ROWS and lows[start + 1] == "whose"
    must, be = _as(body[at], "must"), _as(body[at], "be")
    if is_whose and lows[at - 1] in _BE and not _is_unclear(lows[start + 2 : at]):
        return [*body[start + 2 : at - 1], must, be, *body[at + 1 :]]
    if lows[start + 1] not in _THAT or at != start + 3:
        return []
    each = _as(body[0], "each")
    if lows[at - 1] in _BE:
        return [each, body[start], must, be, *body[at + 1 :]]
    if lows[at - 1] in _DO and lows[at + 1] == "have":
        return [each, body[start], must, *body[at + 1 :]]
    return []


def _must_not(body: Sequence[Token]) -> list[Token]:
    """X must not have Y: no X may have Y."""
    lows = [token.low for token in body]
    if lows[1] not in ("must", "may", "should", "can") or lows[2] != "not":
        return []
    if lows[3] not in ("have", "be") or _is_unclear(lows[4:]):
        return []
    return [_as(body[0], "no"), body[0], _as(body[1], "may"), *body[3:]]


def _if_first(body: Sequence[Token]) -> list[Token]:
    """X must be Y if Z: if Z, X must be Y."""
    lows = [token.low for token in body]
    places = [n for n in range(1, len(lows) - 2) if lows[n] in _IF]
    if len(places) != 1 or lows[0] in _FLAGS | _IF or not {*lows[: places[0]]} & _DUTIES:
        return []
    [at] = places
    if lows[at - 1] in _NO_CONDITIONS or "," in lows or _is_unclear(lows[:at]):
        return []
    return [_as(body[at], "if"), *body[at + 1 :], _as(body[at], ","), *body[:at]]


def _is_unclear(lows: Sequence[str]) -> bool:
    """Whether a denial or a condition before or behind may be of a part of it only."""
    return not (_SEVERAL | _DENIALS).isdisjoint(lows)


def _as(token: Token, word: str) -> Token:
    shape = Shape.WORD if word.isalpha() else Shape.SIGN
    return token._replace(text=word, low=word, shape=shape)
