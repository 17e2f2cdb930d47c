"""sequence_gaps · missing numbers
No whole number is missing from cheque_no of cheques between its smallest and its largest; each
missing number is reported.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    cheques = tables["cheques"]
    return cheques[cheques["cheque_no"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    cheques = scope(tables)
    cheque_no = pd.to_numeric(cheques["cheque_no"])
    found = cheque_no.dropna().astype("int64")
    missing = sorted(set(range(min(found, default=0), max(found, default=-1) + 1)) - set(found))
    return pd.DataFrame({"missing cheque_no": missing})
