"""unexpected_shares · chi square
Of the filled side cells of draws, the shares are 'L' 50%, 'R' 50%, as far as a chi-square test can
tell (p-value at least 0.05).
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """How often each value occurs."""
    draws = tables["draws"]
    counts = draws["side"].value_counts().rename("rows")
    shares = {"L": 0.5, "R": 0.5}
    values = (
        pd.concat([counts, pd.Series(shares, name="share wanted")], axis=1)
        .fillna(0)
        .rename_axis("side")
        .reset_index()
    )
    return values if len(counts) else values.iloc[:0]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    values = scope(tables)
    expected = values["share wanted"] * values["rows"].sum()
    apart = (values["rows"] - expected).pow(2)
    statistic = (apart / expected).sum()
    test = pd.DataFrame({"chi-square": [statistic], "limit": [3.84145882069]})
    return test[test["chi-square"] > test["limit"]]
