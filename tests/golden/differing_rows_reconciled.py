"""differing_rows · reconciled
Rows of sent and received with the same order_no have the same amount; each that differs is
reported. A order_no that only one of them has is a difference.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows of both tables, matched."""
    sent = tables["sent"]
    order_no = pd.to_numeric(sent["order_no"])
    amount = pd.to_numeric(sent["amount"])
    sent_side = pd.DataFrame(
        {"order_no": order_no.convert_dtypes(), "amount": amount.convert_dtypes()}
    )
    received = tables["received"]
    order_no_2 = pd.to_numeric(received["order_no"])
    amount_2 = pd.to_numeric(received["amount"])
    received_side = pd.DataFrame(
        {"order_no": order_no_2.convert_dtypes(), "amount": amount_2.convert_dtypes()}
    )
    pairs = sent_side.dropna(subset=["order_no"]).merge(
        received_side.dropna(subset=["order_no"]),
        how="outer",
        on=["order_no"],
        suffixes=[" in sent", " in received"],
        indicator="found",
        validate="one_to_one",
    )
    return pairs.assign(
        found=pairs["found"]
        .astype("str")
        .replace({"left_only": "only in sent", "right_only": "only in received"})
    )


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    pairs = scope(tables)
    same_amount = (pairs["amount in sent"] == pairs["amount in received"]).fillna(False) | (
        pairs["amount in sent"].isna() & pairs["amount in received"].isna()
    )
    alike = (pairs["found"] == "both") & same_amount
    return pairs[~alike]
