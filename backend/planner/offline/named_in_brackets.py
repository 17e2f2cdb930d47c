"""A thing in words of its own with its column in brackets: the buyer's premium (bp_eur).

The column stands for both where no word before the bracket means anything else in the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import root, stems_of

_DETERMINERS = frozenset({
    "the", "our", "its", "their", "every", "each", "a", "an", "any", "no", "same", "one", "that",
})  # fmt: skip
_LONGEST = 5
_LOOSE = 1.0
"""From this cost on, words name a column by a part of it alone."""
_NO_THINGS = frozenset({
    "of", "in", "on", "at", "by", "for", "from", "with", "without", "to", "and", "or", "not", "if",
    "is", "are", "must", "may", "has", "have", "only", "all", "other", "same", "first", "last",
    "previous", "next", "new", "old", "empty", "blank", "missing", "filled", "number", "total",
    "sum", "average", "mean", "median", "highest", "lowest", "share", "count", "difference",
    "day", "date", "time", "hour", "week", "month", "quarter", "year", "period", "row", "rows",
})  # fmt: skip
"""What tells more than the name of a thing."""


def with_bracketed_headers(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with each such column in place of its words and brackets."""
    headers = {named.column.name for named in lexicon.columns}
    told, changed = list(tokens), False
    for at in range(len(tokens) - 3, 0, -1):
        bracket = [token.text for token in told[at : at + 3]]
        if bracket[:1] + bracket[2:] != ["(", ")"] or bracket[1] not in headers:
            continue
        start = _start(told, at, lexicon)
        if start is not None and not _names_another(told[start:at], bracket[1], lexicon):
            name, header = [root(word.low) for word in told[start:at]], told[at + 1]
            told[start : at + 3] = [header]
            _call_alike(told, name, header)
            changed = True
    if changed:
        yield told


def _call_alike(tokens: list[Token], name: list[str], header: Token) -> None:
    """The same words behind a determiner elsewhere in the sentence are that column as well."""
    for at in range(len(tokens) - len(name), 0, -1):
        words = tokens[at : at + len(name)]
        is_told = [root(word.low) for word in words] == name and words[0] is not header
        if is_told and tokens[at - 1].low in _DETERMINERS:
            tokens[at : at + len(name)] = [header._replace(start=words[0].start, end=words[-1].end)]


def _start(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int | None:
    """Where the words begin that name the thing, behind "the", "every" or "its"."""
    for at in range(end - 1, max(end - 1 - _LONGEST, -1), -1):
        if tokens[at].low in _DETERMINERS:
            return at + 1 if at + 1 < end else None
        if tokens[at].shape != Shape.WORD or not is_new(tokens[at].low, lexicon):
            return None
    return None


def _names_another(words: Sequence[Token], header: str, lexicon: Lexicon) -> bool:
    """Whether the words are those of another column than the one in brackets."""
    text = " ".join(word.text for word in words)
    links = lexicon.column_links(text, stems_of(text))
    return any(cost < _LOOSE and named.column.name != header for named, cost in links)


def is_new(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is none of a table's, a value's, or of those that choose or measure."""
    if low == "'s":
        return True
    tables = {root(word) for stems in lexicon.table_stems.values() for word in stems}
    return low not in _NO_THINGS and low not in lexicon.values and root(low) not in tables
