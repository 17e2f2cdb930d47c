"""broken_rows · made of texts
In every permits row, code is the text of country, then '-', then number.
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    permits = tables["permits"]
    return permits[permits["code"].notna() & permits["country"].notna() & permits["number"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    permits = scope(tables)
    return permits[~(permits["code"] == permits["country"] + "-" + permits["number"])]
