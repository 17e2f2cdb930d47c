"""differing_rows · identical
Each row occurs as often in sent as in received, in all columns (order_no, amount), in any order;
each row that does not is reported.
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
    sent_rows = sent_side.astype("str").fillna("").value_counts().rename("rows in sent")
    received = tables["received"]
    order_no_2 = pd.to_numeric(received["order_no"])
    amount_2 = pd.to_numeric(received["amount"])
    received_side = pd.DataFrame(
        {"order_no": order_no_2.convert_dtypes(), "amount": amount_2.convert_dtypes()}
    )
    received_rows = received_side.astype("str").fillna("").value_counts().rename("rows in received")
    return pd.concat([sent_rows, received_rows], axis=1).fillna(0).astype("int64").reset_index()


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    pairs = scope(tables)
    return pairs[pairs["rows in sent"] != pairs["rows in received"]]
