"""outlying_periods · monthly totals
Within each store and month of sold_on of sales, the sum of amount lies within 3 sample standard
deviations of the mean of the 3 months with rows before it of the same store; each month that does
not is reported. Those with fewer months before them are not judged.
The month of a row of sales is that of its sold_on.
A month without rows is no month here, neither to be judged nor before another.
Where the 3 months before are all alike, any other lies outside.
Rows without a store or sold_on belong to no month.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure of each period, and what the periods before it were."""
    sales = tables["sales"]
    amount = pd.to_numeric(sales["amount"])
    sold_on = pd.to_datetime(sales["sold_on"], format="%Y-%m-%d", errors="coerce")
    month_of_sold_on = (
        sold_on.dt.strftime("%Y-%m")
        .fillna(sales["sold_on"].astype("str"))
        .rename("month of sold_on")
    )
    metrics = pd.DataFrame(
        {
            "sum amount": amount.groupby([sales["store"], month_of_sold_on]).sum(min_count=1),
            "unreadable cells": sold_on.isna().groupby([sales["store"], month_of_sold_on]).sum(),
        }
    )
    measures = (
        metrics[metrics["sum amount"].notna() | (metrics["unreadable cells"] > 0)]
        .round(9)
        .reset_index()
    )
    unread = measures["unreadable cells"] > 0
    told = measures[~unread]
    before = told["sum amount"].groupby(told["store"]).shift(range(1, 4)).reindex(measures.index)
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
                (measures["sum amount"] - measures["mean before"]).abs()
                - 3 * measures["deviation before"]
            ).round(9)
            > 0
        )
        | (measures["unreadable cells"] > 0)
    ]
