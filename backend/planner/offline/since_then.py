"""Since when or why a rule is in force, told ahead of it: since the audit every password …

It says nothing of the rows where no column tells of a time; where one does, the sentence may mean
the rows since then, and is not read without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.passed_over import ARTICLES
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import MONTHS, NUMBER_WORDS, WEEKDAYS, stem

_LEADS = (
    ("since",), ("after",), ("following",), ("because", "of"), ("due", "to"), ("owing", "to"),
    ("thanks", "to"), ("by", "order", "of"), ("at", "the", "request", "of"), ("ever", "since"),
)  # fmt: skip
_WHICH = frozenset({*ARTICLES, "our", "this", "that", "their", "my"})
_SUBJECTS = frozenset({"every", "each", "all", "no", "any"})
_TIMES = frozenset({
    "year", "month", "week", "day", "hour", "minute", "today", "yesterday", "beginning", "start",
    "end", "date", "time", "quarter", "summer", "winter", "spring", "autumn", "last", "first",
    "then", "previous", "next", "before", "one", "second", "third", "row", "record", "line",
    "entry", "peak", "minimum", "maximum", "lowest", "highest", "largest", "smallest", "middle",
    "half", "opening", "closing", "initial", "final", "earliest", "latest", "top", "bottom",
})  # fmt: skip
_LONGEST = 4


def since_then(tokens: Sequence[Token], lexicon: Lexicon) -> int | None:
    """Where such a beginning of a sentence ends, with its comma."""
    lead = next((each for each in _LEADS if _lows(tokens[: len(each)]) == each), None)
    if lead is None or any(map(_is_in_time, lexicon.tables.values())):
        return None
    at = len(lead)
    if not tokens[at : at + 1] or tokens[at].low not in _WHICH:
        return None
    at, first = at + 1, at + 1
    while at < len(tokens) and at - first <= _LONGEST:
        token = tokens[at]
        if token.text == "," or token.low in _SUBJECTS:
            return at + (token.text == ",") if at > first else None
        is_ordinal = token.low.endswith("th") and token.low != "month"
        if token.shape != Shape.WORD or is_ordinal or _is_known(token, lexicon):
            return None
        at += 1
    return None


def _lows(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.low for token in tokens)


def _is_in_time(table: object) -> bool:
    columns = getattr(table, "columns", ())
    return any(column.reads_as == ColumnType.DATE for column in columns)


def _is_known(token: Token, lexicon: Lexicon) -> bool:
    """Whether it names something of the tables, or a time."""
    named = stem(token.low)
    known = {each for words in lexicon.table_stems.values() for each in words}
    known |= {each for column in lexicon.columns for each in column.stems}
    is_time = named in _TIMES or token.low in MONTHS or named in WEEKDAYS
    return named in known or token.low in lexicon.values or is_time or token.low in NUMBER_WORDS
