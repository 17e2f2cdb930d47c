"""misnamed_columns · snake case
The name of every column of plants is in snake_case (small letters, digits, underscores); each that
is not is reported.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The header."""
    plants = tables["plants"]
    return pd.DataFrame({"column": list(plants.columns)})


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    header = scope(tables)
    return header[~header["column"].str.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)*")]
