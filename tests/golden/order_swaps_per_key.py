"""order_swaps · per key
Of no two taxes rows with the same state has one a greater salary and a smaller rate than the other;
flag the row with the greater salary.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    taxes = tables["taxes"]
    return taxes[taxes["salary"].notna() & taxes["rate"].notna() & taxes["state"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    taxes = scope(tables)
    salary = pd.to_numeric(taxes["salary"], errors="coerce")
    rate = pd.to_numeric(taxes["rate"], errors="coerce")
    compared = pd.DataFrame({"key 1": taxes["state"], "above": salary, "below": rate})
    greatest_at_each = compared.groupby(["key 1", "above"])["below"].max().dropna()
    greatest_before = (
        greatest_at_each.groupby(level=["key 1"])
        .cummax()
        .groupby(level=["key 1"])
        .shift()
        .rename("before")
    )
    beside = compared.join(greatest_before, on=["key 1", "above"])
    swapped = beside["below"] < beside["before"]
    return taxes[swapped | salary.isna() | rate.isna()]
