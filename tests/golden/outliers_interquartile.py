"""outliers · interquartile
level of readings lies within 1.5 interquartile ranges of the first and third quartile; flag each
row that does not.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    readings = tables["readings"]
    return readings[readings["level"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    readings = scope(tables)
    level = pd.to_numeric(readings["level"], errors="coerce")
    first_quartile = level.quantile(0.25)
    third_quartile = level.quantile(0.75)
    reach = 1.5 * (third_quartile - first_quartile)
    return readings[
        (level < first_quartile - reach) | (level > third_quartile + reach) | level.isna()
    ]
