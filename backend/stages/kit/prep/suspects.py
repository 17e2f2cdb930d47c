"""Columns that know more than they may, found on the train rows.

A column that foretells the target almost perfectly by itself is taken for a leak: it was written
down after the outcome, or is the outcome under another name. A date after the moment of prediction
was not known at that moment.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import spearmanr
from sklearn.compose import ColumnTransformer
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from backend.stages.kit.prep.labels import MULTILABEL, indicators, label_names

PERFECT = 0.99
"""Balanced accuracy, or explained variance, of a shallow tree on one column, cross-validated."""
FEWEST_ROWS = 50
MOST_ROWS = 20_000
LATE_SHARE = 0.05
MOST_LABELS = 20
"""Of a target of several labels so many are looked at, by name."""


def find_late_dates(
    train: pd.DataFrame, *, time: str | None, columns: dict[str, Any]
) -> dict[str, str]:
    """Date columns that lie after the row's own time in more than a twentieth of the rows."""
    if time is None or time not in train:
        return {}
    moment, late = _dates(train, time, columns), {}
    for name, facts in columns.items():
        is_date = (facts.get("mostly") or facts.get("type")) in ("date", "datetime")
        if name == time or name not in train or not is_date:
            continue
        share = float((_dates(train, name, columns) > moment).mean())
        if share > LATE_SHARE:
            late[name] = f"leak: later than {time} in {share:.0%} of the rows of train"
    return late


def find_perfect(
    prep: ColumnTransformer,
    prepared: np.ndarray,
    y: pd.Series,
    *,
    problem_type: str,
    seed: int,
) -> dict[str, str]:
    """Columns that foretell the target by themselves, with what they reach; none on few rows."""
    if len(y) < FEWEST_ROWS:
        return {}
    rows = np.sort(np.random.default_rng(seed).permutation(len(y))[:MOST_ROWS])
    found = {}
    for name, _, chosen in prep.transformers_:
        span = prep.output_indices_[name]
        if name == "remainder" or span.start == span.stop:
            continue
        score = _alone(prepared[rows, span], y.iloc[rows], problem_type, seed)
        if score >= PERFECT:
            column = chosen if isinstance(chosen, str) else str(chosen[0])
            found[column] = f"leak: foretells the target by itself (score {score:.3f} of 1)"
    return found


def _alone(x: np.ndarray, y: pd.Series, problem_type: str, seed: int) -> float:
    if problem_type == "regression":
        return _alone_regression(x, y.to_numpy(dtype=float), seed)
    if problem_type == MULTILABEL:
        table = indicators(y, label_names(y))[:, :MOST_LABELS]
        each = (pd.Series(column, index=y.index) for column in table.T)
        return max((_alone(x, column, "classification", seed) for column in each), default=0.0)
    is_common = (y.map(y.value_counts()) >= 3).to_numpy()
    x, y = x[is_common], y[is_common]
    if y.nunique() < 2:
        return 0.0
    folds = StratifiedKFold(3, shuffle=True, random_state=seed)
    tree = DecisionTreeClassifier(max_depth=5, random_state=seed)
    return float(cross_val_score(tree, x, y, cv=folds, scoring="balanced_accuracy").mean())


def _alone_regression(x: np.ndarray, y: np.ndarray, seed: int) -> float:
    folds = KFold(3, shuffle=True, random_state=seed)
    tree = DecisionTreeRegressor(max_depth=10, random_state=seed)
    explained = float(cross_val_score(tree, x, y, cv=folds, scoring="r2").mean())
    varying = [x[:, k] for k in range(x.shape[1]) if np.ptp(x[:, k]) > 0]
    ranked = max((abs(float(spearmanr(each, y).statistic)) for each in varying), default=0.0)
    return max(explained, ranked**2 if ranked > 0.999 else 0.0)


def _dates(frame: pd.DataFrame, name: str, columns: dict[str, Any]) -> pd.Series:
    written = (columns.get(name) or {}).get("date_format") or "ISO8601"
    return pd.to_datetime(frame[name], format=written, errors="coerce")
