"""moving_outliers · in order
level of readings lies within 2 sample standard deviations of the mean of the 4 rows before it, in
the order of day; flag each row that does not. Rows with fewer rows before them are not judged.
Where the 4 values before are all equal, any other value lies outside.
Rows of one day come as the file has them.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    readings = tables["readings"]
    counted = readings[readings["level"].notna() & readings["day"].notna()]
    level = pd.to_numeric(counted["level"], errors="coerce")
    day = pd.to_datetime(counted["day"], format="%Y-%m-%d", errors="coerce")
    order = day.dropna().sort_values(kind="stable").index
    return counted[
        level.loc[order].dropna().shift(4).reindex(counted.index).notna()
        | level.isna()
        | day.isna()
    ]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    readings = tables["readings"]
    counted = readings[readings["level"].notna() & readings["day"].notna()]
    level = pd.to_numeric(counted["level"], errors="coerce")
    day = pd.to_datetime(counted["day"], format="%Y-%m-%d", errors="coerce")
    order = day.dropna().sort_values(kind="stable").index
    before = level.loc[order].dropna().shift(range(1, 5)).reindex(counted.index)
    mean = before.mean(axis="columns", skipna=False)
    spread = before.std(axis="columns", skipna=False)
    return counted[(((level - mean).abs() - 2 * spread).round(9) > 0) | level.isna() | day.isna()]
