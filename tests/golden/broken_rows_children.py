"""broken_rows · children
For every users row, orders has a row whose user_id is this row's user_id.
users and orders are matched by user_id = user_id.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    users = tables["users"]
    return users[users["user_id"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    users = scope(tables)
    orders = tables["orders"]
    known = pd.to_numeric(orders["user_id"], errors="coerce").dropna()
    return users[~pd.to_numeric(users["user_id"], errors="coerce").isin(known)]
