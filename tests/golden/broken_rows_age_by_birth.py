"""broken_rows · age by birth
In every pupils row, age equals the years from birth_date to the day of the run.
An age is the number of completed years.
Empty values are not flagged.
Today is the day of the run (as_of).
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame], *, as_of) -> pd.DataFrame:
    """The rows that the rule judges."""
    pupils = tables["pupils"]
    return pupils[pupils["age"].notna() & pupils["birth_date"].notna()]


def check(tables: dict[str, pd.DataFrame], *, as_of) -> pd.DataFrame:
    pupils = scope(tables, as_of=as_of)
    age = pd.to_numeric(pupils["age"], errors="coerce")
    today = pd.Timestamp(as_of).normalize()
    birth_date = pd.to_datetime(pupils["birth_date"], format="%Y-%m-%d", errors="coerce")
    return pupils[
        ~(
            age
            == pd.Series.floordiv(
                today.year * 10000
                + today.month * 100
                + today.day
                - (birth_date.dt.year * 10000 + birth_date.dt.month * 100 + birth_date.dt.day),
                10000,
            )
        ).fillna(False)
    ]
