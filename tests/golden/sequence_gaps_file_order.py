"""sequence_gaps · file order
cheque_no of cheques starts at 1 and grows by 1 from row to row in file order; flag each row that
does not follow the one before.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    cheques = tables["cheques"]
    return cheques[cheques["cheque_no"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    cheques = scope(tables)
    cheque_no = pd.to_numeric(cheques["cheque_no"], errors="coerce")
    exact = cheque_no.convert_dtypes()
    before = exact.shift()
    is_first = cheques.index == cheques.index.min()
    follows = cheque_no.notna() & (
        (exact == before + 1).fillna(False)
        | (is_first & (cheque_no == 1))
        | (~is_first & before.isna())
    )
    return cheques[~follows]
