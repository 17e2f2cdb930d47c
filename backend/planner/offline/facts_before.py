"""A weekday, a column or a value that a clause looks back at, told in its place.

Closed on Sundays, so no visit falls on one: on a Sunday. A grade of X means that nobody looked;
this may be the case for a tenth at most: the grade may be X for a tenth. Nobody's age may be above
120: no age may.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.leave_words import BARRED
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import WEEKDAYS, stem

_STOPS = frozenset({".", ";", "!", ":"})
_NOBODY = frozenset({"nobody", "no-one"})
_MEANING = frozenset({"means", "mean", "stands", "says"})


def with_facts_before(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with what it looks back at told where it does."""
    yield from _with_weekday(tokens)
    yield from _with_case(tokens, lexicon)


def _word(like: Token, text: str) -> Token:
    return like._replace(text=text, low=text.lower(), shape=Shape.WORD)


def _with_weekday(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """No visit falls on one: on the one weekday that was told before."""
    days = {at: stem(token.low) for at, token in enumerate(tokens) if stem(token.low) in WEEKDAYS}
    ends = [*tokens, None]
    backs = [
        at
        for at in range(1, len(tokens))
        if tokens[at].low == "one" and tokens[at - 1].low == "on"
        and (ends[at + 1] is None or tokens[at + 1].text in (*_STOPS, ","))
    ]  # fmt: skip
    if len(days) != 1 or len(backs) != 1 or backs[0] < min(days):
        return
    [day], back = days.values(), tokens[backs[0]]
    yield [*tokens[: backs[0]], _word(back, "a"), _word(back, day), *tokens[backs[0] + 1 :]]


def without_nobody(tokens: Sequence[Token]) -> list[Token]:
    """Nobody's age may be: no age may be."""
    for at in range(len(tokens) - 3):
        if tokens[at].low in _NOBODY and tokens[at + 1].low == "'s":
            return [*tokens[:at], _word(tokens[at], "no"), *tokens[at + 2 :]]
    return list(tokens)


def _with_case(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """A grade of X means … This may be the case for a tenth: the grade may be X for a tenth."""
    lows = [token.low for token in tokens]
    for at in range(5, len(tokens) - 5):
        is_back = lows[at] in ("this", "that") and lows[at + 1] == "may"
        if not is_back or lows[at + 2 : at + 5] != ["be", "the", "case"]:
            continue
        headers = {named.column.name for named in lexicon.columns}
        named = [place for place in range(at) if tokens[place].text in headers]
        told = _value_behind(tokens, named[0], at) if len(named) == 1 else None
        is_first = told is not None and {".", ";"} & {*lows[:at]} == {lows[at - 1]}
        if told is None or not is_first or not _is_gloss(tokens[told + 1 : at - 1], lexicon):
            return
        if lows[at + 5] in ("for", "in", "with", "on"):
            yield [tokens[named[0]], *tokens[at + 1 : at + 3], tokens[told], *tokens[at + 5 :]]
        return


def _is_gloss(story: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether what a value means is told in words that no value has, and that condition nothing."""
    words = {token.low for token in story}
    is_plain = all(token.shape == Shape.WORD for token in story)
    return is_plain and not words & (BARRED - _IDLE) and not words & set(lexicon.values)


_IDLE = frozenset({"not", "no", "never", "nobody", "nothing", "none", "without", "unknown", "lost"})


def _value_behind(tokens: Sequence[Token], column: int, end: int) -> int | None:
    """The place of the value that a sentence says of a column before it tells what it means."""
    at = column + 1
    at += tokens[at].low in ("of", "is")
    means = tokens[at + 1].low in _MEANING if at + 1 < end else False
    is_value = tokens[at].shape in (Shape.QUOTED, Shape.NUMBER) or tokens[at].text.isupper()
    return at if means and is_value else None
