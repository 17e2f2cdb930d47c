"""duplicates · once a day
No two votes rows are equal in user_id and day of voted_at; flag every row that shares them, and
every row whose voted_at is no date.
The day of a row of votes is that of its voted_at.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    votes = tables["votes"]
    return votes[votes["user_id"].notna() & votes["voted_at"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    votes = scope(tables)
    voted_at = pd.to_datetime(votes["voted_at"], format="%Y-%m-%d %H:%M", errors="coerce")
    day_of_voted_at = voted_at.dt.strftime("%Y-%m-%d").rename("day of voted_at")
    keys = pd.concat([votes["user_id"], day_of_voted_at], axis=1)
    return votes[keys.duplicated(keep=False) | voted_at.isna()]
