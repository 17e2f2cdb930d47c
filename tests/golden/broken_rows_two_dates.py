"""broken_rows · two dates
In every stays row, end_date is on or after start_date.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    stays = tables["stays"]
    return stays[stays["end_date"].notna() & stays["start_date"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    stays = scope(tables)
    end_date = pd.to_datetime(stays["end_date"], format="%Y-%m-%d", errors="coerce")
    start_date = pd.to_datetime(stays["start_date"], format="%Y-%m-%d", errors="coerce")
    return stays[~(end_date >= start_date)]
