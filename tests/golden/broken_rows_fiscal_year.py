"""broken_rows · fiscal year
In every bills row, issued_on is on or after 2024-04-01 and issued_on is on or before 2025-03-31.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    bills = tables["bills"]
    return bills[bills["issued_on"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    bills = scope(tables)
    issued_on = pd.to_datetime(bills["issued_on"], format="%Y-%m-%d", errors="coerce")
    return bills[
        bills["issued_on"].notna()
        & ~issued_on.between(pd.Timestamp("2024-04-01"), pd.Timestamp("2025-03-31"))
    ]
