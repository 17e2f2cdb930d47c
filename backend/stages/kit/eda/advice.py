"""What to do about each column, how to validate, and which models to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from backend.stages.kit.eda.column_types import TypedColumn, pct_unknown
from backend.stages.kit.eda.leakage import is_id_like
from backend.stages.kit.eda.names import is_named_like_an_id
from backend.stages.kit.eda.single_feature import single_feature_score
from backend.stages.kit.eda.target import MULTILABEL, REGRESSION, Target

ONE_HOT_BELOW = 10
MANY_CATEGORIES = 1000
MOSTLY_UNKNOWN = 60.0
SKEWED = 2.0
MANY_OUTLIERS = 5.0
FOLDS_OF_CV = 5
FEW_ROWS = 200
IN_ORDER = 0.9

Advice = tuple[str, str]


def suggested_action(
    column: TypedColumn, summary: Mapping[str, Any], *, leaks: bool, group: str | None
) -> Advice:
    """What to do with a feature, in words joined by ``|``, and why."""
    for_nothing = reason_to_drop(column, leaks=leaks, group=group)
    if for_nothing:
        return for_nothing
    if column.dtype == "numeric":
        return numeric_action(column, summary)
    if column.dtype == "categorical":
        return categorical_action(column, summary)
    if column.dtype == "datetime":
        return "datetime_expand", "Year, month, weekday and distances can be learnt from."
    return "text_vectorize|drop", "Prose must become numbers before a model can read it."


def reason_to_drop(column: TypedColumn, *, leaks: bool, group: str | None) -> Advice | None:
    """Why a column should stay out of the model, if it should."""
    if column.values.notna().sum() == 0:
        return "drop", "No cell is known."
    if column.unique == 1:
        return "drop", "It holds one value alone."
    if leaks:
        return "review_leakage|drop", "It may know the outcome; see its signs of leakage."
    if column.name == group:
        return "group_key|drop", "It tells which rows belong together; split by it."
    if is_id_like(column):
        return "drop", "It tells rows apart and says nothing about others."
    return None


def numeric_action(column: TypedColumn, summary: Mapping[str, Any]) -> Advice:
    """Impute, transform, scale."""
    actions, reasons = gap_action(column, "impute_median")
    if "drop" in actions:
        return "|".join(actions), " ".join(reasons)
    skew, low = summary["skew"] or 0.0, summary["min"]
    if summary["sentinels"]:
        actions.append("review_sentinels")
        reasons.append(f"{', '.join(summary['sentinels'])} may stand for unknown.")
    if skew > SKEWED and low is not None and low >= 0:
        actions.append("log_transform")
        reasons.append(f"Skew {skew:.1f}, and no value is below 0.")
    robust = summary["pct_outliers"] > MANY_OUTLIERS
    actions.append("scale_robust" if robust else "scale_standard")
    if robust:
        reasons.append(f"{summary['pct_outliers']:.1f} % are outliers by the IQR rule.")
    return "|".join(actions), " ".join(reasons) or "Complete and without great skew."


def categorical_action(column: TypedColumn, summary: Mapping[str, Any]) -> Advice:
    """Impute, group the rare, encode."""
    actions, reasons = gap_action(column, "impute_mode")
    if "drop" in actions:
        return "|".join(actions), " ".join(reasons)
    different = int(column.values.nunique())
    if summary["n_rare"] > 1 and different < MANY_CATEGORIES:
        actions.append("group_rare")
        reasons.append(f"{summary['n_rare']} values are each under 1 % of rows.")
    if different < ONE_HOT_BELOW:
        actions.append("onehot")
    elif different < MANY_CATEGORIES:
        actions.append("target_encode")
    else:
        actions += ["hash_encode", "drop"]
    reasons.append(f"{different} categories.")
    return "|".join(actions), " ".join(reasons)


def gap_action(column: TypedColumn, impute: str) -> tuple[list[str], list[str]]:
    """What to do about cells that are not known."""
    unknown = pct_unknown(column)
    if column.values.isna().sum() == 0:
        return [], []
    reasons = [f"{unknown:.1f} % are unknown."]
    if unknown > MOSTLY_UNKNOWN:
        return ["flag_missing", "drop"], reasons
    if column.dtype == "categorical" and unknown >= 1:
        return ["impute_as_category"], reasons
    return [impute, "flag_missing"] if unknown >= 1 else [impute], reasons


def group_column(columns: Mapping[str, TypedColumn]) -> str | None:
    """The column named like an id whose values repeat: rows of one value belong together."""
    for name, column in columns.items():
        known = int(column.counts.sum())
        repeats = column.unique >= FOLDS_OF_CV and 2 * column.unique <= known
        whole = column.is_whole or column.dtype == "categorical"
        if is_named_like_an_id(name) and whole and repeats and column.n_unknown == 0:
            return name
    return None


def time_column(columns: Mapping[str, TypedColumn]) -> str | None:
    """The date by which the rows stand in order, if there is one."""
    for name, column in columns.items():
        if column.dtype != "datetime" or column.values.isna().any():
            continue
        if column.values.nunique() > FOLDS_OF_CV and column.values.is_monotonic_increasing:
            return name
    return None


def cross_validation(
    columns: Mapping[str, TypedColumn], target: Target | None, n_rows: int
) -> dict[str, Any] | None:
    """Which folds are fair: by time, by group, by class, or at random."""
    if target is None:
        return None
    time, group = time_column(columns), group_column(columns)
    strategy, reason = "KFold", "The target is a number, and rows look independent."
    folds = FOLDS_OF_CV
    if time:
        strategy, reason = "TimeSeriesSplit", f"Rows stand in the order of {time!r}."
    elif target.task == MULTILABEL:
        reason = "Rows have several labels; see that each fold has every label."
    elif target.task != REGRESSION:
        smallest = int(target.values.value_counts().min()) if target.values.notna().any() else 0
        strategy, folds, reason = class_folds(smallest)
    if group and not time:
        strategy = "StratifiedGroupKFold" if strategy == "StratifiedKFold" else "GroupKFold"
        reason = f"Rows of one {group!r} belong together. {reason}"
    outcome = target.numbers if target.task == REGRESSION else target.values
    if not time and tells_by_place(outcome):
        reason += " Rows stand in the order of the target: shuffle them."
    if n_rows < FEW_ROWS:
        reason += f" With {n_rows} rows, repeat the folds with other seeds."
    told = {"strategy": strategy, "n_splits": folds, "shuffle": not time}
    return told | {"group_column": group, "time_column": time, "reason": reason}


def tells_by_place(outcome: pd.Series | None) -> bool:
    """Whether a row's place in the table nearly tells its outcome."""
    if outcome is None:
        return False
    places = pd.Series(range(len(outcome)), index=outcome.index, dtype="float64")
    return (single_feature_score(places, outcome) or 0.0) >= IN_ORDER


