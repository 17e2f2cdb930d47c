"""unlike_headers · same schema
sent and received have the same columns of the same types, in any order; names are compared as
written, and types as the values show them: number, date, truth value, else text; a column without
values has none.
"""

import re

import pandas as pd

NUMBER = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?"


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


TRUTH = "true|false"


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


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The header."""
    sent = tables["sent"]
    header = list(sent.columns)
    return pd.DataFrame({"column": header})


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    sent = tables["sent"]
    mine = list(sent.columns)
    received = tables["received"]
    theirs = list(received.columns)
    types_of_mine = {name: shared_type(sent[name].dropna().unique().tolist()) for name in mine}
    types_of_theirs = {
        name: shared_type(received[name].dropna().unique().tolist()) for name in theirs
    }
    return pd.DataFrame(
        [("only in sent", name) for name in mine if name not in theirs]
        + [("only in received", name) for name in theirs if name not in mine]
        + [
            (types_of_mine[name] + " in sent" + ", " + types_of_theirs[name] + " in received", name)
            for name in types_of_mine
            if types_of_mine[name]
            and types_of_theirs.get(name)
            and types_of_mine[name] != types_of_theirs[name]
        ],
        columns=["problem", "column"],
    )
