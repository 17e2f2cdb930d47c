"""changed_columns · schema
users has no column that it did not have in the last run, and still has every column that it had in
the last run, and has its columns in the types of the last run, in any order. Runs of one day over
the same data are one run.
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
    today = users_history[users_history["run"] == 0]
    type_nows = today[today["measure"] == "type"].set_index("column")["value"]
    type_befores = past[past["measure"] == "type"].set_index("column")["value"]
    return columns.assign(
        now=columns["column"].isin(now),
        before=columns["column"].isin(before),
        type_now=columns["column"].map(type_nows),
        type_before=columns["column"].map(type_befores),
    )


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    columns = scope(tables)
    return columns[
        ~columns["before"]
        | ~columns["now"]
        | (
            columns["type_now"].notna()
            & columns["type_before"].notna()
            & (columns["type_now"] != columns["type_before"])
        )
    ]
