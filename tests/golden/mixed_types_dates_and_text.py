"""mixed_types · dates and text
due of bills holds values of one type, as they are written: dates or texts (texts are all that is
none of the others); flag each row whose type is not the most frequent, or of equally frequent ones
the first named.
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


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    bills = tables["bills"]
    return bills[bills["due"].notna() & (bills["due"].astype("str").str.strip() != "")]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    bills = scope(tables)
    due_type = bills["due"].map({cell: type_of(cell) for cell in bills["due"].dropna().unique()})
    named_due_type = due_type.where(due_type.isin(["date"]) | due_type.isna(), "text")
    usual_due_type = named_due_type.value_counts().reindex(["date", "text"], fill_value=0).idxmax()
    return bills[named_due_type.notna() & (named_due_type != usual_due_type)]
