"""inconsistent_values · one to one
All shops rows with the same city have the same country; flag every row of a city that has several.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    shops = tables["shops"]
    return shops[shops["city"].notna() & shops["country"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    shops = scope(tables)
    return shops[shops.groupby("city")["country"].transform("nunique") > 1]
