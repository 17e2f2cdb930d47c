"""failing_metrics · group size
Within each user_id of orders, the number of orders rows is at most 2.
Rows without a user_id belong to no group.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The metrics, one row per group."""
    orders = tables["orders"]
    return pd.DataFrame({"rows": orders.groupby(["user_id"]).size()}).reset_index()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[~(metrics["rows"] <= 2)]
