"""duplicates · one column
No two users rows are equal in email; flag every row that shares them.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    users = tables["users"]
    return users[users["email"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    users = scope(tables)
    return users[users["email"].duplicated(keep=False)]
