"""changed_measures · percentage points
The share of users rows for which email is empty rises by at most 2 percentage points from what it
was in the last run of the day before. Runs of one day over the same data are one run.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure now and before, where there is a before."""
    users = tables["users"]
    holds = users["email"].astype("str").fillna("").str.strip() == ""
    now = holds.mean()
    users_history = tables["users/history"]
    past = users_history[
        (users_history["measure"] == "missing share") & (users_history["column"] == "email")
    ]
    before = past[past["days_ago"] == 1].nsmallest(1, "run")["number"]
    return pd.DataFrame(
        {
            "measure": "the share of users rows for which email is empty",
            "now": now,
            "before": before,
        }
    ).dropna()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    measures = scope(tables)
    change = ((measures["now"] - measures["before"]) * 100).round(9)
    told = measures.assign(**{"change in points": change})
    return told[change > 2]
