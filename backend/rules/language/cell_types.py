"""The type of a cell, by how it is written: a file tells no other.

Rules of this file: as in ``identifiers``; the function here is copied into programs with what it
names. The expressions mean the same to Python and to RE2.
"""

from __future__ import annotations

import re

NUMBER = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?"
TRUTH = "true|false"
YEAR = "[1-9][0-9]{3}"
DAY = "(0?[1-9]|[12][0-9]|3[01])"
MONTH = (
    "(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|"
    "oct|october|nov|november|dec|december)"
)
CLOCK = r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?( ?[ap]m)?(z|[+-][0-9]{2}(:?[0-9]{2})?)?"
DATE = (
    f"({YEAR}-{DAY}-{DAY}|{YEAR}/{DAY}/{DAY}|{YEAR}[.]{DAY}[.]{DAY}|"
    f"{DAY}-{DAY}-{YEAR}|{DAY}/{DAY}/{YEAR}|{DAY}[.]{DAY}[.]{YEAR}|"
    f"{MONTH} {DAY},? {YEAR}|{DAY} {MONTH} {YEAR}|{DAY}-{MONTH}-{YEAR})([t ]{CLOCK})?"
)


def type_of(cell: object) -> str | None:
    """Number, date (or moment), truth value or text; None for nothing but blanks."""
    text = str(cell).strip()
    for kind, form in (("number", NUMBER), ("date", DATE), ("truth value", TRUTH)):
        if re.fullmatch(form, text, re.IGNORECASE):
            return kind
    return "text" if text else None


def shared_type(cells: list[object]) -> str | None:
    """The type of all these cells; text where they are of several; None where none has a value."""
    kinds = {kind for cell in cells if (kind := type_of(cell)) is not None}
    if len(kinds) > 1:
        return "text"
    return kinds.pop() if kinds else None
