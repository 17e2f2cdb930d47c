"""An option that allows nothing more than any rule does: empty, or the number of another row.

A rule asks nothing of an empty cell, so that the option may as well be told behind it. Where a file
spells out that a cell is empty (NULL), the remark behind it says so of every cell it reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.stories.words import FLAGS
from backend.planner.offline.tokens import Shape, Token

_EMPTY = frozenset({"empty", "blank", "null", "missing"})
_BE = frozenset({"be", "is", "are"})
_ENDS = frozenset({".", ";", "!", "?"})
_BARRED = frozenset({
    "not", "no", "never", "neither", "nor", "if", "when", "unless", "only", "either", "filled",
    "json", "field", "key", "object", "which", "that", "who", "whose", "where", "while", "whenever",
    "with", "without", "wrong", "error", "errors", "invalid", "forbidden", "bad",
    *_EMPTY, *FLAGS,
})  # fmt: skip
"""What may make something else of the option."""


def with_empty_option_behind(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """It must be the number of another row; empty is allowed."""
    if any(token.text == "?" for token in tokens):
        return
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


_OPTIONAL = (
    ("is", "optional"), ("may", "be", "empty"), ("may", "be", "missing"), ("can", "be", "empty"),
    ("may", "be", "left", "empty"), ("may", "be", "left", "out"), ("need", "not", "be", "given"),
    ("is", "not", "required"), ("is", "not", "mandatory"), ("can", "be", "missing"),
)  # fmt: skip
_LACK = frozenset({"lack", "lacks", "without", "miss", "misses", "lacking"})


def with_limit_on_gaps(tokens: Sequence[Token], headers: frozenset[str]) -> Iterator[list[Token]]:
    """A fax is optional, but at most 90% may lack one: at most 90% may lack a fax."""
    first = tokens[0].low in ("a", "an", "the")
    if first >= len(tokens):
        return
    noun, words = tokens[first], [token.low for token in tokens]
    told = next((each for each in _OPTIONAL if starts_with(words[first + 1 :], each)), None)
    if told is None or noun.text not in headers:
        return
    behind = first + 1 + len(told)
    behind += words[behind : behind + 1] in ([","], [";"], ["."])
    behind += words[behind : behind + 1] in (["but"], ["however"], ["yet"])
    places = [at for at in range(behind + 1, len(tokens)) if words[at] in ("one", "it", "any")]
    if len(places) == 1 and words[places[0] - 1] in _LACK:
        [at] = places
        article = noun._replace(text="a", low="a")
        yield [*tokens[behind:at], article, noun, *tokens[at + 1 :]]


def starts_with(words: Sequence[str], told: Sequence[str]) -> bool:
    """Whether these words come first."""
    return tuple(words[: len(told)]) == tuple(told)


_BUT_NULL = (
    ("other", "than"), ("except",), ("except", "for"), ("apart", "from"), ("that", "is", "not"),
    ("which", "is", "not"), ("if", "not"), ("unless",), ("unless", "it", "is"),
    ("if", "it", "is", "not"),
)  # fmt: skip


def with_nulls_allowed(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Every code other than NULL must exist: every code must, and NULL is allowed."""
    words = [token.low for token in tokens]
    places = [at for at, word in enumerate(words) if word == "null"]
    if len(places) != 1 or words[0] not in ("every", "each", "any", "all", "the"):
        return
    [at] = places
    told = next((each for each in _BUT_NULL if tuple(words[at - len(each) : at]) == each), None)
    start = at - len(told or ())
    if told is None or start not in (2, 3) or words[-1] not in (".", "!"):
        return
    stop = tokens[-1]._replace(text=";", low=";", shape=Shape.SIGN)
    allowed = (tokens[at]._replace(text=word, low=word) for word in ("is", "allowed"))
    yield [*tokens[:start], *tokens[at + 1 : -1], stop, tokens[at], *allowed, tokens[-1]]


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
