"""differing_rows · unlike names
Rows of orders and invoices with the same order_no have the same total (amount in invoices); each
that differs is reported. A order_no that only one of them has is a difference.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows of both tables, matched."""
    orders = tables["orders"]
    order_no = pd.to_numeric(orders["order_no"])
    total = pd.to_numeric(orders["total"])
    orders_side = pd.DataFrame(
        {"order_no": order_no.convert_dtypes(), "total": total.convert_dtypes()}
    )
    invoices = tables["invoices"]
    order_no_2 = pd.to_numeric(invoices["order_no"])
    total_2 = pd.to_numeric(invoices["amount"])
    invoices_side = pd.DataFrame(
        {"order_no": order_no_2.convert_dtypes(), "total": total_2.convert_dtypes()}
    )
    pairs = (
        orders_side.dropna(subset=["order_no"])
        .merge(
            invoices_side.dropna(subset=["order_no"]),
            how="outer",
            on=["order_no"],
            suffixes=[" in orders", " in invoices"],
            indicator="found",
            validate="one_to_one",
        )
        .rename(columns={"total in invoices": "amount in invoices"})
    )
    return pairs.assign(
        found=pairs["found"]
        .astype("str")
        .replace({"left_only": "only in orders", "right_only": "only in invoices"})
    )


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    pairs = scope(tables)
    same_total = (pairs["total in orders"] == pairs["amount in invoices"]).fillna(False) | (
        pairs["total in orders"].isna() & pairs["amount in invoices"].isna()
    )
    alike = (pairs["found"] == "both") & same_total
    return pairs[~alike]
