"""repeated_rows · surplus
Over votes, the number of rows that repeat an earlier row in all columns is at most 1.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure."""
    votes = tables["votes"]
    is_copy = votes.duplicated(keep="first")
    metrics = pd.DataFrame({"surplus copies": [is_copy.sum()]})
    return metrics[[len(votes) > 0]]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[metrics["surplus copies"] > 1]
