"""changed_values · appeared
status of orders has no value that it did not have in the last run; each that breaks this is
reported. Runs of one day over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The values, now and before."""
    orders = tables["orders"]
    status = orders["status"].astype("str")
    now = set(status.where(status.str.strip() != "").dropna())
    orders_history = tables["orders/history"]
    told = orders_history[orders_history["column"] == "status"]
    past = told[told["run"] == 1]
    before = set(past.loc[(past["measure"] == "value") & (past["number"] > 0), "value"])
    values = pd.DataFrame(
        {"value": sorted(now) if (past["measure"] == "values").sum() == 1 else []}, dtype="str"
    )
    return values.assign(now=values["value"].isin(now), before=values["value"].isin(before))


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    values = scope(tables)
    return values[values["now"] != values["before"]]
