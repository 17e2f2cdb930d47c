"""broken_rows · required if
In every orders row where status equals 'paid', paid_at is filled.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    return orders[orders["status"] == "paid"]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    return orders[orders["paid_at"].astype("str").fillna("").str.strip() == ""]
