"""misnamed_columns · lower case
The name of every column of plants is in lower case; each that is not is reported.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The header."""
    plants = tables["plants"]
    return pd.DataFrame({"column": list(plants.columns)})


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    header = scope(tables)
    return header[header["column"] != header["column"].str.lower()]
