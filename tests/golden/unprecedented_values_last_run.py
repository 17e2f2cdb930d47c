"""unprecedented_values · last run
price of orders lies between the lowest and the highest number that it had in the last run; flag
each row that does not. Runs of one day over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows with a value, where the runs told its ends."""
    orders = tables["orders"]
    orders_history = tables["orders/history"]
    told = orders_history[orders_history["column"] == "price"]
    past = told[told["run"] == 1]
    return orders[orders["price"].notna() & ((past["measure"] == "min").sum() == 1)]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    orders_history = tables["orders/history"]
    told = orders_history[orders_history["column"] == "price"]
    past = told[told["run"] == 1]
    price = pd.to_numeric(orders["price"], errors="coerce")
    ends = past.set_index("measure")["number"]
    lowest = ends.get("min")
    highest = ends.get("max")
    return orders[(price < lowest) | (price > highest) | price.isna()]
