"""unlike_headers · same columns
sent and received have the same columns, in any order; names are compared as written.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The header."""
    sent = tables["sent"]
    header = list(sent.columns)
    return pd.DataFrame({"column": header})


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    sent = tables["sent"]
    mine = list(sent.columns)
    received = tables["received"]
    theirs = list(received.columns)
    return pd.DataFrame(
        [("only in sent", name) for name in mine if name not in theirs]
        + [("only in received", name) for name in theirs if name not in mine],
        columns=["problem", "column"],
    )
