"""A rule behind what a value of its column means: x means missing, and it must not be missing.

Told in two sentences: grade 'x' means missing. grade must not be missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token

_MEANING = (
    ("means",), ("stands", "for"), ("counts", "as"), ("is", "the", "same", "as"), ("says",),
    ("is", "as", "good", "as"), ("denotes",), ("marks",),
)  # fmt: skip
_GAPS = frozenset({"missing", "empty", "unknown", "blank", "unrecorded", "absent"})
_MODALS = frozenset({"must", "may", "should", "can", "shall", "has", "needs", "is"})
_ARTICLES = frozenset({"a", "an", "the"})


def with_meaning_apart(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence in two, with the column in place of its "it"."""
    headers = {named.column.name for named in lexicon.columns}
    at = next((at for at, token in enumerate(tokens[:3]) if token.text in headers), None)
    if at is None or any(token.low not in _ARTICLES for token in tokens[:at]):
        return
    behind = at + 1 + (tokens[at + 1 : at + 2] != [] and tokens[at + 1].low in ("value", "of"))
    if behind >= len(tokens) or tokens[behind].shape != Shape.QUOTED:
        return
    end = _past_meaning(tokens, behind + 1)
    joint = [token.low for token in tokens[end : end + 4]] if end else []
    if joint[:3] == [",", "and", "it"] and joint[3:] and joint[3] in _MODALS:
        stop = tokens[end]._replace(text=".", low=".")
        yield [*tokens[:end], stop, tokens[at], *tokens[end + 3 :]]


def _past_meaning(tokens: Sequence[Token], at: int) -> int:
    """Where "means missing" ends; zero where no such thing is told."""
    for words in _MEANING:
        end = at + len(words)
        if tuple(token.low for token in tokens[at:end]) == words and end < len(tokens):
            return end + 1 if tokens[end].low in _GAPS else 0
    return 0
