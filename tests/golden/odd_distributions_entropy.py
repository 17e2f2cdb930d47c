"""odd_distributions · entropy
Over balls, the entropy of colour in bits is at least 1.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measures."""
    balls = tables["balls"]
    counted = balls[balls["colour"].notna()]
    values = counted["colour"]
    metrics = pd.DataFrame(
        {
            "bits": [
                (lambda shares: -(shares * shares.transform("log2")).sum())(
                    values.value_counts(normalize=True)
                )
            ]
        }
    )
    return metrics[[len(values) > 0]]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[metrics["bits"].round(9) < 1.0]
