"""changed_measures · median of runs
The sum of price is at least 0.9 times the median of what it was in the last 3 runs. Runs of one day
over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure now and before, where there is a before."""
    orders = tables["orders"]
    price = pd.to_numeric(orders["price"])
    now = price.astype("float64").sum()
    orders_history = tables["orders/history"]
    past = orders_history[
        (orders_history["measure"] == "sum") & (orders_history["column"] == "price")
    ]
    recent = past.loc[past["run"] <= 3, "number"]
    before = recent.agg(["median"]) if len(recent) == 3 else recent.iloc[:0]
    return pd.DataFrame({"measure": "the sum of price", "now": now, "before": before}).dropna()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    measures = scope(tables)
    return measures[measures["now"].round(9) < (measures["before"] * 0.9).round(9)]
