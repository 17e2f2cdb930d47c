"""duplicates · filtered pair
No two orders rows where status equals 'paid' are equal in user_id and event_id; flag every row that
shares them.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    return orders[
        (orders["status"] == "paid") & orders["user_id"].notna() & orders["event_id"].notna()
    ]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    return orders[orders[["user_id", "event_id"]].duplicated(keep=False)]
