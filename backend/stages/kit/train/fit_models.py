"""The step that learns from the train part: a baseline, two families, the best of them tuned."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import joblib
import numpy as np
import pandas as pd
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.pipeline import Pipeline

from backend.stages.kit.prep.assembling import settle
from backend.stages.kit.prep.carried import load_carried
from backend.stages.kit.prep.labels import MULTILABEL, label_names
from backend.stages.kit.train.families import BASELINE, default_params, family_names
from backend.stages.kit.train.folds import (
    NONE,
    Task,
    cross_validate_params,
    fit_on,
    prepare_folds,
)
from backend.stages.kit.train.learning import draw_learning, learning_curve_of
from backend.stages.kit.train.measures import gain
from backend.stages.kit.train.trainable import install_trainable
from backend.stages.kit.train.tuning import (
    choose_strategy,
    compare_strategies,
    imbalance_ratio,
    tune,
)


def fit_models(
    tables: dict[str, pd.DataFrame],
    *,
    artifacts: Path,
    target: str,
    problem_type: str,
    metric: str,
    split: str,
    group: str | None = None,
    trials: int = 30,
    seconds: float = 240.0,
    seed: int = 42,
) -> dict[str, Any]:
    """Learn from ``train`` with the configuration of ``pipeline``; leave candidates/*.pkl.

    Gives the candidates with their cross-validated scores, the strategies that were compared, the
    trials and the learning curve.
    """
    trainable = _open_dashboard(artifacts, metric)
    train = tables["train"]
    raw, y = train.drop(columns=[target]), train[target]
    prep = clone(load_carried(tables["pipeline"]))
    groups = raw[group] if group else None
    classes = _classes(y, problem_type)
    folds = prepare_folds(
        prep, raw, y, strategy=split, groups=groups, problem_type=problem_type, seed=seed
    )
    task = Task(folds, problem_type, classes, metric, seed)
    candidates, compared = _untuned(task, y, trainable)
    best = max(candidates[1:], key=lambda each: gain(metric, each["cv"]))
    tuned = tune(
        task,
        best["family"],
        strategy=best["strategy"],
        trials=trials,
        seconds=seconds,
        trainable=trainable,
    )
    candidates.append(best | {"params": tuned.params, "cv": tuned.scores, "tuned": True})
    _leave(task, prep, raw, y, candidates, artifacts)
    return {
        "classes": classes,
        "candidates": [_told(each) for each in candidates],
        "strategies": compared,
        "imbalance_ratio": imbalance_ratio(task),
        "folds": len(task.folds),
        "trials": tuned.trials,
        "stopped_by_time": tuned.stopped_by_time,
        "history": tuned.history,
        "learning_curve": _learning(task, candidates[-1], artifacts, trainable),
    }


def _classes(y: pd.Series, problem_type: str) -> list[Any]:
    """What there is to tell apart, sorted: classes, or labels of which a row may have several."""
    if problem_type == MULTILABEL:
        return label_names(y)
    return [] if problem_type == "regression" else sorted(y.unique().tolist())


def candidate_file(family: str, *, tuned: bool) -> str:
    """Where a candidate lies below the artifacts."""
    return f"candidates/{family}{'_tuned' if tuned else ''}.pkl"


def _open_dashboard(artifacts: Path, metric: str) -> ModuleType:
    trainable = install_trainable(artifacts)
    trainable.configure_dashboard(
        [
            {"title": "Tuning", "metrics": [f"cv_{metric}", "best"], "type": "line"},
            {"title": "Learning curve", "metrics": ["learnt", "held"], "type": "line"},
        ]
    )
    return trainable


def _untuned(
    task: Task, y: pd.Series, trainable: ModuleType
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The baseline, then each family with its defaults and its best strategy."""
    baseline = cross_validate_params(task, family=BASELINE, params={}, strategy=NONE)
    candidates = [_candidate(BASELINE, {}, NONE, baseline)]
    compared: list[dict[str, Any]] = []
    for family in family_names(task.problem_type):
        params = default_params(family, len(task.classes))
        tried = compare_strategies(task, y, family, params)
        chosen = choose_strategy(task, tried)
        compared += tried
        candidates.append(_candidate(family, params, chosen["strategy"], chosen["cv"]))
    for number, each in enumerate(candidates):
        trainable.log(number, each["cv"], f"cross-validation {each['family']}")
    return candidates, compared


def _candidate(
    family: str, params: dict[str, Any], strategy: str, scores: dict[str, float]
) -> dict[str, Any]:
    return {
        "family": family,
        "params": params,
        "strategy": strategy,
        "cv": scores,
        "tuned": False,
    }


def _told(each: dict[str, Any]) -> dict[str, Any]:
    name = each["family"] + (" tuned" if each["tuned"] else "")
    return each | {"name": name, "file": candidate_file(each["family"], tuned=each["tuned"])}


def _leave(
    task: Task,
    prep: ColumnTransformer,
    raw: pd.DataFrame,
    y: pd.Series,
    candidates: list[dict[str, Any]],
    artifacts: Path,
) -> None:
    """Fit each candidate on the whole train part; what is left predicts from raw rows."""
    x = np.asarray(prep.fit_transform(raw, y))
    (artifacts / "candidates").mkdir(exist_ok=True)
    for each in candidates:
        chosen = {name: each[name] for name in ("family", "params", "strategy")}
        model = fit_on(task, x, y, **chosen)
        whole = Pipeline([("prep", settle(prep)), ("model", model)])
        if task.problem_type == MULTILABEL:
            whole.labels_ = task.classes  # one column of its predictions for each
        joblib.dump(whole, artifacts / candidate_file(each["family"], tuned=each["tuned"]))


def _learning(
    task: Task, best: dict[str, Any], artifacts: Path, trainable: ModuleType
) -> list[dict[str, Any]]:
    chosen = {name: best[name] for name in ("family", "params", "strategy")}
    points = learning_curve_of(task, **chosen, trainable=trainable)
    if points:
        (artifacts / "figures").mkdir(exist_ok=True)
        draw_learning(points, task.metric, artifacts / "figures" / "learning_curve.png")
    return points
