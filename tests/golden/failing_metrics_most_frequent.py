"""failing_metrics · most frequent
Over orders, the single most frequent status equals 'paid'.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The metrics."""
    orders = tables["orders"]
    return pd.DataFrame({"most frequent status": orders["status"].mode()}).dropna()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[metrics["most frequent status"] != "paid"]
