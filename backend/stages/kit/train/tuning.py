"""The search for the parameters of one family, by cross-validation on the train part."""

from __future__ import annotations

from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import optuna
import pandas as pd

from backend.stages.kit.prep.labels import MULTILABEL, indicators
from backend.stages.kit.train.families import default_params, suggest_params
from backend.stages.kit.train.folds import (
    CLASS_WEIGHT,
    NONE,
    RESAMPLED,
    Task,
    cross_validate_params,
    mean_scores,
    score_fold,
)
from backend.stages.kit.train.measures import gain

IMBALANCED_FROM = 2.0
"""The largest class over the smallest."""
CLEARLY = 0.001
"""By so much must a strategy be better than a simpler one, as a share of its score."""


class Tuned(NamedTuple):
    """The best parameters, and how they were found."""

    params: dict[str, Any]
    scores: dict[str, float]
    trials: int
    stopped_by_time: bool
    history: list[dict[str, Any]]


def imbalance_ratio(task: Task) -> float:
    """The largest class over the smallest, in the folds' labels; 1 for regression.

    Of several labels it is that of the most uneven one: rows with it and without.
    """
    if task.problem_type == "regression":
        return 1.0
    if task.problem_type == MULTILABEL:
        held = indicators(task.folds[0].y, task.classes).sum(axis=0)
        rows = len(task.folds[0].y)
        return float(max(max(n, rows - n) / max(1, min(n, rows - n)) for n in held.tolist()))
    counts = task.folds[0].y.value_counts()
    return float(counts.max() / counts.min())


def compare_strategies(
    task: Task, y: pd.Series, family: str, params: dict[str, Any]
) -> list[dict[str, Any]]:
    """What each way to handle imbalance scores: none first, then class weights, then SMOTE.

    SMOTE needs two rows of every class, in each fold and in ``y``, the whole train part.
    """
    ways = [NONE]
    if imbalance_ratio(task) >= IMBALANCED_FROM:
        ways.append(CLASS_WEIGHT)
        labelled = (y, *(fold.y for fold in task.folds))
        is_single = task.problem_type != MULTILABEL
        if is_single and all(int(each.value_counts().min()) >= 2 for each in labelled):
            ways.append(RESAMPLED)
    return [
        {
            "family": family,
            "strategy": way,
            "cv": cross_validate_params(task, family=family, params=params, strategy=way),
        }
        for way in ways
    ]


def choose_strategy(task: Task, compared: list[dict[str, Any]]) -> dict[str, Any]:
    """The first that no later one beats clearly."""
    best = compared[0]
    for each in compared[1:]:
        now, then = gain(task.metric, each["cv"]), gain(task.metric, best["cv"])
        if now > then + CLEARLY * abs(then):
            best = each
    return best


def tune(
    task: Task,
    family: str,
    *,
    strategy: str,
    trials: int,
    seconds: float,
    trainable: ModuleType,
) -> Tuned:
    """Search with the tree-structured Parzen estimator, seeded; weak trials end after a fold.

    Akiba et al., Optuna, KDD 2019. The first trial is the family's defaults, so that the outcome
    is never worse than they are.
    """
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    n_classes = len(task.classes)

    def objective(trial: optuna.Trial) -> float:
        params = suggest_params(trial, family, n_classes)
        scores: list[dict[str, float]] = []
        for number, fold in enumerate(task.folds):
            scores.append(score_fold(task, fold, family=family, params=params, strategy=strategy))
            reached = float(np.mean([gain(task.metric, each) for each in scores]))
            trial.report(reached, number)
            if trial.should_prune():
                raise optuna.TrialPruned
        trial.set_user_attr("scores", mean_scores(scores))
        return reached

    def note(study: optuna.Study, trial: optuna.trial.FrozenTrial) -> None:
        value = list(trial.intermediate_values.values())[-1]
        metrics = {f"cv_{task.metric}": abs(value), "best": abs(study.best_value)}
        trainable.log(trial.number, metrics, f"tuning {family}")

    pruner = optuna.pruners.MedianPruner(n_startup_trials=5)
    study = optuna.create_study(
        direction="maximize", sampler=optuna.samplers.TPESampler(seed=task.seed), pruner=pruner
    )
    study.enqueue_trial(default_params(family, n_classes))
    study.optimize(objective, n_trials=trials, timeout=seconds, callbacks=[note])
    return _tuned(study, trials)


def _tuned(study: optuna.Study, trials: int) -> Tuned:
    history = [
        {"trial": each.number, "state": each.state.name.lower(), "params": each.params}
        for each in study.trials
    ]
    return Tuned(
        params=dict(study.best_params),
        scores=dict(study.best_trial.user_attrs["scores"]),
        trials=len(study.trials),
        stopped_by_time=len(study.trials) < trials,
        history=history,
    )
