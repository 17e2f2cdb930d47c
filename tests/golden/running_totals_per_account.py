"""running_totals · per account
balance of postings is the sum of amount up to and with this row, in the order of day within each
account; flag each row where it is not.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    postings = tables["postings"]
    return postings[
        postings["balance"].notna()
        & postings["amount"].notna()
        & postings["account"].notna()
        & postings["day"].notna()
    ]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    postings = scope(tables)
    balance = pd.to_numeric(postings["balance"], errors="coerce")
    balance_2 = balance
    amount = pd.to_numeric(postings["amount"], errors="coerce")
    amount_2 = amount
    day = pd.to_datetime(postings["day"], format="%Y-%m-%d", errors="coerce")
    order = day.sort_values(kind="stable").index
    running = amount_2.loc[order].groupby(postings["account"]).cumsum()
    apart = (balance_2 - running).abs().round(9)
    return postings[(apart > 0) | balance_2.isna() | amount_2.isna()]
