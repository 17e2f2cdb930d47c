"""broken_rows · looked up date
In every orders row, ordered_at is on or after signup_at of the users row whose user_id is this
row's user_id.
orders and users are matched by user_id = user_id.
signup_at is looked up in users where user_id is the row's user_id.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    users = tables["users"]
    users_with_signup_at = users[users["signup_at"].notna()]
    known = pd.to_numeric(users_with_signup_at["user_id"], errors="coerce").dropna()
    return orders[
        orders["ordered_at"].notna() & pd.to_numeric(orders["user_id"], errors="coerce").isin(known)
    ]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    users = tables["users"]
    ordered_at = pd.to_datetime(orders["ordered_at"], format="%Y-%m-%d", errors="coerce")
    users_user_id = pd.to_numeric(users["user_id"], errors="coerce").dropna()
    signup_at_by_user_id = pd.to_datetime(
        users.loc[users_user_id.index, "signup_at"], format="%Y-%m-%d", errors="coerce"
    ).set_axis(users_user_id)
    signup_at = signup_at_by_user_id.reindex(
        pd.to_numeric(orders["user_id"], errors="coerce")
    ).set_axis(orders.index)
    return orders[~(ordered_at >= signup_at)]
