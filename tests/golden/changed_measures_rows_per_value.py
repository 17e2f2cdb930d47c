"""changed_measures · rows per value
The number of orders rows within each store falls by at most 20% of what it was in the last run.
Runs of one day over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure now and before, where there is a before."""
    orders = tables["orders"]
    store = orders["store"].astype("str")
    now = store.where(store.str.strip() != "").value_counts()
    orders_history = tables["orders/history"]
    told = orders_history[orders_history["column"] == "store"]
    past = told[told["run"] == 1]
    before = past[past["measure"] == "value"].set_index("value")["number"]
    groups = pd.DataFrame({"now": now, "before": before}).fillna(0)
    return (
        groups[groups.max(axis="columns") > 0].rename_axis("store").reset_index()
        if (past["measure"] == "values").sum() == 1
        else groups.iloc[:0]
    )


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    measures = scope(tables)
    change = (
        ((measures["now"] - measures["before"]) / measures["before"].abs() * 100).fillna(0).round(9)
    )
    told = measures.assign(
        **{"change in percent": change.replace([float("inf"), float("-inf")], float("nan"))}
    )
    return told[change < -20]
