"""Shares told inside a sentence about most: most entries, at least 75%, have to be dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.tokens import Shape, Token

_MOST = (("most", "of", "the"), ("most", "of"), ("nearly", "all"), ("almost", "all"), ("most",))
_BOUNDS = (
    ("at", "least"), ("no", "less", "than"), ("no", "fewer", "than"), ("more", "than"), ("over",),
)  # fmt: skip
_CLOSING = {",": ",", "(": ")", "\u2013": "\u2013"}
_LONGEST = 8


def shares_first(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The sentence with the share in the place of "most", which it makes exact."""
    lows = tuple(token.low for token in tokens)
    most = next((told for told in _MOST if lows[: len(told)] == told), None)
    start = next((at for at, token in enumerate(tokens) if token.text in _CLOSING), 0)
    if most is None or start <= len(most):
        return
    behind = lows[start + 1 :]
    closing = _CLOSING[tokens[start].text]
    end = behind.index(closing) if closing in behind[:_LONGEST] else 0
    is_bound = any(behind[: len(told)] == told for told in _BOUNDS)
    if is_bound and end and behind[end - 1] in ("%", "percent"):
        of = tokens[start]._replace(text="of", low="of", shape=Shape.WORD)
        share = tokens[start + 1 : start + 1 + end]
        yield [*share, of, *tokens[len(most) : start], *tokens[start + 2 + end :]]
