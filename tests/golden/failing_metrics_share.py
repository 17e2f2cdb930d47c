"""failing_metrics · share
Over users, the share of users rows for which email is filled is at least 0.9.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The metrics."""
    users = tables["users"]
    holds = ~(users["email"].astype("str").fillna("").str.strip() == "")
    return pd.DataFrame({"share": [holds.mean()]}).dropna()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[~(metrics["share"] >= 0.9)]
