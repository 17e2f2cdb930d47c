"""What is not known: how much, which columns together, and whether the target knows.

Not known are empty cells, placeholders, infinite numbers, and what has not the column's type.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from backend.stages.kit.eda.association import chi_squared, correlation_ratio
from backend.stages.kit.eda.column_types import TypedColumn
from backend.stages.kit.eda.plain import finite, percent
from backend.stages.kit.eda.relations import outcome_summary
from backend.stages.kit.eda.target import REGRESSION, Target

MOST_PATTERNS = 10
TOGETHER = 0.5
MOST_COMPARED = 40
RELATED_P, RELATED_EFFECT = 0.01, 0.05
"""A column's gaps are related to the target below this p (over all columns that were tested,
Bonferroni) and above this effect."""


def missingness(columns: Mapping[str, TypedColumn], target: Target | None) -> dict[str, Any]:
    """Gaps by cell, row, pattern and pair, and their relation to the target."""
    gaps = pd.DataFrame({name: column.values.isna() for name, column in columns.items()})
    holed = gaps.loc[:, gaps.any()]
    complete = int((~gaps.any(axis=1)).sum())
    return {
        "n_cells": int(gaps.to_numpy().sum()),
        "pct_cells": percent(int(gaps.to_numpy().sum()), gaps.size),
        "complete_rows": complete,
        "pct_complete_rows": percent(complete, len(gaps)),
        "patterns": gap_patterns(holed),
        "together": gaps_together(holed),
        "related_to_target": gaps_and_target(holed, target),
    }


def gap_patterns(holed: pd.DataFrame) -> list[dict[str, Any]]:
    """The most frequent sets of columns that are unknown in the same rows."""
    if holed.empty or not holed.shape[1]:
        return []
    names = [str(name) for name in holed]
    codes, seen = pd.factorize(pd.MultiIndex.from_frame(holed))
    rows = pd.Series(codes).value_counts()
    found: list[dict[str, Any]] = []
    for code, key in enumerate(seen):
        unknown = [name for name, gap in zip(names, key, strict=True) if gap]
        if unknown:
            told: dict[str, Any] = {"columns": unknown, "rows": int(rows[code])}
            found.append(told | {"pct": percent(told["rows"], len(holed))})
    return sorted(found, key=lambda each: (-each["rows"], each["columns"]))[:MOST_PATTERNS]


def gaps_together(holed: pd.DataFrame) -> list[dict[str, Any]]:
    """Pairs of columns whose gaps coincide: phi of 0.5 or more."""
    varied = holed.loc[:, ~holed.all()].iloc[:, :MOST_COMPARED]
    phi = varied.astype("float64").corr()
    names = [str(name) for name in varied]
    pairs = [
        {"f1": one, "f2": other, "phi": finite(phi.at[one, other])}
        for at, one in enumerate(names)
        for other in names[at + 1 :]
    ]
    known = pd.DataFrame(pairs, columns=["f1", "f2", "phi"]).astype({"phi": "float64"})
    high = known[known["phi"] >= TOGETHER].sort_values(["phi", "f1", "f2"], ascending=False)
    return [
        {"f1": str(one), "f2": str(other), "phi": finite(value)}
        for one, other, value in zip(high["f1"], high["f2"], high["phi"], strict=True)
    ]


def gaps_and_target(holed: pd.DataFrame, target: Target | None) -> list[dict[str, Any]]:
    """Whether the target differs where a column is not known, for each column with gaps."""
    if target is None or target.labels is not None:
        return []
    names = [name for name in holed if name not in target.names and not holed[name].all()][
        : 5 * MOST_COMPARED
    ]
    told = [gap_and_target(str(name), holed[name], target) for name in names]
    for each in told:
        is_unlikely = each["p_value"] is not None and each["p_value"] * len(told) < RELATED_P
        each["is_related"] = is_unlikely and (each["effect"] or 0.0) >= RELATED_EFFECT
    return sorted(told, key=lambda each: (-(each["effect"] or 0.0), each["feature"]))


def gap_and_target(name: str, gap: pd.Series, target: Target) -> dict[str, Any]:
    """One column: chi-squared (classes) or analysis of variance (numbers) of gap against target."""
    is_known = target.values.notna()
    labels = gap.map({True: "unknown", False: "known"})
    if target.task == REGRESSION and target.numbers is not None:
        test = correlation_ratio(labels, target.numbers)
        told = {"test": "anova", "p_value": test["eta_p"], "effect": test["eta"]}
    else:
        test = chi_squared(labels, target.values)
        told = {"test": "chi2", "p_value": test["p_value"], "effect": test["cramers_v"]}
    return {
        "feature": name,
        "n_unknown": int(gap.sum()),
        **told,
        "target_when_unknown": outcome_summary(target, gap.index[gap & is_known]),
        "target_when_known": outcome_summary(target, gap.index[~gap & is_known]),
    }
