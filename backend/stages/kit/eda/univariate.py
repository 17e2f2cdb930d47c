"""One column alone: five numbers, skew, outliers; frequent and rare values; range of dates."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from backend.stages.kit.eda.column_types import TypedColumn
from backend.stages.kit.eda.placeholders import sentinel_counts
from backend.stages.kit.eda.plain import counts_as_json, finite, percent, short_text

TOP_VALUES = 10
FEW_VALUES = 20
"""Up to so many different values are told one by one."""
RARE_SHARE = 0.01
FENCE = 1.5
"""Tukey, Exploratory Data Analysis, 1977: outliers lie beyond 1.5 interquartile ranges."""


def column_summary(column: TypedColumn) -> dict[str, Any]:
    """What the column's values are like, by its type."""
    if column.dtype == "numeric":
        return numeric_summary(column)
    if column.dtype == "datetime":
        return datetime_summary(column.values)
    known = column.values.value_counts()
    told = categorical_summary(known)
    return text_summary(known) | told if column.dtype == "text" else told


def numeric_summary(column: TypedColumn) -> dict[str, Any]:
    """Five numbers, moments, outliers by the IQR rule, zeros and negatives.

    Standard deviation is the sample's (n - 1); skew and kurtosis are the adjusted
    Fisher-Pearson coefficients (kurtosis of a normal distribution is 0).
    """
    known = column.values.dropna()
    five = known.quantile([0, 0.25, 0.5, 0.75, 1]).to_list() if len(known) else [None] * 5
    told: dict[str, Any] = dict(
        zip(("min", "q1", "median", "q3", "max"), map(finite, five), strict=True)
    )
    told |= {"mean": finite(known.mean()), "std": finite(known.std())}
    told |= {"skew": finite(known.skew()), "kurtosis": finite(known.kurt())}
    told |= outliers_of(known)
    zeros = int((known == 0).sum())
    told |= {"n_zero": zeros, "pct_zero": percent(zeros, len(known))}
    told["n_negative"] = int((known < 0).sum())
    told["sentinels"] = sentinel_counts(known)
    counts = known.value_counts()
    few = 0 < len(counts) <= FEW_VALUES
    told["value_counts"] = counts_as_json(counts, FEW_VALUES) if few else {}
    return told


def outliers_of(known: pd.Series) -> dict[str, Any]:
    """Values beyond 1.5 interquartile ranges of the quartiles."""
    if not len(known):
        return {"lower_fence": None, "upper_fence": None, "n_outliers": 0, "pct_outliers": 0.0}
    first, third = known.quantile([0.25, 0.75])
    low, high = first - FENCE * (third - first), third + FENCE * (third - first)
    beyond = int(((known < low) | (known > high)).sum())
    return {
        "lower_fence": finite(low),
        "upper_fence": finite(high),
        "n_outliers": beyond,
        "pct_outliers": percent(beyond, len(known)),
    }


def categorical_summary(known: pd.Series) -> dict[str, Any]:
    """Frequent values, and those that less than one row in a hundred has."""
    total = int(known.sum())
    rare = known[known < RARE_SHARE * total]
    top = counts_as_json(known, TOP_VALUES)
    return {
        "top_values": top,
        "pct_top": percent(int(known.max()), total) if total else 0.0,
        "n_rare": len(rare),
        "pct_rare": percent(int(rare.sum()), total),
        "rare_values": [short_text(value) for value in sorted(map(str, rare.index))[:TOP_VALUES]],
        "entropy_bits": entropy_bits(known),
    }


def entropy_bits(known: pd.Series) -> float | None:
    """Shannon's entropy of the values, in bits."""
    if not len(known):
        return None
    shares = known.to_numpy(dtype="float64") / float(known.sum())
    return finite(abs(float(-(shares * np.log2(shares)).sum())))


def text_summary(known: pd.Series) -> dict[str, Any]:
    """Lengths in characters and words, over all cells."""
    texts = pd.Series(known.index, dtype="str")
    lengths, words = texts.str.len(), texts.str.count(r"\S+")
    weights = known.to_numpy()
    return {
        "min_length": int(lengths.min()),
        "max_length": int(lengths.max()),
        "mean_length": finite(np.average(lengths, weights=weights)),
        "mean_words": finite(np.average(words, weights=weights)),
    }


def datetime_summary(moments: pd.Series) -> dict[str, Any]:
    """Range, span in days, usual distance, and whether rows stand in order of time."""
    known = moments.dropna()
    days = (known.max() - known.min()).total_seconds() / 86_400 if len(known) else None
    return {
        "min": known.min().isoformat() if len(known) else None,
        "max": known.max().isoformat() if len(known) else None,
        "span_days": finite(days),
        "frequency": frequency_of(known),
        "is_sorted": bool(known.is_monotonic_increasing) if len(known) > 1 else False,
    }


def frequency_of(known: pd.Series) -> str | None:
    """The distance between neighbouring moments that at least half of them have.

    ``irregular`` where there is none; None for fewer than three moments.
    """
    steps = pd.Series(known.sort_values().unique()).diff().dropna()
    if len(steps) < 2:
        return None
    days = steps.dt.total_seconds() / 86_400
    bounds = {
        "secondly": (0.9 / 86_400, 1.1 / 86_400),
        "minutely": (0.9 / 1440, 1.1 / 1440),
        "hourly": (0.9 / 24, 1.1 / 24),
        "daily": (0.9, 1.1),
        "weekly": (6.9, 7.1),
        "monthly": (27.9, 31.1),
        "quarterly": (89.9, 92.1),
        "yearly": (364.9, 366.1),
    }
    shares = {name: float(days.between(*bound).mean()) for name, bound in bounds.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= 0.5 else "irregular"
