"""moving_outliers · per group
level of readings lies within 3 sample standard deviations of the mean of the 3 rows before it, in
file order within each pump; flag each row that does not. Rows with fewer rows before them are not
judged.
Where the 3 values before are all equal, any other value lies outside.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    readings = tables["readings"]
    counted = readings[readings["level"].notna() & readings["pump"].notna()]
    level = pd.to_numeric(counted["level"], errors="coerce")
    return counted[
        level.dropna().groupby(counted["pump"]).shift(3).reindex(counted.index).notna()
        | level.isna()
    ]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    readings = tables["readings"]
    counted = readings[readings["level"].notna() & readings["pump"].notna()]
    level = pd.to_numeric(counted["level"], errors="coerce")
    before = level.dropna().groupby(counted["pump"]).shift(range(1, 4)).reindex(counted.index)
    mean = before.mean(axis="columns", skipna=False)
    spread = before.std(axis="columns", skipna=False)
    return counted[(((level - mean).abs() - 3 * spread).round(9) > 0) | level.isna()]
