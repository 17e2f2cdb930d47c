"""How columns go together, and with the target: r, rho, eta, V, chi-squared.

Every measure takes the rows in which both columns are known, and tells how many those were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from backend.stages.kit.eda.column_types import TypedColumn
from backend.stages.kit.eda.plain import finite, sampled

MOST_CATEGORIES = 50
"""Beyond these the rarer categories are one: a table of tests with empty cells says little."""
MOST_PAIRED = 40
MOST_PAIRS = 500
HIGH = 0.9
MOST_RANKED = 200_000


def numeric_relation(numbers: pd.Series, other: pd.Series) -> dict[str, Any]:
    """Pearson's r and Spearman's rho with their p-values, of two columns of numbers."""
    both = pd.DataFrame({"x": numbers, "y": other}).dropna()
    told: dict[str, Any] = {"n": len(both), "pearson": None, "pearson_p": None}
    told |= {"spearman": None, "spearman_p": None}
    if len(both) < 3 or both["x"].nunique() < 2 or both["y"].nunique() < 2:
        return told
    straight = stats.pearsonr(both["x"], both["y"])
    told |= {"pearson": finite(straight.statistic), "pearson_p": finite(straight.pvalue)}
    ranked = sampled(both, MOST_RANKED)
    monotone = stats.spearmanr(ranked["x"], ranked["y"])
    return told | {"spearman": finite(monotone.statistic), "spearman_p": finite(monotone.pvalue)}


def correlation_ratio(classes: pd.Series, numbers: pd.Series) -> dict[str, Any]:
    """Eta: the root of the share of a number's variance that lies between classes.

    ``eta_p`` is the p-value of the one-way analysis of variance (Fisher, 1925).
    """
    both = pd.DataFrame({"class": classes, "number": numbers}).dropna()
    groups = both.groupby("class", observed=True)["number"]
    means, sizes = groups.mean(), groups.size()
    spread = float(((both["number"] - both["number"].mean()) ** 2).sum())
    n, k = len(both), len(sizes)
    if spread <= 0 or k < 2 or n <= k:
        return {"n": n, "eta": None, "eta_p": None}
    between = min(float((sizes * (means - both["number"].mean()) ** 2).sum()), spread)
    within = spread - between
    ratio = (between / (k - 1)) / (within / (n - k)) if within > 0 else np.inf
    p_value = float(stats.f.sf(ratio, k - 1, n - k))
    return {"n": n, "eta": finite(np.sqrt(between / spread)), "eta_p": finite(p_value)}


def chi_squared(one: pd.Series, other: pd.Series) -> dict[str, Any]:
    """Pearson's chi-squared of two columns of categories, and Cramér's V from it.

    No continuity correction. ``cramers_v_corrected`` is Bergsma's (2013) for small tables;
    ``pct_cells_below_5`` tells how far the p-value may be trusted (Cochran: under 20).
    """
    both = pd.DataFrame({"one": one, "other": other}).dropna()
    table = pd.crosstab(grouped_rare(both["one"]), grouped_rare(both["other"])).to_numpy()
    told: dict[str, Any] = {"n": len(both), "chi2": None, "dof": None, "p_value": None}
    told |= {"cramers_v": None, "cramers_v_corrected": None, "pct_cells_below_5": None}
    if min(table.shape, default=0) < 2:
        return told
    test = stats.chi2_contingency(table, correction=False)
    rows, columns = table.shape
    phi2 = float(test.statistic) / len(both)
    told |= {"chi2": finite(test.statistic), "dof": int(test.dof), "p_value": finite(test.pvalue)}
    told["cramers_v"] = finite(min(1.0, np.sqrt(phi2 / (min(rows, columns) - 1))))
    told["cramers_v_corrected"] = corrected_v(phi2, rows, columns, len(both))
    told["pct_cells_below_5"] = finite(100 * float((test.expected_freq < 5).mean()))
    return told


def corrected_v(phi2: float, rows: int, columns: int, n: int) -> float | None:
    """Cramér's V without its bias upwards (Bergsma, J. Korean Stat. Soc. 42, 2013)."""
    if n < 2:
        return None
    unbiased = max(0.0, phi2 - (rows - 1) * (columns - 1) / (n - 1))
    shrunk = min(
        rows - (rows - 1) ** 2 / (n - 1),
        columns - (columns - 1) ** 2 / (n - 1),
    )
    return finite(min(1.0, np.sqrt(unbiased / (shrunk - 1)))) if shrunk > 1 else None


