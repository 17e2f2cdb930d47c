"""wrong_columns · ordered
users has the columns email, user_id and no others, in this order; names are compared as written.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The header."""
    users = tables["users"]
    return pd.DataFrame({"column": list(users.columns)})


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    users = tables["users"]
    found = list(users.columns)
    wanted = ["email", "user_id"]
    missing = [name for name in wanted if name not in found]
    not_allowed = [name for name in found if name not in wanted]
    displaced = [
        name
        for name, there in zip(
            [name for name in wanted if name in found],
            [name for name in found if name in wanted],
            strict=False,
        )
        if name != there
    ]
    return pd.DataFrame(
        [("missing", name) for name in missing]
        + [("not allowed", name) for name in not_allowed]
        + [("displaced", name) for name in displaced],
        columns=["problem", "column"],
    )
