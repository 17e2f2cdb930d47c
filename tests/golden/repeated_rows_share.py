"""repeated_rows · share
Over votes, the share of rows that equal another row in all columns is at most 0.25.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure."""
    votes = tables["votes"]
    is_copy = votes.duplicated(keep=False)
    metrics = pd.DataFrame({"share of copies": [is_copy.mean()]})
    return metrics[[len(votes) > 0]]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[metrics["share of copies"] > 0.25]
