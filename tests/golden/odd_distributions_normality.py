"""odd_distributions · normality
Over calls, the p-value of a Jarque-Bera test that waiting is normally distributed is at least 0.05.
"""

import pandas as pd


def jarque_bera(numbers: list[float]) -> float:
    """The p-value of the test of Jarque and Bera (1980); nan of numbers that do not differ.

    JB = n / 6 * (S^2 + (K - 3)^2 / 4) with S = m3 / m2^1.5 and K = m4 / m2^2, of the moments about
    the mean, is chi-square distributed with 2 degrees of freedom: p = exp(-JB / 2).
    """
    size = len(numbers)
    if size < 2 or min(numbers) == max(numbers):
        return float("nan")
    mean = sum(numbers) / size
    apart = [number - mean for number in numbers]
    spread = (sum(each**2 for each in apart) / size) ** 0.5
    skewed = sum((each / spread) ** 3 for each in apart) / size
    peaked = sum((each / spread) ** 4 for each in apart) / size
    return float(2.718281828459045 ** (-size / 12 * (skewed**2 + (peaked - 3) ** 2 / 4)))


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The measures."""
    calls = tables["calls"]
    counted = calls[calls["waiting"].notna()]
    waiting = pd.to_numeric(counted["waiting"], errors="coerce")
    values = waiting.astype("float64")
    metrics = pd.DataFrame(
        {"normality": [jarque_bera(values.tolist())], "unreadable cells": [values.isna().sum()]}
    )
    return metrics[metrics["normality"].notna() | (metrics["unreadable cells"] > 0)]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    metrics = scope(tables)
    return metrics[(metrics["normality"].round(9) < 0.05) | (metrics["unreadable cells"] > 0)]