def class_folds(smallest: int) -> tuple[str, int, str]:
    """Stratified folds, as many as the rarest class allows."""
    if smallest < 2:
        why = f"The rarest class has {smallest} row: no fold can hold it on both sides."
        return "KFold", FOLDS_OF_CV, why
    folds = min(FOLDS_OF_CV, smallest)
    why = "Each fold keeps the shares of the classes."
    if folds < FOLDS_OF_CV:
        why += f" The rarest class has only {smallest} rows."
    return "StratifiedKFold", folds, why


def model_families(
    columns: Mapping[str, TypedColumn], target: Target | None, n_rows: int
) -> list[dict[str, str]]:
    """Families of models worth a first try, coarsely, with a reason each."""
    if target is None:
        return []
    dumb = "the mean" if target.task == REGRESSION else "the commonest class"
    linear = "ridge regression" if target.task == REGRESSION else "regularised logistic regression"
    families = {"baseline": f"Always {dumb}: what any model has to beat."}
    families["linear"] = f"{linear.capitalize()}: readable, and hard to beat on few rows."
    if n_rows >= FEW_ROWS:
        families["gradient_boosting"] = "Takes gaps, skew and mixed types as they are."
        families["random_forest"] = "Robust without much tuning; a check on boosting."
    else:
        families["k_nearest_neighbours"] = f"{n_rows} rows are few for trees that boost."
    if any(column.dtype == "text" for column in columns.values()):
        families["linear_on_text"] = "There is prose: TF-IDF with a linear model reads it."
    return [{"family": name, "reason": reason} for name, reason in families.items()]
