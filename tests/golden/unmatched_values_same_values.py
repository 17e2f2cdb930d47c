"""unmatched_values · same values
Each value of code of sent occurs in code of received, and the reverse.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """How often each value occurs."""
    sent = tables["sent"]
    received = tables["received"]
    return (
        pd.DataFrame(
            {
                "rows in sent": sent["code"].dropna().value_counts(),
                "rows in received": received["code"].dropna().value_counts(),
            }
        )
        .fillna(0)
        .astype("int64")
        .rename_axis("code")
        .reset_index()
    )


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    values = scope(tables)
    return values[(values["rows in sent"] == 0) | (values["rows in received"] == 0)]
