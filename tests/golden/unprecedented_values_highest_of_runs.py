"""unprecedented_values · highest of runs
price of orders is at most the highest number that it had in the last 2 runs; flag each row that
does not. Runs of one day over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows with a value, where the runs told its ends."""
    orders = tables["orders"]
    orders_history = tables["orders/history"]
    told = orders_history[orders_history["column"] == "price"]
    past = told[told["run"] <= 2]
    return orders[orders["price"].notna() & ((past["measure"] == "max").sum() == 2)]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    orders_history = tables["orders/history"]
    told = orders_history[orders_history["column"] == "price"]
    past = told[told["run"] <= 2]
    price = pd.to_numeric(orders["price"], errors="coerce")
    highest = past.loc[past["measure"] == "max", "number"].max()
    return orders[(price > highest) | price.isna()]
