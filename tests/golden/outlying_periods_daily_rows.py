"""outlying_periods · daily rows
Within each day of ordered_on of orders, the number of orders rows lies within 2 sample standard
deviations of the mean of the 3 days with rows before it; each day that does not is reported. Those
with fewer days before them are not judged.
The day of a row of orders is that of its ordered_on.
A day without rows is no day here, neither to be judged nor before another.
Where the 3 days before are all alike, any other lies outside.
Rows without a ordered_on belong to no day.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure of each period, and what the periods before it were."""
    orders = tables["orders"]
    ordered_on = pd.to_datetime(orders["ordered_on"], format="%Y-%m-%d", errors="coerce")
    day_of_ordered_on = (
        ordered_on.dt.strftime("%Y-%m-%d")
        .fillna(orders["ordered_on"].astype("str"))
        .rename("day of ordered_on")
    )
    measures = pd.DataFrame(
        {
            "rows": orders.groupby([day_of_ordered_on]).size(),
            "unreadable cells": ordered_on.isna().groupby([day_of_ordered_on]).sum(),
        }
    ).reset_index()
    unread = measures["unreadable cells"] > 0
    told = measures[~unread]
    before = told["rows"].shift(range(1, 4)).reindex(measures.index)
    mean = before.mean(axis="columns", skipna=False)
    spread = before.std(axis="columns", skipna=False)
    return measures.assign(**{"mean before": mean, "deviation before": spread})[
        mean.notna() | unread
    ]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    measures = scope(tables)
    return measures[
        (
            (
                (measures["rows"] - measures["mean before"]).abs()
                - 2 * measures["deviation before"]
            ).round(9)
            > 0
        )
        | (measures["unreadable cells"] > 0)
    ]
