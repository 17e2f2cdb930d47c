"""An option that allows nothing more than any rule does: empty, or the number of another row.

A rule asks nothing of an empty cell, so that the option may as well be told behind it. Where a file
spells out that a cell is empty (NULL), the remark behind it says so of every cell it reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.tokens import Shape, Token

_EMPTY = frozenset({"empty", "blank", "null", "missing"})
_BE = frozenset({"be", "is", "are"})
_ENDS = frozenset({".", ";", "!", "?"})
_BARRED = frozenset({
    "not", "no", "never", "neither", "nor", "if", "when", "unless", "only", "either", "filled",
    "json", "field", "key", "object", *_EMPTY,
})  # fmt: skip
"""What may make something else of the option."""


def with_empty_option_behind(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """It must be the number of another row; empty is allowed."""
    for at in range(2, len(tokens) - 3):
        if tokens[at].low not in _EMPTY:
            continue
        if tokens[at - 1].low in _BE and tokens[at + 1].low == "or":
            end = _end(tokens, at)
            rest = tokens[at + 2 : end]
            if _is_plain([*tokens[: at - 1], *rest]):
                yield _told(tokens[:at], rest, tokens[at], tokens[end:])
        return
    end = _end(tokens, 0)
    if end > 5 and tokens[end - 1].low in _EMPTY and tokens[end - 2].low == "or":
        rest = tokens[: end - 2]
        if _is_plain(rest) and any(each.low in _BE for each in rest):
            yield _told(rest, (), tokens[end - 1], tokens[end:])


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where the sentence ends."""
    ends = (at for at in range(start, len(tokens)) if tokens[at].text in _ENDS)
    return next(ends, len(tokens))


def _is_plain(told: Sequence[Token]) -> bool:
    is_quoted = any(each.shape == Shape.QUOTED for each in told)
    return not is_quoted and not any(e.low in _BARRED or e.text in _ENDS for e in told)


def _told(
    before: Sequence[Token], rest: Sequence[Token], empty: Token, behind: Sequence[Token]
) -> list[Token]:
    stop = empty._replace(text=";", low=";", shape=Shape.SIGN)
    allowed = (empty._replace(text=word, low=word, shape=Shape.WORD) for word in ("is", "allowed"))
    return [*before, *rest, stop, empty, *allowed, *behind]
