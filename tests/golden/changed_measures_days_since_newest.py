"""changed_measures · days since newest
The days from the largest ordered_on to the day of the run is at most the largest of what it was in
the last 2 runs. Runs of one day over the same data are one run.
Today is the day of the run (as_of).
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame], *, as_of) -> pd.DataFrame:
    """The measure now and before, where there is a before."""
    orders = tables["orders"]
    ordered_on = pd.to_datetime(orders["ordered_on"], format="%Y-%m-%d", errors="coerce")
    today = pd.Timestamp(as_of).normalize()
    now = (today - ordered_on.max()).days
    orders_history = tables["orders/history"]
    past = orders_history[
        (orders_history["measure"] == "days since newest")
        & (orders_history["column"] == "ordered_on")
    ]
    recent = past.loc[past["run"] <= 2, "number"]
    before = recent.agg(["max"]) if len(recent) == 2 else recent.iloc[:0]
    return pd.DataFrame(
        {
            "measure": "the days from the largest ordered_on to the day of the run",
            "now": now,
            "before": before,
        }
    ).dropna()


def check(tables: dict[str, pd.DataFrame], *, as_of) -> pd.DataFrame:
    measures = scope(tables, as_of=as_of)
    change = (measures["now"] - measures["before"]).round(9)
    told = measures.assign(**{"change": change})
    return told[change > 0]
