"""Exact counts of a table of which only a sample could be explored: DuckDB aggregates the whole.

Rules of this file: what is counted or ordered (rows, gaps, different values, five numbers,
moments, classes, copies) is of the whole table; relations, signs, figures, rare values and the
ranges of dates stay the sample's, as the report's ``sampled_rows`` says.
"""

from __future__ import annotations

import math
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from backend.contracts.eda_report import (
    CategoricalSummary,
    ColumnProfile,
    EdaReport,
    NumericSummary,
    TargetReport,
)

TOP_VALUES, FEW_VALUES, MOST_CLASSES = 10, 20, 100


class _Whole:
    """The whole table in DuckDB, asked one column at a time."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._link = duckdb.connect(config={"threads": 2})
        self._link.register("t", pa.Table.from_pandas(frame, preserve_index=False))
        self.rows = len(frame)

    def row(self, question: str) -> tuple[Any, ...]:
        return self._link.execute(question).fetchone() or ()

    def counts(self, name: str, most: int, where: str = "true") -> dict[str, int]:
        """The most frequent values, ties by their text."""
        column = _quoted(name)
        found = self._link.execute(
            f"SELECT {column}, count(*) AS n FROM t WHERE {column} IS NOT NULL AND {where} "
            f"GROUP BY 1 ORDER BY n DESC, {column}::VARCHAR LIMIT {most}"
        ).fetchall()
        return {_spelled(value): int(count) for value, count in found}

    def copies(self) -> int:
        (different,) = self.row("SELECT count(*) FROM (SELECT DISTINCT * FROM t)")
        return self.rows - int(different)


def with_exact_counts(report: EdaReport, frame: pd.DataFrame) -> EdaReport:
    """The report of a sample, its counts and summaries replaced by those of the whole table."""
    whole = _Whole(frame)
    profiles = {
        name: _exact_profile(whole, name, profile, pd.api.types.is_numeric_dtype(frame[name].dtype))
        for name, profile in report.columns_profile.items()
    }
    constant = tuple(name for name, profile in profiles.items() if profile.unique == 1)
    flags = {"duplicate_rows": whole.copies(), "constant": constant}
    dataset = {"n_rows": whole.rows, "sampled_rows": report.dataset.n_rows}
    return report.model_copy(
        update={
            "dataset": report.dataset.model_copy(update=dataset),
            "columns_profile": profiles,
            "flags": report.flags.model_copy(update=flags),
            "target": _exact_target(whole, report.target, profiles),
        }
    )


def _exact_profile(
    whole: _Whole, name: str, profile: ColumnProfile, is_number: bool
) -> ColumnProfile:
    column = _quoted(name)
    known, unique = whole.row(f"SELECT count({column}), count(DISTINCT {column}) FROM t")
    held = ", ".join("'" + each.replace("'", "''") + "'" for each in profile.placeholders)
    placeholders = whole.counts(name, FEW_VALUES, f"{column} IN ({held})") if held else {}
    missing, unknown = whole.rows - int(known), whole.rows - int(known) + sum(placeholders.values())
    update: dict[str, object] = {
        "n_missing": missing,
        "pct_missing": _percent(missing, whole.rows),
        "unique": int(unique),
        "placeholders": placeholders,
        "n_placeholders": sum(placeholders.values()),
        "pct_unknown": _percent(unknown, whole.rows),
    }
    if isinstance(profile.summary, NumericSummary) and is_number:
        update["summary"] = _exact_numbers(whole, name, int(unique), profile.summary)
    elif isinstance(profile.summary, CategoricalSummary):
        top = whole.counts(name, TOP_VALUES, f"{column} NOT IN ({held})" if held else "true")
        most = _percent(max(top.values(), default=0), whole.rows - unknown)
        update["summary"] = profile.summary.model_copy(update={"top_values": top, "pct_top": most})
    return profile.model_copy(update=update)


def _exact_numbers(
    whole: _Whole, name: str, unique: int, sampled: NumericSummary
) -> NumericSummary:
    x = f"{_quoted(name)}::DOUBLE"
    real = f"{_quoted(name)} IS NOT NULL AND isfinite({x})"
    n, low, (q1, median, q3), high, mean, std, skew, kurtosis, zero, negative = whole.row(
        f"SELECT count(*), min({x}), quantile_cont({x}, [0.25, 0.5, 0.75]), max({x}), avg({x}), "
        f"stddev_samp({x}), skewness({x}), kurtosis({x}), count_if({x} = 0), count_if({x} < 0) "
        f"FROM t WHERE {real}"
    )
    below, above = q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)
    (outliers,) = whole.row(
        f"SELECT count(*) FROM t WHERE {real} AND ({x} < {below!r} OR {x} > {above!r})"
    )
    numbers = {"min": low, "q1": q1, "median": median, "q3": q3, "max": high, "mean": mean}
    numbers |= {"std": std, "skew": skew, "kurtosis": kurtosis}
    numbers |= {"lower_fence": below, "upper_fence": above}
    update: dict[str, object] = {key: _finite(value) for key, value in numbers.items()}
    update |= {"n_outliers": int(outliers), "pct_outliers": _percent(int(outliers), int(n))}
    update |= {"n_zero": int(zero), "pct_zero": _percent(int(zero), int(n))}
    update["n_negative"] = int(negative)
    update["value_counts"] = whole.counts(name, FEW_VALUES) if unique <= FEW_VALUES else {}
    return sampled.model_copy(update=update)


def _exact_target(
    whole: _Whole, target: TargetReport | None, profiles: dict[str, ColumnProfile]
) -> TargetReport | None:
    """Classes as the whole table counts them; a distribution as its column's summary."""
    profile = profiles.get(target.name) if target is not None else None
    if target is None or profile is None:
        return target
    if isinstance(profile.summary, NumericSummary) and target.distribution is not None:
        return target.model_copy(update={"distribution": profile.summary})
    if target.task_type != "classification":
        return target
    held = ", ".join("'" + each.replace("'", "''") + "'" for each in profile.placeholders)
    where = f"{_quoted(target.name)} NOT IN ({held})" if held else "true"
    counts = whole.counts(target.name, MOST_CLASSES, where)
    known = whole.rows - profile.n_missing - profile.n_placeholders
    classes = profile.unique - len(profile.placeholders)
    is_all = classes == len(counts) > 1
    return target.model_copy(
        update={
            "n_missing": whole.rows - known,
            "n_classes": classes,
            "class_counts": counts,
            "class_shares": {name: count / known for name, count in counts.items()},
            "imbalance_ratio": max(counts.values()) / min(counts.values()) if is_all else None,
        }
    )


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _spelled(value: object) -> str:
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return text if len(text) <= 80 else text[:79] + "…"


def _finite(value: float | None) -> float | None:
    return float(f"{value:.12g}") if value is not None and math.isfinite(value) else None


def _percent(part: int, whole: int) -> float:
    return round(100.0 * part / whole, 4) if whole else 0.0
