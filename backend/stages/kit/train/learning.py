"""How the score grows with the number of rows that are learnt from."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from backend.stages.kit.train.folds import Fold, Task, fit_on, mean_scores, measure_model

SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)
MOST_FOLDS = 3


def learning_curve_of(
    task: Task, *, family: str, params: dict[str, Any], strategy: str, trainable: ModuleType
) -> list[dict[str, Any]]:
    """Scores on learnt and on held rows, for growing shares of each fold's training rows."""
    points = []
    for share in SHARES:
        pairs = [
            _scores_at(task, fold, share, family=family, params=params, strategy=strategy)
            for fold in task.folds[:MOST_FOLDS]
        ]
        known = [pair for pair in pairs if pair is not None]
        if not known:
            continue
        learnt, held = (mean_scores([pair[side] for pair in known])[task.metric] for side in (0, 1))
        rows = int(share * len(task.folds[0].y))
        points.append({"rows": rows, "learnt": learnt, "held": held})
        trainable.log(rows, {"learnt": learnt, "held": held}, "learning curve")
    return points


def _scores_at(
    task: Task, fold: Fold, share: float, *, family: str, params: dict[str, Any], strategy: str
) -> tuple[dict[str, float], dict[str, float]] | None:
    order = np.random.default_rng(task.seed).permutation(len(fold.y))
    rows = np.sort(order[: max(2, int(share * len(order)))])
    x, y = fold.x[rows], fold.y.iloc[rows]
    is_classes = task.problem_type == "classification"
    if is_classes and (set(y.unique()) != set(task.classes) or y.value_counts().min() < 2):
        return None
    model = fit_on(task, x, y, family=family, params=params, strategy=strategy)
    learnt = measure_model(task, model, x, y)
    held = measure_model(task, model, fold.x_held, fold.y_held)
    return (learnt, held) if task.metric in learnt and task.metric in held else None


def draw_learning(points: list[dict[str, Any]], metric: str, path: Path) -> None:
    """The learning curve as a picture."""
    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.add_subplot()
    rows = [point["rows"] for point in points]
    axes.plot(rows, [point["learnt"] for point in points], marker="o", label="rows learnt from")
    axes.plot(rows, [point["held"] for point in points], marker="o", label="rows held back")
    axes.set(xlabel="rows of train", ylabel=metric, title="Learning curve, cross-validated")
    axes.legend()
    figure.savefig(path, dpi=90)
