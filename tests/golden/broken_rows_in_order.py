"""broken_rows · in order
In every readings row, meter is at least meter of the row before (in file order).
Empty values are not flagged.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    readings = tables["readings"]
    readings_in_order = readings[readings["meter"].notna()]
    previous_meter = readings_in_order["meter"].convert_dtypes().shift()
    return readings_in_order[previous_meter.notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    readings = tables["readings"]
    readings_in_order = readings[readings["meter"].notna()]
    previous_meter = readings_in_order["meter"].convert_dtypes().shift()
    meter = pd.to_numeric(readings_in_order["meter"], errors="coerce")
    before_meter = pd.to_numeric(previous_meter, errors="coerce")
    return readings_in_order[previous_meter.notna() & ~(meter >= before_meter).fillna(False)]
