"""failing_metrics · average
Over orders, the mean of price is at least 10 and the mean of price is at most 20.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The metrics."""
    orders = tables["orders"]
    price = pd.to_numeric(orders["price"])
    return pd.DataFrame({"mean price": [price.mean()]}).dropna().round(9)


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[~metrics["mean price"].between(10, 20)]
