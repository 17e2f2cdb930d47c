"""How well predictions meet the truth. One definition, for folds, validation and test alike."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    balanced_accuracy_score,
    f1_score,
    hamming_loss,
    log_loss,
    mean_absolute_error,
    r2_score,
    roc_auc_score,
    root_mean_squared_error,
)

from backend.stages.kit.prep.labels import MULTILABEL

LESS_IS_BETTER = ("rmse", "mae", "log_loss", "hamming_loss")


def default_metric(problem_type: str, n_classes: int) -> str:
    """What models are compared by where the check names no metric."""
    if problem_type == "regression":
        return "rmse"
    is_ranked = n_classes == 2 or problem_type == MULTILABEL
    return "roc_auc" if is_ranked else "f1_macro"


def gain(metric: str, scores: dict[str, float]) -> float:
    """The score as a number of which more is better; a metric that is not there is the worst."""
    value = scores.get(metric)
    if value is None:
        return -float("inf")
    return -value if metric in LESS_IS_BETTER else value


def measure(
    y: Any, predicted: Any, probabilities: Any, *, classes: list[Any], problem_type: str
) -> dict[str, float]:
    """All metrics of one set of predictions; ``probabilities`` has a column for each class.

    Of several labels, ``y`` and ``predicted`` have a column of 0 and 1 for each.

    A metric that is not defined here (an area under a curve where one class alone occurs) is
    left out.
    """
    if problem_type == "regression":
        return _of_numbers(np.asarray(y, dtype=float), np.asarray(predicted, dtype=float))
    if problem_type == MULTILABEL:
        return _of_labels(np.asarray(y), np.asarray(predicted), np.asarray(probabilities))
    scores = _of_classes(np.asarray(y), np.asarray(predicted))
    if probabilities is not None and set(np.unique(y)) == set(classes):
        scores |= _of_probabilities(np.asarray(y), np.asarray(probabilities), classes)
    return scores


def _of_numbers(y: np.ndarray, predicted: np.ndarray) -> dict[str, float]:
    scores = {
        "rmse": float(root_mean_squared_error(y, predicted)),
        "mae": float(mean_absolute_error(y, predicted)),
    }
    return scores | ({"r2": float(r2_score(y, predicted))} if len(y) > 1 else {})


def _of_labels(y: np.ndarray, predicted: np.ndarray, probabilities: np.ndarray) -> dict[str, float]:
    """``accuracy`` counts rows with all labels right; areas are means over labels that vary."""
    scores = {
        "accuracy": float(accuracy_score(y, predicted)),
        "f1_macro": float(f1_score(y, predicted, average="macro", zero_division=0)),
        "f1_micro": float(f1_score(y, predicted, average="micro", zero_division=0)),
        "hamming_loss": float(hamming_loss(y, predicted)),
    }
    varied = [k for k in range(y.shape[1]) if 0 < y[:, k].sum() < len(y)]
    if varied:
        pairs = [(y[:, k], probabilities[:, k]) for k in varied]
        scores["roc_auc"] = float(np.mean([roc_auc_score(*pair) for pair in pairs]))
        areas = [average_precision_score(*pair) for pair in pairs]
        scores["average_precision"] = float(np.mean(areas))
    return scores


def _of_classes(y: np.ndarray, predicted: np.ndarray) -> dict[str, float]:
    return {
        "accuracy": float(accuracy_score(y, predicted)),
        "balanced_accuracy": float(balanced_accuracy_score(y, predicted)),
        "f1_macro": float(f1_score(y, predicted, average="macro", zero_division=0)),
    }


def _of_probabilities(
    y: np.ndarray, probabilities: np.ndarray, classes: list[Any]
) -> dict[str, float]:
    scores = {"log_loss": float(log_loss(y, probabilities, labels=classes))}
    if len(classes) == 2:
        is_second = y == classes[1]
        scores["roc_auc"] = float(roc_auc_score(is_second, probabilities[:, 1]))
        scores["average_precision"] = float(average_precision_score(is_second, probabilities[:, 1]))
    elif len(classes) > 2:
        scores["roc_auc"] = float(
            roc_auc_score(y, probabilities, multi_class="ovr", average="macro", labels=classes)
        )
    return scores
