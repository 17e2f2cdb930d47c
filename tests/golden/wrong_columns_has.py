"""wrong_columns · has
users has the columns user_id, email, phone (and perhaps others); names are compared as written.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The header."""
    users = tables["users"]
    return pd.DataFrame({"column": list(users.columns)})


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    users = tables["users"]
    found = list(users.columns)
    wanted = ["user_id", "email", "phone"]
    missing = [name for name in wanted if name not in found]
    return pd.DataFrame([("missing", name) for name in missing], columns=["problem", "column"])
