"""changed_measures · since the last run
The number of orders rows changes by at most 20% of what it was in the last run. Runs of one day
over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure now and before, where there is a before."""
    orders = tables["orders"]
    now = len(orders)
    orders_history = tables["orders/history"]
    past = orders_history[orders_history["measure"] == "rows"]
    before = past.loc[past["run"] == 1, "number"]
    return pd.DataFrame(
        {"measure": "the number of orders rows", "now": now, "before": before}
    ).dropna()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    measures = scope(tables)
    change = (
        ((measures["now"] - measures["before"]) / measures["before"].abs() * 100).fillna(0).round(9)
    )
    told = measures.assign(
        **{"change in percent": change.replace([float("inf"), float("-inf")], float("nan"))}
    )
    return told[(change < -20) | (change > 20)]
