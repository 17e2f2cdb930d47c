"""weak_correlations · pearson
Pearson's correlation of weight and price of parcels is at least 0.5.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The coefficient."""
    parcels = tables["parcels"]
    counted = parcels[parcels["weight"].notna() & parcels["price"].notna()]
    weight = pd.to_numeric(counted["weight"], errors="coerce")
    weight_2 = weight.astype("float64")
    price = pd.to_numeric(counted["price"], errors="coerce")
    price_2 = price.astype("float64")
    strays = (weight_2.isna() | price_2.isna()).sum()
    metrics = pd.DataFrame(
        {
            "correlation": [
                (
                    weight_2.corr(price_2)
                    if min(weight_2.nunique(), price_2.nunique()) > 1
                    else float("nan")
                )
            ],
            "unreadable rows": [strays],
        }
    )
    return metrics[metrics["correlation"].notna() | (metrics["unreadable rows"] > 0)]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[(metrics["correlation"].round(9) < 0.5) | (metrics["unreadable rows"] > 0)]
