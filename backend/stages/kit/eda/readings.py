"""The ways in which the cells of a column could be read, and how many each way takes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pandas as pd

from backend.stages.kit.eda.column_types import TypedColumn, dates_in, numbers_in
from backend.stages.kit.eda.plain import finite, short_text

CURRENCY_AND_UNITS = r"[\s$€£¥%]|(?<=\d)\s*(?:[A-Za-z]{1,3})$"
ALL_BUT_FEW = 0.95


def column_readings(column: TypedColumn) -> dict[str, Any]:
    """For each reading the share of known cells that it takes, and the best one.

    A reading that takes 95 % or more is recommended, with the cells that it does not take; with
    none the column stays what it is.
    """
    known = column.counts.drop([v for v in column.counts.index if str(v) in column.placeholders])
    spelled = pd.Series(known.index.map(str), index=known.index, dtype="str")
    readings = all_readings(spelled)
    total = float(known.sum())
    shares = {
        name: finite(float(known[read.notna()].sum()) / total) if total else None
        for name, read in readings.items()
    }
    best = max(shares, key=lambda name: shares[name] or 0.0)
    left = known[readings[best].isna()]
    exceptions = sorted(left.items(), key=lambda pair: (-int(pair[1]), str(pair[0])))[:5]
    return {
        "column": column.name,
        "is_now": column.dtype,
        "readings": shares,
        "recommended": best if (shares[best] or 0.0) >= ALL_BUT_FEW else column.dtype,
        "closest": best,
        "exceptions": [short_text(value) for value, _ in exceptions],
        "n_exceptions": int(left.sum()),
    }


def all_readings(spelled: pd.Series) -> dict[str, pd.Series]:
    """Distinct texts as numbers, as numbers with signs around them, and as dates."""
    bare = spelled.str.replace(CURRENCY_AND_UNITS, "", regex=True)
    return {
        "number": numbers_in(spelled),
        "number_with_unit": grouped_numbers(bare, group=",", point="."),
        "number_with_decimal_comma": grouped_numbers(bare, group=".", point=","),
        "date_iso": dates_in(spelled, {}),
        "date_day_first": pd.to_datetime(spelled, format="%d/%m/%Y", errors="coerce"),
        "date_month_first": pd.to_datetime(spelled, format="%m/%d/%Y", errors="coerce"),
    }


def grouped_numbers(bare: pd.Series, *, group: str, point: str) -> pd.Series:
    """Numbers whose thousands may be parted, by a sign between groups of three digits alone."""
    g, p = re.escape(group), re.escape(point)
    is_number = bare.str.fullmatch(rf"[+-]?(?:\d{{1,3}}(?:{g}\d{{3}})+|\d+)(?:{p}\d+)?")
    plain = bare.str.replace(group, "", regex=False).str.replace(point, ".", regex=False)
    return numbers_in(plain.where(is_number, ""))


def target_readings(column: TypedColumn) -> dict[str, Any]:
    """What speaks for classes, and what for a measure, in a target that could be either."""
    known = column.values.dropna()
    different = int(known.nunique())
    told: dict[str, Any] = {"column": column.name, "is_now": column.dtype, "different": different}
    told["smallest_group"] = int(known.value_counts().min()) if different else 0
    if column.dtype != "numeric" or not different:
        return told | {"recommended": "classification"}
    values = sorted(known.unique())
    steps = {round(b - a, 9) for a, b in pairwise(values)}
    told["is_contiguous"] = column.is_whole and steps <= {1.0}
    told["order_matters"] = different > 5 and len(steps) == 1
    measure = different > 20 or told["smallest_group"] < 5
    return told | {"recommended": "regression" if measure else "classification"}
