"""outliers · median deviation
level of readings lies within 3 median absolute deviations (unscaled) of the median; flag each row
that does not.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    readings = tables["readings"]
    return readings[readings["level"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    readings = scope(tables)
    level = pd.to_numeric(readings["level"], errors="coerce")
    distance = (level - level.median()).abs()
    return readings[(distance > 3.0 * distance.median()) | level.isna()]
