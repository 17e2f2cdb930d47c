"""missing_dates · working days
No working day (Monday to Friday) is missing from sold_on of sales between its first and its last;
each missing day is reported.
The rows of sales are in the order of sold_on.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    sales = tables["sales"]
    return sales[sales["sold_on"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    sales = scope(tables)
    sold_on = pd.to_datetime(sales["sold_on"], format="%Y-%m-%d", errors="coerce")
    strays = sales[sold_on.isna()][["sold_on"]].rename(columns={"sold_on": "no date in sold_on"})
    found = sold_on[sold_on.notna()].dt.to_period("D")
    missing = (
        sorted(
            set(
                day
                for day in pd.period_range(found.min(), found.max(), freq="D")
                if day.day_of_week < 5
            )
            - set(found)
        )
        if len(found)
        else []
    )
    gaps = pd.DataFrame({"missing sold_on": list(map(str, missing))})
    return pd.concat([gaps, strays])
