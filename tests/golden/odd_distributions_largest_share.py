"""odd_distributions · largest share
Over balls, the share of rows that each colour has is at most 0.5.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measures."""
    balls = tables["balls"]
    counts = balls.value_counts(["colour"])
    return pd.DataFrame({"rows": counts, "each share": counts / len(balls)}).reset_index()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[metrics["each share"] > 0.5]
