"""unexpected_shares · benford
The first digits of amount of claims are distributed as Benford's law has it, as far as a chi-square
test can tell (p-value at least 0.05).
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """How often each value occurs."""
    claims = tables["claims"]
    counts = (
        claims["amount"]
        .astype("str")
        .str.removesuffix(".0")
        .str.extract("([1-9])", expand=False)
        .value_counts()
        .rename("rows")
    )
    shares = {
        "1": 0.3010299956639812,
        "2": 0.17609125905568124,
        "3": 0.12493873660829992,
        "4": 0.09691001300805642,
        "5": 0.07918124604762482,
        "6": 0.06694678963061322,
        "7": 0.05799194697768673,
        "8": 0.05115252244738129,
        "9": 0.04575749056067514,
    }
    values = (
        pd.concat([counts, pd.Series(shares, name="share wanted")], axis=1)
        .fillna(0)
        .rename_axis("amount")
        .reset_index()
    )
    return values if len(counts) else values.iloc[:0]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    values = scope(tables)
    expected = values["share wanted"] * values["rows"].sum()
    apart = (values["rows"] - expected).pow(2)
    statistic = (apart / expected).sum()
    test = pd.DataFrame({"chi-square": [statistic], "limit": [15.5073130559]})
    return test[test["chi-square"] > test["limit"]]
