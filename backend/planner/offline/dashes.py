"""Signs that are not what they look like: a dash for a colon, the point that a text ends with.

Fare - none above 500; starts with 10., followed by a digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Constant, Reads

_DASHES = frozenset("-–—")  # noqa: RUF001 - as owners type them
_LONGEST = 4
_BEGINS = frozenset({
    "no", "never", "not", "without", "only", "nothing", "none", "must", "always", "exactly",
    "should", "anything", "everything", "flag", "show", "report", "list", "either", "neither",
    "plain", "any", "may", "cannot", "whatever", "values", "entries", "just", "written", "starts",
    "ends", "begins", "has", "is", "can",
    "whole", "positive", "required", "mandatory", "unique", "integer",
})  # fmt: skip
"""What a demand begins with, and no number or column that could be taken off."""


def dash_leaves(tokens: Sequence[Token], at: int) -> Iterator[Leaf]:
    """The dash as a colon: in front of it just a name, behind it a demand; and 10. as a text."""
    yield from _pointed(tokens, at)
    token = tokens[at]
    if token.text not in _DASHES or not 0 < at <= _LONGEST or at + 1 >= len(tokens):
        return
    is_apart = tokens[at - 1].end < token.start and token.end < tokens[at + 1].start
    is_name = all(each.shape in (Shape.WORD, Shape.NUMBER) for each in tokens[:at])
    if is_apart and is_name and tokens[at + 1].low in _BEGINS:
        yield Leaf("=:", at, at + 1, True, 0.02)


def _pointed(tokens: Sequence[Token], at: int) -> Iterator[Leaf]:
    """A number with a point that ends no sentence, as a comma or a small letter goes on."""
    if tokens[at].shape != Shape.NUMBER or at + 2 >= len(tokens):
        return
    number, point, behind = tokens[at : at + 3]
    goes_on = behind.text == "," or behind.text[:1].islower()
    if point.text == "." and number.end == point.start < behind.start + 1 and goes_on:
        written = Constant(value=f"{number.text}.", reads=Reads.TEXT)
        yield Leaf("text", at, at + 2, written, 0.3, "text")
