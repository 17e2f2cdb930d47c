"""The step that learns the preparation from the train part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer

from backend.stages.kit.prep.assembling import TRANSFORMS, assemble, name_features, settle
from backend.stages.kit.prep.column_roles import MANY_CLASSES, ColumnRole, choose_roles
from backend.stages.kit.prep.draw_prep import draw_prepared
from backend.stages.kit.prep.labels import MULTILABEL
from backend.stages.kit.prep.suspects import find_late_dates, find_perfect


def fit_prep(
    tables: dict[str, pd.DataFrame],
    *,
    artifacts: Path,
    target: str,
    problem_type: str,
    columns: dict[str, Any],
    dropped: dict[str, str],
    keep: list[str],
    time: str | None = None,
    seed: int = 42,
    figures: bool = True,
) -> dict[str, Any]:
    """Fit the preparation on ``train``; leave it, the features of train, and a figure.

    ``dropped`` maps columns to the reason why they are left out; those of ``keep`` are kept
    whatever the leakage tests say. Gives roles, features and the columns they were made of.
    """
    train = tables["train"]
    y, raw = train[target], train.drop(columns=[target])
    n_classes = 0 if problem_type == "regression" else int(y.nunique())
    if problem_type == MULTILABEL:
        n_classes = MANY_CLASSES + 1  # no one mean of the target for each category
    dropped = dropped | _not_kept(find_late_dates(raw, time=time, columns=columns), keep)
    roles = choose_roles(raw, columns=columns, dropped=dropped, n_classes=n_classes)
    prep, prepared = _fitted(roles, raw, y, problem_type, seed)
    found = find_perfect(prep, prepared, y, problem_type=problem_type, seed=seed)
    leaks = _not_kept(found, keep)
    if leaks:
        roles = choose_roles(raw, columns=columns, dropped=dropped | leaks, n_classes=n_classes)
        prep, prepared = _fitted(roles, raw, y, problem_type, seed)
    if figures:
        _draw(artifacts, raw, prepared, list(name_features(prep)), roles)
    return leave_prep(prep, prepared, roles, artifacts)


def leave_prep(
    prep: ColumnTransformer, prepared: np.ndarray, roles: list[ColumnRole], artifacts: Path
) -> dict[str, Any]:
    """Leave a fitted preparation and the features of train; gives what the step gives."""
    features = name_features(prep)
    joblib.dump(settle(prep), artifacts / "prep_pipeline.pkl")
    write_features(prepared, list(features), artifacts / "train.parquet")
    return _facts(roles, features, rows=len(prepared))


def _draw(
    artifacts: Path,
    raw: pd.DataFrame,
    prepared: np.ndarray,
    features: list[str],
    roles: list[ColumnRole],
) -> None:
    numbers = [role.column for role in roles if role.role in ("numeric", "skewed")]
    picture = artifacts / "figures" / "numeric_columns.png"
    draw_prepared(raw, prepared, features, numbers, picture)


def write_features(prepared: np.ndarray, features: list[str], path: Path) -> None:
    """A matrix as a parquet file with named columns.

    Raises:
        ValueError: a value is missing or infinite.
    """
    frame = pd.DataFrame(np.asarray(prepared, dtype=float), columns=features)
    broken = [name for name in features if not np.isfinite(frame[name]).all()]
    if broken:
        raise ValueError(f"prepared features hold values that are missing or infinite: {broken}")
    frame.to_parquet(path, index=False)


def _not_kept(reasons: dict[str, str], keep: list[str]) -> dict[str, str]:
    return {name: reason for name, reason in reasons.items() if name not in keep}


def _fitted(
    roles: list[ColumnRole], raw: pd.DataFrame, y: pd.Series, problem_type: str, seed: int
) -> tuple[ColumnTransformer, np.ndarray]:
    if all(role.role == "dropped" for role in roles):
        reasons = "; ".join(f"{role.column}: {role.reason}" for role in roles[:10])
        raise ValueError(f"no column is left to learn from ({reasons})")
    prep = assemble(roles, problem_type=problem_type, seed=seed)
    return prep, prep.fit_transform(raw, y)


def _facts(roles: list[ColumnRole], features: dict[str, str], *, rows: int) -> dict[str, Any]:
    return {
        "rows": rows,
        "roles": [role._asdict() for role in roles],
        "features": features,
        "transforms": {role.column: TRANSFORMS.get(role.role, role.reason) for role in roles},
    }
