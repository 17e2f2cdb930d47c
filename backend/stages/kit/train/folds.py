"""Folds of the train part, each prepared by what was learnt from its own training rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.model_selection import (
    GroupKFold,
    KFold,
    StratifiedGroupKFold,
    StratifiedKFold,
    TimeSeriesSplit,
)
from sklearn.multiclass import OneVsRestClassifier

from backend.stages.kit.prep.labels import MULTILABEL, indicators
from backend.stages.kit.train.families import build_model
from backend.stages.kit.train.measures import measure

MANY_ROWS = 15_000
NONE, CLASS_WEIGHT, RESAMPLED = "none", "class_weight=balanced", "SMOTE on train"


class Fold(NamedTuple):
    """Prepared matrices and raw labels of one fold."""

    x: np.ndarray
    y: pd.Series
    x_held: np.ndarray
    y_held: pd.Series


class Task(NamedTuple):
    """What is learnt: the folds, and what every fit of them shares."""

    folds: list[Fold]
    problem_type: str
    classes: list[Any]
    metric: str
    seed: int


def prepare_folds(
    prep: ColumnTransformer,
    raw: pd.DataFrame,
    y: pd.Series,
    *,
    strategy: str,
    groups: pd.Series | None,
    problem_type: str,
    seed: int,
) -> list[Fold]:
    """Fit the preparation anew on each fold's training rows; rows of a time split are in order."""
    count = 5 if len(raw) <= MANY_ROWS else 3
    found = []
    for learn, hold in _cuts(raw, y, strategy, groups, problem_type, count, seed):
        if problem_type != "regression" and y.iloc[learn].nunique() < 2:
            continue
        fitted = clone(prep)
        x = fitted.fit_transform(raw.iloc[learn], y.iloc[learn])
        found.append(Fold(x, y.iloc[learn], fitted.transform(raw.iloc[hold]), y.iloc[hold]))
    if not found:
        raise ValueError("train has no fold with two classes: give more rows of the rarer class")
    return found


def _cuts(
    raw: pd.DataFrame,
    y: pd.Series,
    strategy: str,
    groups: pd.Series | None,
    problem_type: str,
    count: int,
    seed: int,
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    has_strata = problem_type == "classification" and bool(y.value_counts().min() >= 2)
    shuffled = {"shuffle": True, "random_state": seed}
    if groups is not None:
        lone = "row " + groups.index.astype("str").to_series(index=groups.index)
        groups = ("group " + groups.astype("str")).where(groups.notna(), lone)
        count = min(count, groups.nunique())
    match strategy, has_strata:
        case "time", _:
            cut: Any = TimeSeriesSplit(count)
        case "group", True:
            cut = StratifiedGroupKFold(count, **shuffled)
        case "group", False:
            cut = GroupKFold(count)
        case _, True:
            cut = StratifiedKFold(count, **shuffled)
        case _:
            cut = KFold(count, **shuffled)
    yield from cut.split(raw, y, groups)


def fit_on(
    task: Task, x: np.ndarray, y: pd.Series, *, family: str, params: dict[str, Any], strategy: str
) -> Any:
    """A model fitted on prepared rows; SMOTE adds to these rows alone.

    Chawla et al., SMOTE: Synthetic Minority Over-sampling Technique, JAIR 16 (2002).
    """
    weight = "balanced" if strategy == CLASS_WEIGHT else None
    model = build_model(
        family, params, problem_type=task.problem_type, seed=task.seed, class_weight=weight
    )
    if strategy == RESAMPLED:
        smallest = int(y.value_counts().min())
        x, y = SMOTE(random_state=task.seed, k_neighbors=min(5, smallest - 1)).fit_resample(x, y)
    if task.problem_type == MULTILABEL:
        return OneVsRestClassifier(model).fit(x, indicators(y, task.classes))
    return model.fit(x, y)


def score_fold(
    task: Task, fold: Fold, *, family: str, params: dict[str, Any], strategy: str
) -> dict[str, float]:
    """Fit on the fold's training rows and measure on the rows that it holds back."""
    model = fit_on(task, fold.x, fold.y, family=family, params=params, strategy=strategy)
    return measure_model(task, model, fold.x_held, fold.y_held)


def measure_model(task: Task, model: Any, x: np.ndarray, y: pd.Series) -> dict[str, float]:
    """All metrics of a fitted model on prepared rows."""
    truth: Any = y
    if task.problem_type == MULTILABEL:
        truth, probabilities = indicators(y, task.classes), model.predict_proba(x)
    else:
        is_regression = task.problem_type == "regression"
        probabilities = None if is_regression else spread(model, x, task.classes)
    return measure(
        truth, model.predict(x), probabilities, classes=task.classes, problem_type=task.problem_type
    )


def spread(model: Any, x: Any, classes: list[Any]) -> np.ndarray:
    """Probabilities with a column for every class, those that the model never saw included."""
    known = list(model.classes_)
    whole = np.zeros((len(x), len(classes)))
    whole[:, [classes.index(each) for each in known]] = model.predict_proba(x)
    return whole


def cross_validate_params(
    task: Task, *, family: str, params: dict[str, Any], strategy: str
) -> dict[str, float]:
    """The mean of each metric over the folds that have it."""
    scores = [
        score_fold(task, fold, family=family, params=params, strategy=strategy)
        for fold in task.folds
    ]
    return mean_scores(scores)


def mean_scores(scores: list[dict[str, float]]) -> dict[str, float]:
    """The mean of each metric that any of these has."""
    names = sorted({name for each in scores for name in each})
    return {name: float(np.mean([each[name] for each in scores if name in each])) for name in names}
