"""broken_rows · looked up
In every orders row, country equals country of the users row whose user_id is this row's user_id.
orders and users are matched by user_id = user_id.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    users = tables["users"]
    users_user_id = pd.to_numeric(users["user_id"], errors="coerce").dropna()
    country_by_user_id = users.loc[users_user_id.index, "country"].set_axis(users_user_id)
    users_country = (
        pd.to_numeric(orders["user_id"], errors="coerce").map(country_by_user_id).astype("str")
    )
    return orders[orders["country"].notna() & users_country.notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    users = tables["users"]
    users_user_id = pd.to_numeric(users["user_id"], errors="coerce").dropna()
    country_by_user_id = users.loc[users_user_id.index, "country"].set_axis(users_user_id)
    users_country = (
        pd.to_numeric(orders["user_id"], errors="coerce").map(country_by_user_id).astype("str")
    )
    return orders[orders["country"] != users_country]
