"""missing_dates · of a year
No quarter of 2023 is missing from paid_on of rents; each missing quarter is reported, also one that
is still to come.
The quarter of a row of rents is that of its paid_on.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    rents = tables["rents"]
    return rents[rents["paid_on"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    rents = scope(tables)
    paid_on = pd.to_datetime(rents["paid_on"], format="%Y-%m-%d", errors="coerce")
    strays = rents[paid_on.isna()][["paid_on"]].rename(columns={"paid_on": "no date in paid_on"})
    found = paid_on[paid_on.notna()].dt.to_period("Q")
    missing = (
        sorted(set(pd.period_range("2023-01-01", "2023-12-31", freq="Q")) - set(found))
        if len(found)
        else []
    )
    gaps = pd.DataFrame({"missing paid_on": list(map(str, missing))})
    return pd.concat([gaps, strays])
