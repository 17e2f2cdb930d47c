"""odd_distributions · skewness
Over calls, the skewness of waiting is at least -1 and at most 1.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measures."""
    calls = tables["calls"]
    counted = calls[calls["waiting"].notna()]
    waiting = pd.to_numeric(counted["waiting"], errors="coerce")
    values = waiting.astype("float64")
    metrics = pd.DataFrame({"skewness": [values.skew()], "unreadable cells": [values.isna().sum()]})
    return metrics[metrics["skewness"].notna() | (metrics["unreadable cells"] > 0)]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[
        (metrics["skewness"].round(9) < -1.0)
        | (metrics["skewness"].round(9) > 1.0)
        | (metrics["unreadable cells"] > 0)
    ]
