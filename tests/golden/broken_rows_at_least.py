"""broken_rows · at least
In every orders row, price is at least 0.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    return orders[orders["price"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    price = pd.to_numeric(orders["price"], errors="coerce")
    return orders[~(price >= 0)]
