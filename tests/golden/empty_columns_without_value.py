"""empty_columns · without value
Every column of users has at least one value; report each that has none.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Whether each column has a value."""
    users = tables["users"]
    filled = users.notna().any()
    columns = filled.rename_axis("column").reset_index(name="has a value")
    return columns if len(users) else columns.iloc[:0]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    columns = scope(tables)
    return columns[~columns["has a value"]]
