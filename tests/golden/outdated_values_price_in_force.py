"""outdated_values · price in force
price of every sales row is the price of the tariffs entry for its item_code that is in force on
sold_on (valid_from to valid_to, both included; an empty valid_to is open); rows without one are not
judged.
sales and tariffs are matched by item_code = item_code.
An entry of tariffs is in force from valid_from to valid_to, both included.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    sales = tables["sales"]
    counted = sales[sales["item_code"].notna() & sales["sold_on"].notna() & sales["price"].notna()]
    tariffs = tables["tariffs"]
    entries = tariffs[tariffs["price"].notna()]
    valid_from = pd.to_datetime(entries["valid_from"], format="%Y-%m-%d", errors="coerce")
    valid_to = pd.to_datetime(entries["valid_to"], format="%Y-%m-%d", errors="coerce")
    sold_on = pd.to_datetime(counted["sold_on"], format="%Y-%m-%d", errors="coerce")
    asked = (
        pd.DataFrame({"key": counted["item_code"], "at": sold_on}).rename_axis("row").reset_index()
    )
    told = pd.DataFrame(
        {
            "key": entries["item_code"],
            "start": valid_from,
            "end": valid_to,
            "open": entries["valid_to"].isna(),
        }
    )
    pairs = asked.merge(told, on="key")
    in_force = pairs[
        (pairs["start"] <= pairs["at"]) & ((pairs["end"] >= pairs["at"]) | pairs["open"])
    ]
    return counted[
        pd.Series(counted.index, index=counted.index).isin(in_force["row"]) | sold_on.isna()
    ]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    sales = scope(tables)
    tariffs = tables["tariffs"]
    valid_from = pd.to_datetime(tariffs["valid_from"], format="%Y-%m-%d", errors="coerce")
    valid_to = pd.to_datetime(tariffs["valid_to"], format="%Y-%m-%d", errors="coerce")
    sold_on = pd.to_datetime(sales["sold_on"], format="%Y-%m-%d", errors="coerce")
    price = pd.to_numeric(sales["price"], errors="coerce")
    price_2 = pd.to_numeric(tariffs["price"], errors="coerce")
    asked = (
        pd.DataFrame({"key": sales["item_code"], "at": sold_on, "value": price})
        .rename_axis("row")
        .reset_index()
    )
    told = pd.DataFrame(
        {
            "key": tariffs["item_code"],
            "start": valid_from,
            "end": valid_to,
            "open": tariffs["valid_to"].isna(),
            "wanted": price_2,
        }
    )
    pairs = asked.merge(told, on="key")
    in_force = pairs[
        (pairs["start"] <= pairs["at"]) & ((pairs["end"] >= pairs["at"]) | pairs["open"])
    ]
    right = in_force[(in_force["value"] - in_force["wanted"]).round(9) == 0]
    return sales[~pd.Series(sales.index, index=sales.index).isin(right["row"])]
