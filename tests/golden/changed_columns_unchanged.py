"""changed_columns · unchanged
users has no column that it did not have in the last run, and still has every column that it had in
the last run, in any order. Runs of one day over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The columns, now and before."""
    users_history = tables["users/history"]
    past = users_history[users_history["run"] == 1]
    users = tables["users"]
    now = list(users.columns)
    before = past[past["measure"] == "filled"]["column"].tolist()
    names = list(dict.fromkeys([*before, *now]))
    columns = pd.DataFrame({"column": names if before else []}, dtype="str")
    return columns.assign(now=columns["column"].isin(now), before=columns["column"].isin(before))


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    columns = scope(tables)
    return columns[~columns["before"] | ~columns["now"]]
