"""The step that draws the final judgement from truth and predictions alone, without any row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from sklearn.calibration import calibration_curve
from sklearn.metrics import confusion_matrix, precision_score, recall_score

from backend.stages.kit.prep.labels import MULTILABEL, indicators

MOST_CLASSES_DRAWN = 30


def draw_scores(
    tables: dict[str, pd.DataFrame], *, artifacts: Path, problem_type: str, classes: list[Any]
) -> dict[str, Any]:
    """Draw ``judged``: its columns are ``truth``, ``prediction`` and ``p0``, ``p1``, …"""
    judged = tables["judged"]
    folder = artifacts / "figures"
    folder.mkdir(exist_ok=True)
    if problem_type == "regression":
        _draw_residuals(judged, folder / "residuals.png")
        return {"figures": {"residuals.png": "Residuals of the test part."}}
    if problem_type == MULTILABEL:
        _draw_labels(judged, classes, folder / "labels.png")
        return {"figures": {"labels.png": "Precision and recall of each label, test part."}}
    figures = {"confusion_matrix.png": "Confusion matrix of the test part."}
    counts = confusion_matrix(judged["truth"], judged["prediction"], labels=classes)
    _draw_confusion(counts, classes, folder / "confusion_matrix.png")
    if "p0" in judged:
        bins = _draw_calibration(judged, classes, folder / "calibration.png")
        figures["calibration.png"] = "Foretold and observed shares of the test part."
        return {"figures": figures, "confusion": counts.tolist(), "calibration": bins}
    return {"figures": figures, "confusion": counts.tolist()}


def _draw_labels(judged: pd.DataFrame, labels: list[Any], path: Path) -> None:
    shown = labels[:MOST_CLASSES_DRAWN]
    truth, told = (indicators(judged[name], shown) for name in ("truth", "prediction"))
    figure = Figure(figsize=(8, 1.5 + 0.35 * len(shown)), layout="constrained")
    axes = figure.add_subplot()
    places = np.arange(len(shown))
    for shift, name, measured in (
        (-0.2, "precision", precision_score),
        (0.2, "recall", recall_score),
    ):
        values = measured(truth, told, average=None, zero_division=0)
        axes.barh(places + shift, values, height=0.38, label=name)
    axes.set_yticks(places, [str(each)[:30] for each in shown])
    axes.set(xlim=(0, 1), title="Labels, test part")
    axes.legend()
    figure.savefig(path, dpi=90)


def _draw_residuals(judged: pd.DataFrame, path: Path) -> None:
    figure = Figure(figsize=(9, 4), layout="constrained")
    left, right = figure.subplots(1, 2)
    rest = judged["truth"] - judged["prediction"]
    left.scatter(judged["prediction"], rest, s=8, alpha=0.5)
    left.axhline(0.0, color="black", linewidth=0.8)
    left.set(xlabel="prediction", ylabel="truth - prediction", title="Residuals, test part")
    right.hist(rest, bins=30)
    right.set(xlabel="truth - prediction", title="Their distribution")
    figure.savefig(path, dpi=90)


def _draw_confusion(counts: np.ndarray, classes: list[Any], path: Path) -> None:
    size = min(10.0, 3 + 0.5 * len(classes))
    figure = Figure(figsize=(size, size), layout="constrained")
    axes = figure.add_subplot()
    axes.imshow(counts, cmap="Blues")
    axes.set(xlabel="predicted", ylabel="true", title="Confusion matrix, test part")
    if len(classes) <= MOST_CLASSES_DRAWN:
        names = [str(each)[:20] for each in classes]
        axes.set_xticks(range(len(classes)), names, rotation=45, ha="right")
        axes.set_yticks(range(len(classes)), names)
        for (row, column), count in np.ndenumerate(counts):
            shade = "white" if count > counts.max() / 2 else "black"
            axes.text(column, row, str(count), ha="center", va="center", color=shade, fontsize=8)
    figure.savefig(path, dpi=90)


def _draw_calibration(judged: pd.DataFrame, classes: list[Any], path: Path) -> list[dict[str, Any]]:
    """Of two classes the second is drawn, of more the one that is foretold, by its confidence."""
    if len(classes) == 2:
        said, is_so = judged["p1"].to_numpy(), (judged["truth"] == classes[1]).to_numpy()
    else:
        odds = judged[[f"p{place}" for place in range(len(classes))]].to_numpy()
        said, is_so = odds.max(axis=1), (judged["truth"] == judged["prediction"]).to_numpy()
    observed, foretold = calibration_curve(is_so, said, n_bins=10, strategy="quantile")
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    axes.plot(foretold, observed, marker="o")
    axes.set(xlabel="foretold share", ylabel="observed share", title="Calibration, test part")
    figure.savefig(path, dpi=90)
    pairs = zip(foretold.tolist(), observed.tolist(), strict=True)
    return [{"foretold": said_so, "observed": was_so} for said_so, was_so in pairs]
