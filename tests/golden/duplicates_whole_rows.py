"""duplicates · whole rows
No two orders rows are equal in all columns; flag every row that shares them.
"""

import pandas as pd


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = tables["orders"]
    return orders[orders.duplicated(keep=False)]
