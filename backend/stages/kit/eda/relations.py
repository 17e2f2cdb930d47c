"""What each feature has to do with the target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from backend.stages.kit.eda.association import (
    chi_squared,
    correlation_ratio,
    numeric_relation,
)
from backend.stages.kit.eda.column_types import TypedColumn
from backend.stages.kit.eda.plain import finite, short_text
from backend.stages.kit.eda.single_feature import single_feature_score
from backend.stages.kit.eda.target import MULTILABEL, REGRESSION, Target
from backend.stages.kit.eda.univariate import FEW_VALUES

MOST_SHARED = 20
"""Shares of so many classes are told for each value."""


def outcome_of(target: Target) -> pd.Series | None:
    """The target as scores take it: classes or numbers; None for multilabel."""
    if target.task == MULTILABEL:
        return None
    return target.numbers if target.task == REGRESSION else target.values


def relations(features: Mapping[str, TypedColumn], target: Target | None) -> dict[str, Any]:
    """Each feature against the target, the strongest first, by the type of the feature."""
    told: dict[str, Any] = {
        "numeric_to_target": [],
        "categorical_to_target": [],
        "datetime_to_target": [],
        "target_by_value": {},
    }
    if target is None:
        return told
    for name, column in features.items():
        if column.dtype != "text":
            found = relation(column, target)
            told[f"{column.dtype}_to_target"].append({"feature": name, **found})
        if 2 <= column.unique <= FEW_VALUES and column.dtype != "datetime":
            told["target_by_value"][name] = target_by_value(column, target)
    for kind in ("numeric", "categorical", "datetime"):
        told[f"{kind}_to_target"].sort(key=lambda each: -strength(each))
    return told


def strength(told: Mapping[str, Any]) -> float:
    """The largest effect among the measures of one feature."""
    measures = ("pearson", "spearman", "eta", "cramers_v", "score")
    return float(max(abs(told.get(name) or 0.0) for name in measures))


def relation(column: TypedColumn, target: Target) -> dict[str, Any]:
    """The measures that suit the column's type."""
    if column.dtype == "numeric":
        return numeric_to_target(column, target)
    if column.dtype == "categorical":
        return categorical_to_target(column, target)
    return {"score": score_of(column, target)}


def numeric_to_target(column: TypedColumn, target: Target) -> dict[str, Any]:
    """Pearson and Spearman where the target is a number or one of two classes; else eta."""
    if target.labels is not None:
        return strongest_label(column, target.labels)
    numbers = target.numbers
    straight = {} if numbers is None else numeric_relation(column.values, numbers)
    between = {} if target.task == REGRESSION else correlation_ratio(target.values, column.values)
    nothing = dict.fromkeys(
        ("pearson", "pearson_p", "spearman", "spearman_p", "eta", "eta_p", "label")
    )
    return nothing | between | straight | {"score": score_of(column, target)}


def strongest_label(column: TypedColumn, labels: pd.DataFrame) -> dict[str, Any]:
    """The label that the number goes with most, by Pearson's r."""
    told = {label: numeric_relation(column.values, labels[label]) for label in labels}
    best = max(told, key=lambda label: abs(told[label]["pearson"] or 0.0))
    return told[best] | {"label": best, "eta": None, "eta_p": None, "score": None}


def categorical_to_target(column: TypedColumn, target: Target) -> dict[str, Any]:
    """Chi-squared and Cramér's V against classes, eta against numbers."""
    names = ("chi2", "dof", "p_value", "cramers_v", "cramers_v_corrected", "pct_cells_below_5")
    nothing = dict.fromkeys((*names, "eta", "eta_p", "label"))
    if target.labels is not None:
        tests = {label: chi_squared(column.values, target.labels[label]) for label in target.labels}
        best = max(tests, key=lambda label: tests[label]["cramers_v"] or 0.0)
        return nothing | tests[best] | {"label": best, "score": None}
    numbers = target.numbers
    if target.task == REGRESSION and numbers is not None:
        found = correlation_ratio(column.values, numbers)
    else:
        found = chi_squared(column.values, target.values)
    return nothing | found | {"score": score_of(column, target)}


def score_of(column: TypedColumn, target: Target) -> float | None:
    """`single_feature_score` of the column, None for multilabel."""
    outcome = outcome_of(target)
    return None if outcome is None else single_feature_score(column.values, outcome)


def target_by_value(column: TypedColumn, target: Target) -> list[dict[str, Any]]:
    """For each value of the column: its rows, and each class's share or the target's mean."""
    counts = column.values.value_counts().sort_index()
    table = outcome_table(column.values, target)
    return [
        {"value": short_text(value), "n": int(count), **outcome_row(table, value, target)}
        for value, count in counts.items()
    ]


def outcome_table(values: pd.Series, target: Target) -> pd.DataFrame:
    """A row for each value: shares of classes or labels, or one column ``mean``."""
    if target.labels is not None:
        return target.labels.groupby(values).mean()
    if target.task == REGRESSION and target.numbers is not None:
        return target.numbers.groupby(values).mean().to_frame("mean")
    return pd.crosstab(values, target.values, normalize="index")


def outcome_row(table: pd.DataFrame, value: object, target: Target) -> dict[str, Any]:
    """One row of that table as the report tells it; nothing where no outcome is known."""
    rows = table[table.index == value]
    if rows.empty:
        return {}
    row = rows.iloc[0]
    if target.task == REGRESSION:
        return {"mean": finite(row["mean"])}
    ordered = sorted(row.items(), key=lambda pair: (-pair[1], str(pair[0])))[:MOST_SHARED]
    return {"shares": {short_text(name): finite(share) for name, share in ordered}}


def outcome_summary(target: Target, rows: pd.Index) -> dict[str, Any]:
    """Each class's (or label's) share among these rows, or their mean."""
    group = pd.Series(0, index=rows)
    part = target._replace(
        values=target.values.loc[rows],
        labels=None if target.labels is None else target.labels.loc[rows],
        numbers=None if target.numbers is None else target.numbers.loc[rows],
    )
    return outcome_row(outcome_table(group, part), 0, part)
