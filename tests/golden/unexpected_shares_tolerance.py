"""unexpected_shares · tolerance
Of the filled side cells of draws, the shares are 'L' 50%, 'R' 50%, give or take 10 percentage
points; each value that differs is reported.
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
    share = values["rows"] / values["rows"].sum()
    return values.assign(share=share)[
        ((share - values["share wanted"]).abs().round(9) > 0.1) | (values["share wanted"] == 0)
    ]
