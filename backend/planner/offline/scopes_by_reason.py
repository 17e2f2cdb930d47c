"""Rows that a clause before a colon speaks of, and the rule of one column behind it that is theirs.

Children under 5 do not travel alone: companions must be at least 1. The clause only tells why, as
long as it asks and counts nothing; what it is about are some rows, and so are those of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.reasons_before import VERBS, only_tells_why
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS, stem, stems_of

_DENIED = (
    ("do", "not"),
    ("does", "not"),
    ("are", "not"),
    ("is", "not"),
    ("never",),
    ("have", "no"),
)
_AGES = frozenset({"under", "over", "above", "below", "aged"})
_DUTIES = frozenset({"must", "should"})
_OF_ALL = frozenset({
    "%", "percent", "share", "average", "mean", "median", "number", "sum", "total", "count", "most",
    "least", "all", "rows", "every", "each", "any", "no", "they", "them", "those", "if", "when",
    "where", "only", "unless", "except", "for",
})  # fmt: skip
_HOW_OFTEN = frozenset({
    "rare", "common", "frequent", "normal", "possible", "allowed", "fine", "welcome", "typical",
    "new",
})  # fmt: skip
"""What says nothing of why the rule is theirs alone."""
_LONGEST = 7


def with_rows_of_reason(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """For children under 5, companions must be at least 1."""
    stop = next((at for at, token in enumerate(tokens) if token.text == ":"), 0)
    lows = [token.low for token in tokens]
    if stop < 3 or {":", ";"} & {*lows[stop + 1 :]}:
        return
    verbs = [at for at in range(1, min(stop, _LONGEST)) if _opens(lows, at)]
    verb = next((at for at in verbs if _are_some(tokens[:at], lexicon)), 0)
    if not verb:
        return
    said = _without_denial(tokens[verb:stop])
    if (
        not only_tells_why(said)
        or _HOW_OFTEN & {token.low for token in said}
        or not _is_of_one_column(tokens[stop + 1 :], lexicon)
    ):
        return
    first = tokens[0]
    told = first._replace(text="For", low="for", shape=Shape.WORD)
    comma = tokens[stop]._replace(text=",", low=",", shape=Shape.SIGN)
    rows = [first._replace(text=first.low), *tokens[1:verb]]
    yield [told, *rows, comma, *tokens[stop + 1 :]]


def _opens(lows: Sequence[str], at: int) -> bool:
    """Whether what the rows do, or do not do, begins here."""
    is_denied = any(tuple(lows[at : at + len(each)]) == each for each in _DENIED)
    return is_denied or lows[at] in VERBS


def _without_denial(said: Sequence[Token]) -> Sequence[Token]:
    lows = tuple(token.low for token in said[:2])
    length = next((len(each) for each in _DENIED if lows[: len(each)] == each), 0)
    return said[length:]


def _are_some(rows: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a value or an age tells which rows they are."""
    lows = [token.low for token in rows]
    if len(rows) == 3 and lows[1] in _AGES:
        return rows[2].shape == Shape.NUMBER or lows[2] in NUMBER_WORDS
    is_plain = all(token.shape == Shape.WORD for token in rows) and not {*lows} & _OF_ALL
    words = {*lows} | {stem(low) for low in lows}
    return is_plain and len(rows) > 1 and any(word in lexicon.values for word in words)


def _is_of_one_column(rule: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the rule begins with a column, says what it must be, and names no rows."""
    lows = [token.low for token in rule]
    duty = next((at for at, low in enumerate(lows) if low in _DUTIES), 0)
    headers = {named.column.name.lower() for named in lexicon.columns}
    tables = {each for stems in lexicon.table_stems.values() for each in stems}
    is_plain = not {*lows[:duty]} & _OF_ALL and not tables & {stem(low) for low in lows}
    is_column = bool(rule) and (lows[0] in headers or bool(_of_header(rule[0], lexicon)))
    behind = {*lows[duty:]} & (_OF_ALL - {"most", "least", "no"})
    return bool(duty) and is_plain and is_column and not behind


def _of_header(word: Token, lexicon: Lexicon) -> list[str]:
    stems = stems_of(word.text)
    return [named.column.name for named in lexicon.columns if named.stems == stems]
