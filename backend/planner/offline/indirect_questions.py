"""Questions that a command holds: check whether the code is unique, see if any fee is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.tokens import Shape, Token

_LEADS = frozenset({
    "check", "verify", "test", "see", "determine", "examine", "look", "find", "confirm", "tell",
    "say", "know", "ask", "report", "please", "out", "me", "us",
})  # fmt: skip
_WHETHER = frozenset({"whether", "if"})
_BEING = frozenset({"is", "are", "was", "were"})
_HAVING = {"has": "does", "have": "do"}
_LONGEST_SUBJECT = 7


def indirect_questions(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The question itself; nothing for a command that holds none, or more than one sentence."""
    at = next((at for at, token in enumerate(tokens[:5]) if token.low in _WHETHER), 0)
    if not at or any(token.low not in _LEADS for token in tokens[:at]):
        return
    asked = list(tokens[at + 1 :])
    end = next((place for place, t in enumerate(asked) if t.text in (".", "?", "!")), len(asked))
    if end + 1 < len(asked) or any(token.text in (":", ";", ",") for token in asked[:end]):
        return
    like = asked[end] if end < len(asked) else tokens[at]
    mark = like._replace(text="?", low="?", shape=Shape.SIGN)
    for place in range(min(end, _LONGEST_SUBJECT)):
        verb = asked[place]
        if place and verb.low in _BEING:
            yield [verb, *asked[:place], *asked[place + 1 : end], mark]
            return
        if place and verb.low in _HAVING:
            do, have = _as_word(verb, _HAVING[verb.low]), _as_word(verb, "have")
            yield [do, *asked[:place], have, *asked[place + 1 : end], mark]
            return


def _as_word(token: Token, word: str) -> Token:
    return token._replace(text=word, low=word, shape=Shape.WORD)
