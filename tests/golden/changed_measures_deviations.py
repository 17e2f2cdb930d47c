"""changed_measures · deviations
The number of orders rows changes by at most 3 sample standard deviations of those runs from the
mean of what it was in the last 4 runs. Runs of one day over the same data are one run.
Where all those runs told the same, any other number fails.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure now and before, where there is a before."""
    orders = tables["orders"]
    now = len(orders)
    orders_history = tables["orders/history"]
    past = orders_history[orders_history["measure"] == "rows"]
    recent = past.loc[past["run"] <= 4, "number"]
    before = recent.agg(["mean"]) if len(recent) == 4 else recent.iloc[:0]
    return pd.DataFrame(
        {
            "measure": "the number of orders rows",
            "now": now,
            "before": before,
            "standard deviation": recent.std(),
        }
    ).dropna()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    measures = scope(tables)
    change = (measures["now"] - measures["before"]).round(9)
    told = measures.assign(
        **{"change": change, "standard deviation": measures["standard deviation"].round(9)}
    )
    return told[
        (change < (measures["standard deviation"] * -3).round(9))
        | (change > (measures["standard deviation"] * 3).round(9))
    ]
