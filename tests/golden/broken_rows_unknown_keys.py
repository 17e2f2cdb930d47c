"""broken_rows · unknown keys
For every events row, users has a row whose user_id is this row's user_id.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    events = tables["events"]
    return events[events["user_id"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    events = scope(tables)
    users = tables["users"]
    known = pd.to_numeric(users["user_id"], errors="coerce").dropna()
    return events[~pd.to_numeric(events["user_id"], errors="coerce").isin(known)]
