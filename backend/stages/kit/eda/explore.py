"""The step ``explore``: one table in, one report out, and pictures below ``artifacts``."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from backend.stages.kit.eda.advice import (
    cross_validation,
    group_column,
    model_families,
    suggested_action,
)
from backend.stages.kit.eda.association import (
    categorical_pairs,
    high_pairs,
    mixed_pairs,
    numeric_pairs,
)
from backend.stages.kit.eda.column_types import (
    TypedColumn,
    as_texts,
    column_examples,
    pct_unknown,
    typed_column,
)
from backend.stages.kit.eda.figures import draw_figures
from backend.stages.kit.eda.leakage import Signs, is_id_like, leakage_signs
from backend.stages.kit.eda.missingness import missingness
from backend.stages.kit.eda.names import is_suspicious
from backend.stages.kit.eda.notes import notes_on
from backend.stages.kit.eda.plain import percent
from backend.stages.kit.eda.relations import relations
from backend.stages.kit.eda.tables import only_table
from backend.stages.kit.eda.target import Target, find_target, target_report
from backend.stages.kit.eda.univariate import column_summary

HIGH_CARDINALITY = 30


def explore(
    tables: Mapping[str, pd.DataFrame],
    *,
    artifacts: Path,
    columns: Mapping[str, Mapping[str, Any]] | None = None,
    target: str | None = None,
    encoding: str = "",
    delimiter: str = "",
    missing_threshold_pct: float = 30.0,
    plot_limit: int = 12,
    outcome_date: str | None = None,
) -> dict[str, Any]:
    """Explore the one table that is given; the report is JSON, figures go to ``artifacts``.

    ``columns`` tells the types and date formats that a reader of the file found; ``encoding``
    and ``delimiter`` are repeated in the report. ``target`` is a column, or several with commas
    between. Columns with more unknown cells than ``missing_threshold_pct`` are flagged.

    Raises:
        ValueError: there is not one table, it has no column, two of one name, or no such target.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frame = only_table(tables)
        names = [str(name) for name in frame]
        told = columns or {}
        typed = {name: typed_column(name, frame[name], told.get(name, {})) for name in names}
        goal = find_target(typed, target)
        report = explored(frame, typed, goal, missing_threshold_pct, outcome_date)
        features = {name: typed[name] for name in typed if goal is None or name not in goal.names}
        report["dataset"] |= {"encoding": encoding, "delimiter": delimiter}
        report["visuals"] = draw_figures(
            artifacts, features, goal, report["correlations"], plot_limit
        )
    return report


def explored(
    frame: pd.DataFrame,
    columns: dict[str, TypedColumn],
    target: Target | None,
    missing_threshold_pct: float,
    outcome_date: str | None,
) -> dict[str, Any]:
    """All sections but the pictures."""
    features = {
        name: each for name, each in columns.items() if target is None or name not in target.names
    }
    related = relations(features, target)
    scores = {
        each["feature"]: each.get("score")
        for kind in ("numeric", "categorical", "datetime")
        for each in related[f"{kind}_to_target"]
    }
    signs = leakage_signs(features, target, scores, outcome_date)
    gaps = missingness(columns, target)
    group = group_column(features)
    report: dict[str, Any] = {
        "dataset": dataset_facts(frame, columns, gaps),
        "columns_profile": {
            name: column_profile(column, target, signs, group) for name, column in columns.items()
        },
        "target": target_section(columns, features, target, len(frame)),
        "correlations": related | pairs_section(features),
        "flags": flags_section(frame, columns, features, signs, missing_threshold_pct),
    }
    report["notes"] = notes_on(report)
    return report


def dataset_facts(
    frame: pd.DataFrame, columns: Mapping[str, TypedColumn], gaps: dict[str, Any]
) -> dict[str, Any]:
    """Rows, columns and gaps of the whole table."""
    kinds = [column.dtype for column in columns.values()]
    return {
        "n_rows": len(frame),
        "n_cols": frame.shape[1],
        "columns": list(frame.columns),
        "n_by_dtype": {kind: kinds.count(kind) for kind in sorted(set(kinds))},
        "missingness": gaps,
    }


def column_profile(
    column: TypedColumn, target: Target | None, signs: Signs, group: str | None
) -> dict[str, Any]:
    """One column: type, gaps, examples, summary, and what to do about it."""
    summary = column_summary(column)
    leaks = signs.get(column.name, [])
    action, why = suggested_action(column, summary, leaks=bool(leaks), group=group)
    if target is not None and column.name in target.names:
        action, why = "target", "It is to be predicted; rows without it cannot be learnt from."
    return {
        "dtype": column.dtype,
        "n_missing": column.n_missing,
        "pct_missing": percent(column.n_missing, len(column.values)),
        "unique": column.unique,
        "summary": summary,
        "suggested_action": action,
        "suggestion_reason": why,
        "examples": column_examples(column),
        "placeholders": column.placeholders,
        "n_placeholders": sum(column.placeholders.values()),
        "pct_unknown": pct_unknown(column),
        "n_infinite": column.n_infinite,
        "format": column.format,
        "mixed": column.mixed,
        "leakage": leaks,
    }


def target_section(
    columns: Mapping[str, TypedColumn],
    features: Mapping[str, TypedColumn],
    target: Target | None,
    n_rows: int,
) -> dict[str, Any] | None:
    """The target with the advice that hangs on it; None where the table has none."""
    if target is None:
        return None
    return target_report(target) | {
        "cross_validation": cross_validation(features, target, n_rows),
        "model_families": model_families(features, target, n_rows),
    }


def pairs_section(features: Mapping[str, TypedColumn]) -> dict[str, Any]:
    """Features among themselves."""
    varied = {name: each for name, each in features.items() if each.unique > 1}
    numeric = {name: each for name, each in varied.items() if each.dtype == "numeric"}
    named = {
        name: each
        for name, each in varied.items()
        if each.dtype == "categorical" and 2 * each.unique <= each.counts.sum()
    }
    numbers, categories = numeric_pairs(numeric), categorical_pairs(named)
    return {
        "feature_feature_highcorr": high_pairs(numbers, categories, mixed_pairs(numeric, named)),
        "numeric_pairs": numbers,
        "categorical_pairs": categories,
    }


def flags_section(
    frame: pd.DataFrame,
    columns: Mapping[str, TypedColumn],
    features: Mapping[str, TypedColumn],
    signs: Signs,
    missing_threshold_pct: float,
) -> dict[str, Any]:
    """Columns that a person should look at, by reason; exact copies of earlier rows are counted."""
    return {
        "high_cardinality": [
            name
            for name, each in columns.items()
            if each.dtype in ("categorical", "text") and each.unique > HIGH_CARDINALITY
        ],
        "high_missing": [
            name for name, each in columns.items() if pct_unknown(each) > missing_threshold_pct
        ],
        "possible_leakage": [name for name in features if name in signs],
        "constant": [name for name, each in columns.items() if each.unique == 1],
        "duplicate_rows": duplicate_rows(frame),
        "id_like": [name for name, each in features.items() if is_id_like(each)],
        "suspicious_names": [name for name in features if is_suspicious(name)],
    }


def duplicate_rows(frame: pd.DataFrame) -> int:
    """Rows that are exact copies of an earlier row; empty cells are equal."""
    comparable = frame.copy(deep=False)
    for name in frame:
        if frame[name].dtype == "object":
            comparable[name] = as_texts(frame[name])
    return int(comparable.duplicated().sum())
