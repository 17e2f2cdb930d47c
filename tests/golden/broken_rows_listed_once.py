"""broken_rows · listed once
In every posts row, tags is a list without repeats, split at ','.
Empty values are not flagged.
"""

import pandas as pd


def is_listed_once(text: str, mark: str) -> bool:
    """A list divided by a sign in which no part, without the blanks around it, is there twice."""
    parts = [part.strip() for part in text.split(mark)]
    named = [part for part in parts if part]
    return len(set(named)) == len(named)


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    posts = tables["posts"]
    return posts[posts["tags"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    posts = scope(tables)
    passing_text = [text for text in posts["tags"].dropna().unique() if is_listed_once(text, ",")]
    return posts[~posts["tags"].isin(passing_text)]
