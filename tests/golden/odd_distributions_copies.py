"""odd_distributions · copies
Over users, the share of rows that share their email with another row is at most 0.1.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measures."""
    users = tables["users"]
    counted = users[users["email"].notna()]
    values = counted["email"]
    metrics = pd.DataFrame({"copies of rows": [values.duplicated(keep=False).sum() / len(users)]})
    return metrics[[len(values) > 0]]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[metrics["copies of rows"] > 0.1]
