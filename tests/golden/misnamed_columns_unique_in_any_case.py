"""misnamed_columns · unique in any case
No two columns of plants have the same name (ignoring case); each that shares its name is reported.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The header."""
    plants = tables["plants"]
    return pd.DataFrame({"column": list(plants.columns)})


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    header = scope(tables)
    return header[header["column"].str.lower().duplicated(keep=False)]
