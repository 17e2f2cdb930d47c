"""broken_rows · formula
In every orders row, total equals quantity * price (give or take 0.01).
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    return orders[orders["total"].notna() & orders["quantity"].notna() & orders["price"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    total = pd.to_numeric(orders["total"], errors="coerce")
    quantity = pd.to_numeric(orders["quantity"], errors="coerce")
    price = pd.to_numeric(orders["price"], errors="coerce")
    return orders[~((total - quantity * price).abs().round(6) <= 0.01).fillna(False)]
