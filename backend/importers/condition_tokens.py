"""The tokens of a condition in Python's or in SQL's spelling."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from backend.importers.draft import Refusal

Dialect = Literal["pandas", "sql"]
"""Who judges an empty cell: pandas finds it different from everything, SQL finds nothing."""

_TOKENS = re.compile(
    r"""\s*(?:
        (?P<col>col\(\s*(?:"(?P<col2>[^"]+)"|'(?P<col1>[^']+)')\s*\))
      | (?P<date>date\(\s*(?:"(?P<date2>[^"]+)"|'(?P<date1>[^']+)')\s*\))
      | (?P<null>\.\s*(?:(?i:notnull|notna|isnotnull|isnull|isna))\(\s*\))
      | (?P<number>(?<![\w.])[-+]?\d+(?:\.\d+)?(?![\w.]))
      | '(?P<single>(?:[^']|'')*)' | "(?P<double>[^"]*)" | `(?P<tick>[^`]+)`
      | (?P<sign><=|>=|<>|!=|==|=|<|>)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<mark>&&|\|\||[()\[\],&|*/+-])
    )""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A stretch of a condition and what it is."""

    kind: str
    text: str


def tokenize(text: str, dialect: Dialect) -> list[Token]:
    """The tokens in order.

    Raises:
        Refusal: a stretch of the text is none.
    """
    tokens, place = [], 0
    while place < len(text.rstrip()):
        found = _TOKENS.match(text, place)
        if found is None:
            raise Refusal(f"the condition {text!r} is not one of the simple forms that are read")
        tokens.append(_token(found, dialect))
        place = found.end()
    return tokens


def _token(found: re.Match[str], dialect: Dialect) -> Token:
    groups = found.groupdict()
    if groups["double"] is not None:  # a text to Python, a name to SQL
        return Token("text" if dialect == "pandas" else "column", groups["double"])
    if groups["single"] is not None:
        return Token("text", groups["single"].replace("''", "'"))
    column = groups["tick"] or groups["col1"] or groups["col2"]
    if column is not None:
        return Token("column", column)
    date = groups["date1"] or groups["date2"]
    if date is not None:
        return Token("text", date)
    kind = next(name for name in ("null", "number", "sign", "word", "mark") if groups[name])
    return Token(kind, groups[kind])
