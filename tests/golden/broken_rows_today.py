"""broken_rows · today
In every events row, created_at is on or before the day of the run.
Empty values are not flagged.
Today is the day of the run (as_of).
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame], *, as_of) -> pd.DataFrame:
    """The rows that the rule judges."""
    events = tables["events"]
    return events[events["created_at"].notna()]


def check(tables: dict[str, pd.DataFrame], *, as_of) -> pd.DataFrame:
    events = scope(tables, as_of=as_of)
    created_at = pd.to_datetime(events["created_at"], format="%Y-%m-%d", errors="coerce")
    today = pd.Timestamp(as_of).normalize()
    return events[~(created_at <= today)]
