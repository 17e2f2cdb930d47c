"""A number that is looked back at: there is room for 120 crates, so not more than that.

A sentence that has no reading is read again with the number in place of "that", and with its unit
of time if it has one. It must be the only one that was told, and no share of anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.tokens import Shape, Token

_BACK = frozenset({"that", "this", "it"})
_BOUNDS = frozenset({
    "than", "exceed", "exceeds", "exceeding", "above", "over", "below", "under", "beyond", "most",
    "least", "to", "surpass", "reach",
})  # fmt: skip
_AFTER_TO = frozenset({"up", "equal"})
_STOPS = frozenset({".", ";", ",", "!", "?", ":", "-", "–", "—"})  # noqa: RUF001 - a dash as typed
_IF = frozenset({"if", "when", "whenever", "where", "wherever", "once"})
"""Before a number: what is compared with it may be looked back at as well."""
_SHARES = frozenset({
    "%", "percent", "per", "times", "/", "st", "nd", "rd", "th", "-", "to", "and", "or",
})  # fmt: skip
"""What makes a share or a range of a number."""
_TIMES = frozenset({
    "days", "day", "hours", "minutes", "weeks", "months", "years", "hour", "minute", "week",
    "month", "year", "seconds", "second",
})  # fmt: skip
_OFTEN = frozenset({"within", "every", "each", "after", "before", "last", "past", "next"})
"""Before a number: it tells when or how often something is, and not how much there is."""


def with_told_number(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The sentence with the one number that was told in place of what looks back at it."""
    places = [at for at in range(2, len(tokens)) if _looks_back(tokens, at)]
    shapes = [token.shape for token in tokens]
    told = [at for at, shape in enumerate(shapes) if shape == Shape.NUMBER]
    is_other = {Shape.DATE, Shape.CLOCK, Shape.PARAMETER} & set(shapes)
    if len(places) != 1 or len(told) != 1 or is_other:
        return
    [place], [number] = places, told
    behind = tokens[number + 1].low if number + 1 < len(tokens) else ""
    is_before = any(token.text in _STOPS for token in tokens[number:place])
    if not is_before or behind in _SHARES or tokens[number - 1].text in ("-", "$", "€", "£", "."):
        return
    if {token.low for token in tokens[:number]} & _IF:
        return
    is_span = behind in _TIMES
    if tokens[number - 1].low in (_OFTEN | {"in", "for"} if is_span else _OFTEN):
        return
    amount = tokens[number : number + 2] if is_span else tokens[number : number + 1]
    yield [*tokens[:place], *amount, *tokens[place + 1 :]]


def _looks_back(tokens: Sequence[Token], at: int) -> bool:
    """More than that, at the end of a clause."""
    if tokens[at].low not in _BACK or tokens[at - 1].low not in _BOUNDS:
        return False
    if tokens[at - 1].low == "to" and tokens[at - 2].low not in _AFTER_TO:
        return False
    return at + 1 == len(tokens) or tokens[at + 1].text in _STOPS
