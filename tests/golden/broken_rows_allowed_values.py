"""broken_rows · allowed values
In every orders row, status is 'open', 'paid' or 'cancelled'.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    return orders[orders["status"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    return orders[~orders["status"].isin(["open", "paid", "cancelled"])]
