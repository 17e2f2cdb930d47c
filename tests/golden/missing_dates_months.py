"""missing_dates · months
No month is missing from paid_on of rents between its first and its last; each missing month is
reported.
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
    found = paid_on[paid_on.notna()].dt.to_period("M")
    missing = (
        sorted(set(pd.period_range(found.min(), found.max(), freq="M")) - set(found))
        if len(found)
        else []
    )
    gaps = pd.DataFrame({"missing paid_on": list(map(str, missing))})
    return pd.concat([gaps, strays])
