"""changed_measures · rows of one value
The mean of price where status equals 'paid' falls by at most 10% of what it was in the last run.
Runs of one day over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure now and before, where there is a before."""
    orders = tables["orders"]
    counted_orders = orders[orders["status"] == "paid"]
    price = pd.to_numeric(counted_orders["price"])
    now = price.astype("float64").mean()
    orders_history = tables["orders/history"]
    past = orders_history[
        (orders_history["measure"] == "mean by status")
        & (orders_history["column"] == "price")
        & (orders_history["value"] == "paid")
    ]
    before = past.loc[past["run"] == 1, "number"]
    return pd.DataFrame(
        {"measure": "the mean of price where status equals 'paid'", "now": now, "before": before}
    ).dropna()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    measures = scope(tables)
    change = (
        ((measures["now"] - measures["before"]) / measures["before"].abs() * 100).fillna(0).round(9)
    )
    told = measures.assign(
        **{"change in percent": change.replace([float("inf"), float("-inf")], float("nan"))}
    )
    return told[change < -10]
