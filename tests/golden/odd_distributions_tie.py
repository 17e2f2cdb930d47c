"""odd_distributions · tie
Over balls, the number of most frequent values of colour is exactly 1.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measures."""
    balls = tables["balls"]
    counted = balls[balls["colour"].notna()]
    values = counted["colour"]
    metrics = pd.DataFrame({"modes": [values.mode().size]})
    return metrics[[len(values) > 0]]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[metrics["modes"] != 1]
