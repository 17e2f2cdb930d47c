"""The families of models, and the space that each is tuned in."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import optuna
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression, Ridge

BASELINE = "Baseline"
MOST_TREES = 400
MOST_TREES_OF_MANY_CLASSES = 120


def family_names(problem_type: str) -> tuple[str, str]:
    """The linear family and the boosting family of this machine."""
    linear = "Ridge" if problem_type == "regression" else "LogisticRegression"
    return linear, "LightGBM" if find_spec("lightgbm") else "HistGradientBoosting"


def build_model(
    family: str,
    params: dict[str, Any],
    *,
    problem_type: str,
    seed: int,
    class_weight: str | None = None,
) -> Any:
    """An unfitted model; the same arguments give the same model, bit for bit, once fitted."""
    is_regression = problem_type == "regression"
    weighted = {} if is_regression else {"class_weight": class_weight}
    match family:
        case "Baseline":
            if is_regression:
                return DummyRegressor(strategy="mean")
            return DummyClassifier(strategy="prior")
        case "Ridge":
            return Ridge(**params)
        case "LogisticRegression":
            return LogisticRegression(max_iter=2000, **params, **weighted)
        case "LightGBM":
            return _lightgbm(params | weighted, is_regression=is_regression, seed=seed)
    boosting = HistGradientBoostingRegressor if is_regression else HistGradientBoostingClassifier
    return boosting(random_state=seed, early_stopping=False, **params, **weighted)


def default_params(family: str, n_classes: int) -> dict[str, Any]:
    """Where the search starts."""
    trees = 200 if n_classes <= 2 else 80
    match family:
        case "LightGBM":
            return {
                "n_estimators": trees,
                "learning_rate": 0.06,
                "num_leaves": 15,
                "min_child_samples": 20,
                "subsample": 0.8,
                "colsample_bytree": 0.7,
                "reg_lambda": 1.0,
            }
        case "HistGradientBoosting":
            return {
                "max_iter": trees,
                "learning_rate": 0.06,
                "max_leaf_nodes": 15,
                "min_samples_leaf": 20,
                "l2_regularization": 1.0,
                "max_features": 0.7,
            }
        case "LogisticRegression":
            return {"C": 1.0}
        case "Ridge":
            return {"alpha": 1.0}
    return {}


def suggest_params(trial: optuna.Trial, family: str, n_classes: int) -> dict[str, Any]:
    """One point of the family's space."""
    most = MOST_TREES if n_classes <= 2 else MOST_TREES_OF_MANY_CLASSES
    match family:
        case "LogisticRegression":
            return {"C": trial.suggest_float("C", 1e-3, 1e2, log=True)}
        case "Ridge":
            return {"alpha": trial.suggest_float("alpha", 1e-3, 1e3, log=True)}
        case "LightGBM":
            return {
                "n_estimators": trial.suggest_int("n_estimators", 40, most, step=20),
                "learning_rate": trial.suggest_float("learning_rate", 0.02, 0.2, log=True),
                "num_leaves": trial.suggest_int("num_leaves", 5, 63, log=True),
                "min_child_samples": trial.suggest_int("min_child_samples", 5, 100, log=True),
                "subsample": trial.suggest_float("subsample", 0.6, 1.0),
                "colsample_bytree": trial.suggest_float("colsample_bytree", 0.4, 1.0),
                "reg_lambda": trial.suggest_float("reg_lambda", 1e-2, 20.0, log=True),
            }
    return {
        "max_iter": trial.suggest_int("max_iter", 40, most, step=20),
        "learning_rate": trial.suggest_float("learning_rate", 0.02, 0.2, log=True),
        "max_leaf_nodes": trial.suggest_int("max_leaf_nodes", 5, 63, log=True),
        "min_samples_leaf": trial.suggest_int("min_samples_leaf", 5, 100, log=True),
        "l2_regularization": trial.suggest_float("l2_regularization", 1e-2, 20.0, log=True),
        "max_features": trial.suggest_float("max_features", 0.4, 1.0),
    }


def _lightgbm(params: dict[str, Any], *, is_regression: bool, seed: int) -> Any:
    lightgbm = import_module("lightgbm")  # an extra of the extra: trees of scikit-learn stand in

    fixed = {
        "random_state": seed,
        "deterministic": True,
        "force_row_wise": True,
        "n_jobs": 1,
        "subsample_freq": 1,
        "verbosity": -1,
    }
    return (lightgbm.LGBMRegressor if is_regression else lightgbm.LGBMClassifier)(**fixed, **params)
