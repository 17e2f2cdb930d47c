"""repeated_rows · ignored column
Over votes, the number of rows that equal another row in all columns but vote_id is at most 2.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measure."""
    votes = tables["votes"]
    is_copy = votes.drop(columns=["vote_id"]).duplicated(keep=False)
    metrics = pd.DataFrame({"copies": [is_copy.sum()]})
    return metrics[[len(votes) > 0]]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[metrics["copies"] > 2]
