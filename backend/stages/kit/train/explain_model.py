"""The step that says what the model leans on: the mean absolute SHAP value of each feature.

Lundberg and Lee, A Unified Approach to Interpreting Model Predictions (NeurIPS 2017): for a linear
model, coefficient times distance from the mean (Corollary 1). Lundberg et al., From local
explanations to global understanding with explainable AI for trees (Nature Machine Intelligence 2,
2020): exact for trees; LightGBM computes it itself (``pred_contrib``). A model of neither kind is
told by how much its score falls when a feature is shuffled (Breiman, Random Forests, 2001).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from sklearn.inspection import permutation_importance

from backend.stages.kit.prep.assembling import name_features
from backend.stages.kit.prep.carried import load_carried

MOST_EXPLAINED = 2000
MOST_BARS = 20


def explain_model(
    tables: dict[str, pd.DataFrame], *, artifacts: Path, target: str, seed: int = 42
) -> dict[str, Any]:
    """Importances of ``model`` over a sample of ``train``, for features and for columns.

    Those of a column are the sums of its features'; both are shares that add up to 1.
    """
    whole = load_carried(tables["model"])
    train = tables["train"]
    rows = np.sort(np.random.default_rng(seed).permutation(len(train))[:MOST_EXPLAINED])
    sample = train.iloc[rows]
    x = np.asarray(whole["prep"].transform(sample.drop(columns=[target])))
    method, values = _importances(whole["model"], x, sample[target], seed)
    sources = name_features(whole["prep"])
    features = _shares(dict(zip(sources, values, strict=True)))
    columns: dict[str, float] = {}
    for feature, share in features.items():
        columns[sources[feature]] = columns.get(sources[feature], 0.0) + share
    columns = _shares(columns)
    (artifacts / "figures").mkdir(exist_ok=True)
    _draw_bars(features, method, artifacts / "figures" / "feature_importance.png")
    return {"method": method, "rows": len(x), "features": features, "columns": columns}


def _importances(model: Any, x: np.ndarray, y: pd.Series, seed: int) -> tuple[str, np.ndarray]:
    if hasattr(model, "estimators_") and hasattr(model, "multilabel_"):
        return _over_labels(model, x, seed)
    if hasattr(model, "booster_"):
        found = np.asarray(model.booster_.predict(x, pred_contrib=True))
        per_class = found.reshape(len(x), -1, x.shape[1] + 1)[:, :, :-1]
        return "SHAP (exact, trees)", np.abs(per_class).mean(axis=(0, 1))
    if hasattr(model, "coef_"):
        weights = np.atleast_2d(model.coef_)
        distance = np.abs(x - x.mean(axis=0)).mean(axis=0)
        return "SHAP (closed form, linear)", np.abs(weights).mean(axis=0) * distance
    if type(model).__name__.startswith("Dummy"):
        return "none (a baseline uses no feature)", np.zeros(x.shape[1])
    fallen = permutation_importance(model, x, y, n_repeats=5, random_state=seed)
    return "permutation on train", np.maximum(fallen.importances_mean, 0.0)


def _over_labels(model: Any, x: np.ndarray, seed: int) -> tuple[str, np.ndarray]:
    """The mean over the models of the labels; one of a label that never varied leans on nothing."""
    answers = model.predict(x)
    told = [
        _importances(each, x, pd.Series(answers[:, place]), seed)
        for place, each in enumerate(model.estimators_)
        if not type(each).__name__.startswith("_Constant")
    ]
    if not told:
        return "none (no label varies)", np.zeros(x.shape[1])
    method = f"{told[0][0]}, mean over {len(told)} labels"
    return method, np.mean([values for _, values in told], axis=0)


def _shares(values: dict[str, float]) -> dict[str, float]:
    """As shares of their sum, the largest first."""
    whole = sum(values.values()) or 1.0
    ordered = sorted(values.items(), key=lambda item: (-item[1], item[0]))
    return {name: float(value) / float(whole) for name, value in ordered}


def _draw_bars(features: dict[str, float], method: str, path: Path) -> None:
    shown = list(features.items())[:MOST_BARS][::-1]
    figure = Figure(figsize=(7, 1 + 0.28 * len(shown)), layout="constrained")
    axes = figure.add_subplot()
    axes.barh([name[:40] for name, _ in shown], [value for _, value in shown], color="#4c72b0")
    axes.set(xlabel="share of the sum", title=method)
    figure.savefig(path, dpi=90)
