"""missing_dates · per group
No day is missing from read_on of readings between its first and its last within each station; each
missing day is reported.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    readings = tables["readings"]
    return readings[readings["read_on"].notna() & readings["station"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    readings = scope(tables)
    read_on = pd.to_datetime(readings["read_on"], format="%Y-%m-%d", errors="coerce")
    strays = readings[read_on.isna()][["station", "read_on"]].rename(
        columns={"read_on": "no date in read_on"}
    )
    found = read_on[read_on.notna()].dt.to_period("D")
    gaps = (
        found.groupby([readings["station"]])
        .agg(
            lambda each: sorted(set(pd.period_range(each.min(), each.max(), freq="D")) - set(each))
        )
        .explode()
        .dropna()
        .astype("str")
        .rename("missing read_on")
        .reset_index()
    )
    return pd.concat([gaps, strays])
