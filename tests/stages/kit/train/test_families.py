"""Each family learns, is tuned in its own space, and can be explained."""

from __future__ import annotations

from pathlib import Path

import joblib
import numpy as np
import optuna
import pandas as pd
import pytest
from sklearn.pipeline import Pipeline

from backend.stages.kit.prep.assembling import assemble
from backend.stages.kit.prep.column_roles import ColumnRole
from backend.stages.kit.train.explain_model import explain_model
from backend.stages.kit.train.families import build_model, default_params, suggest_params

FAMILIES = {
    "classification": ("Baseline", "LogisticRegression", "LightGBM", "HistGradientBoosting"),
    "regression": ("Baseline", "Ridge", "LightGBM", "HistGradientBoosting"),
}
CASES = [(kind, family) for kind, families in FAMILIES.items() for family in families]
RNG = np.random.default_rng(0)
ROWS = pd.DataFrame(RNG.normal(size=(200, 3)), columns=["a", "b", "c"])


def target(kind: str) -> pd.Series:
    y = ROWS["a"] + 0.1 * ROWS["b"]
    return y if kind == "regression" else pd.Series(np.where(y > 0.3, "yes", "no"))


@pytest.mark.parametrize(("kind", "family"), CASES)
def test_it_learns_the_same_twice_and_is_explained(tmp_path: Path, kind: str, family: str) -> None:
    params = default_params(family, 2)
    roles = [ColumnRole(name, "numeric", "") for name in ROWS]
    y = target(kind)
    models = []
    for _ in range(2):
        weight = "balanced" if kind == "classification" else None
        prep = assemble(roles, problem_type=kind, seed=42)
        model = build_model(family, params, problem_type=kind, seed=42, class_weight=weight)
        models.append(Pipeline([("prep", prep), ("model", model)]).fit(ROWS, y))
    assert (models[0].predict(ROWS) == models[1].predict(ROWS)).all()

    joblib.dump(models[0], tmp_path / "m.pkl")
    carried = pd.DataFrame({"bytes": [(tmp_path / "m.pkl").read_bytes()]})
    tables = {"model": carried, "train": ROWS.assign(y=y)}
    told = explain_model(tables, artifacts=tmp_path, target="y")
    assert set(told["columns"]) == {"a", "b", "c"}
    if family != "Baseline":
        assert next(iter(told["columns"])) == "a"


@pytest.mark.parametrize(
    "family", ["Ridge", "LogisticRegression", "LightGBM", "HistGradientBoosting"]
)
@pytest.mark.parametrize("n_classes", [2, 10])
def test_the_defaults_lie_in_the_space(family: str, n_classes: int) -> None:
    study = optuna.create_study()
    params = default_params(family, n_classes)
    study.enqueue_trial(params)
    assert suggest_params(study.ask(), family, n_classes) == params
