"""Rows with and without what a column counts: listings without reviews, by number_of_reviews.

Where no table holds the things themselves, there are none of them where their number is 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of

_COUNTS = (("number", "of"), ("num",), ("n",), ("nb",), ("no", "of"), ("nr", "of"), ("count", "of"))
_NONE = frozenset({"no", "any"})
_HAVING = frozenset({"have", "has", "having", "had"})
_BEHIND = frozenset({"in", "of", "per", "by", "that", "which", "from"})


def with_counts(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the number 0, or one above it, in the place of having none or some."""
    headers = _headers(lexicon)
    told, changed = list(tokens), False
    for at in range(len(tokens) - 1, 0, -1):
        header = headers.get(stem(tokens[at].low))
        if header is None or not _is_counted(tokens, at) or _goes_on(tokens, at):
            continue
        start, bound, opening = _none_or_some(tokens, at)
        if start is None:
            continue
        words = [*opening, header, *bound]
        told[start : at + 1] = [_as_word(tokens[at], word) for word in words]
        changed = True
    if changed:
        yield told


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Reviews, and any review."""
    return tokens[at].low.endswith("s") or tokens[at - 1].low == "any"


def _headers(lexicon: Lexicon) -> dict[str, str]:
    """The columns that count something, by what they count; none of what another word names."""
    tables = {each for stems in lexicon.table_stems.values() for each in stems}
    names = [named.column.name for named in lexicon.columns]
    found: dict[str, list[str]] = {}
    for named in lexicon.columns:
        stems = stems_of(named.column.name)
        lead = next((lead for lead in _COUNTS if stems[: len(lead)] == lead), ())
        rest = stems[len(lead) :] if lead else stems[:-1] if stems[-1:] == ("count",) else ()
        if len(rest) == 1 and named.column.type == ColumnType.INTEGER and rest[0] not in tables:
            found.setdefault(rest[0], []).append(named.column.name)
    bare = {stems_of(name) for name in names}
    return {
        what: headers[0]
        for what, headers in found.items()
        if len(headers) == 1 and (what,) not in bare
    }


def _none_or_some(
    tokens: Sequence[Token], at: int
) -> tuple[int | None, tuple[str, ...], tuple[str, ...]]:
    before, far = tokens[at - 1].low, tokens[at - 2].low if at > 1 else ""
    if before == "without":
        return at - 1, ("0",), ("with",)
    if before in _NONE and far == "without":
        return at - 2, ("0",), ("with",)
    if before in ("no", "zero", "0") and far == "with":
        return at - 2, ("0",), ("with",)
    if before == "with":
        return at - 1, ("above", "0"), ("with",)
    return None, (), ()


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Reviews per month, reviews of a kind: more than the things that are counted."""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return behind in _BEHIND


def _as_word(token: Token, word: str) -> Token:
    shape = Shape.NUMBER if word.isdigit() else Shape.WORD
    return token._replace(text=word, low=word.lower(), shape=shape)