def grouped_rare(categories: pd.Series) -> pd.Series:
    """Categories as integer codes; beyond the 50 most frequent all share one."""
    counts = categories.value_counts()
    order = sorted(counts.index, key=lambda value: (-int(counts[value]), str(value)))
    head = order[:MOST_CATEGORIES]
    codes = {value: code for code, value in enumerate(head)}
    return categories.map(codes).fillna(len(codes)).astype("int64")


def numeric_pairs(columns: Mapping[str, TypedColumn]) -> list[dict[str, Any]]:
    """Pearson and Spearman of every two numeric columns, the strongest 500 first.

    Ranks of more than 200,000 rows are a sample's.
    """
    names = list(columns)
    frame = pd.DataFrame({name: column.values for name, column in columns.items()})
    straight = frame.corr(method="pearson", min_periods=3).to_numpy()
    monotone = sampled(frame, MOST_RANKED).corr(method="spearman", min_periods=3).to_numpy()
    first, second = np.triu_indices(len(names), k=1)
    strengths = np.nan_to_num(np.abs(straight[first, second]), nan=-1.0)
    order = np.argsort(-strengths, kind="stable")[:MOST_PAIRS]
    return [
        {
            "f1": names[first[at]],
            "f2": names[second[at]],
            "pearson": finite(straight[first[at], second[at]]),
            "spearman": finite(monotone[first[at], second[at]]),
        }
        for at in order
        if strengths[at] >= 0
    ]


def categorical_pairs(columns: Mapping[str, TypedColumn]) -> list[dict[str, Any]]:
    """Cramér's V and chi-squared of every two of the first 40 columns of categories."""
    names = list(columns)[:MOST_PAIRED]
    pairs = [
        {"f1": one, "f2": other, **chi_squared(columns[one].values, columns[other].values)}
        for one, other in combinations(names, 2)
    ]
    known = [pair for pair in pairs if pair["cramers_v"] is not None]
    return sorted(known, key=lambda pair: -pair["cramers_v"])[:MOST_PAIRS]


def mixed_pairs(
    numeric: Mapping[str, TypedColumn], categorical: Mapping[str, TypedColumn]
) -> list[dict[str, Any]]:
    """Eta above 0.9 of a category for a number: the one is nearly the other, recoded."""
    found = []
    for name in list(categorical)[:MOST_PAIRED]:
        for other in list(numeric)[:MOST_PAIRED]:
            told = correlation_ratio(categorical[name].values, numeric[other].values)
            if told["eta"] is not None and told["eta"] > HIGH:
                found.append({"f1": name, "f2": other, "eta": told["eta"]})
    return found


def high_pairs(
    numbers: Sequence[Mapping[str, Any]],
    categories: Sequence[Mapping[str, Any]],
    mixed: Sequence[Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """Pairs with |r|, |rho|, V or eta above 0.9; ``pearson`` is None for the last two."""
    found = []
    for pair in numbers:
        measures = {name: pair[name] or 0.0 for name in ("pearson", "spearman")}
        name = max(measures, key=lambda each: abs(measures[each]))
        if abs(measures[name]) > HIGH:
            found.append(high_pair(pair, name, measures[name], pair["pearson"]))
    found += [
        high_pair(pair, "cramers_v", pair["cramers_v"], None)
        for pair in categories
        if pair["cramers_v"] > HIGH
    ]
    found += [high_pair(pair, "eta", pair["eta"], None) for pair in mixed]
    return sorted(found, key=lambda pair: (-abs(pair["value"]), pair["f1"], pair["f2"]))


def high_pair(
    pair: Mapping[str, Any], measure: str, value: float, pearson: float | None
) -> dict[str, Any]:
    """One pair, with the measure that is high."""
    names = {"f1": pair["f1"], "f2": pair["f2"]}
    return names | {"pearson": pearson, "measure": measure, "value": value}
