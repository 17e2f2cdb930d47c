"""failing_metrics · per month
Within each customer_id and month of ordered_on of orders, the number of orders rows is at most 2.
Only months that have rows are judged.
The month of a row of orders is that of its ordered_on.
Rows without a customer_id or ordered_on belong to no group.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The metrics, one row per group."""
    orders = tables["orders"]
    ordered_on = pd.to_datetime(orders["ordered_on"], format="%Y-%m-%d", errors="coerce")
    month_of_ordered_on = (
        ordered_on.dt.strftime("%Y-%m")
        .fillna(orders["ordered_on"].astype("str"))
        .rename("month of ordered_on")
    )
    return pd.DataFrame(
        {
            "rows": orders.groupby([orders["customer_id"], month_of_ordered_on]).size(),
            "unreadable cells": ordered_on.isna()
            .groupby([orders["customer_id"], month_of_ordered_on])
            .sum(),
        }
    ).reset_index()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[~(metrics["rows"] <= 2) | (metrics["unreadable cells"] != 0)]
