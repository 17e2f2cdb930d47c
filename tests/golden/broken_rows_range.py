"""broken_rows · range
In every orders row, quantity is at least 1 and quantity is at most 100.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    return orders[orders["quantity"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    quantity = pd.to_numeric(orders["quantity"], errors="coerce")
    return orders[orders["quantity"].notna() & ~quantity.between(1, 100)]
