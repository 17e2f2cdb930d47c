"""Predictions are checked before they are scored, and scored as the field scores them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from backend.contracts.errors import ProgramError
from backend.stages.kit.train.measures import gain, measure
from backend.stages.scoring import judged_table, read_predictions, score

TRUTH = pd.Series(["no", "no", "yes", "yes"])
ANSWER = {"prediction": ["no", "yes", "yes", "yes"], "p0": [0.9, 0.4, 0.2, 0.4]}
GOOD = ANSWER | {"p1": [0.1, 0.6, 0.8, 0.6]}
TOLD = {"rows": 4, "classes": [["no", "yes"]]}


def left(folder: Path, columns: dict[str, list[Any]]) -> Path:
    path = folder / "val_0.parquet"
    pd.DataFrame(columns).to_parquet(path)
    return path


def test_classes_are_scored(tmp_path: Path) -> None:
    path = left(tmp_path, GOOD)
    found = read_predictions(path, told=TOLD, place=0, rows=4, kind="classification")
    scores = score(found, TRUTH, kind="classification")

    assert scores["accuracy"] == 0.75
    assert scores["balanced_accuracy"] == 0.75
    assert scores["roc_auc"] == 0.875
    assert scores["log_loss"] == pytest.approx(-np.log([0.9, 0.4, 0.8, 0.6]).mean())
    table = judged_table(found, TRUTH)
    assert list(table.columns) == ["truth", "prediction", "p0", "p1"]


def test_numbers_are_scored(tmp_path: Path) -> None:
    path = left(tmp_path, {"prediction": [1.0, 2.0, 3.0, 6.0]})
    told = {"rows": 4, "classes": [[]]}
    found = read_predictions(path, told=told, place=0, rows=4, kind="regression")
    scores = score(found, pd.Series([1.0, 2.0, 3.0, 4.0]), kind="regression")
    assert scores == pytest.approx({"rmse": 1.0, "mae": 0.5, "r2": 0.2})


BAD: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "too few": ({name: cells[:3] for name, cells in GOOD.items()}, TOLD, "3 predictions for 4"),
    "no prediction": ({"p0": GOOD["p0"], "p1": GOOD["p1"]}, TOLD, "4 predictions for 4 rows"),
    "an unknown class": (GOOD | {"prediction": ["no", "perhaps", "no", "no"]}, TOLD, "none of the"),
    "no probabilities": (ANSWER, TOLD, "no probability for some class"),
    "odds beyond one": (GOOD | {"p1": [0.9, 0.9, 0.9, 0.9]}, TOLD, "do not add up to 1"),
    "odds that are none": (GOOD | {"p1": [np.nan] * 4}, TOLD, "do not add up to 1"),
    "classes not told": (GOOD, {"rows": 4}, "none of the classes"),
}


@pytest.mark.parametrize(("columns", "told", "fact"), BAD.values(), ids=BAD.keys())
def test_nonsense_is_refused(
    tmp_path: Path, columns: dict[str, Any], told: dict[str, Any], fact: str
) -> None:
    with pytest.raises(ProgramError, match=fact) as caught:
        read_predictions(left(tmp_path, columns), told=told, place=0, rows=4, kind="classification")
    assert caught.value.code == "bad-result"


@pytest.mark.parametrize("cells", [["a", "b", "c", "d"], [1.0, np.inf, 2.0, 3.0]])
def test_a_regression_wants_numbers(tmp_path: Path, cells: list[Any]) -> None:
    path = left(tmp_path, {"prediction": cells})
    with pytest.raises(ProgramError, match="a prediction that is no number"):
        read_predictions(path, told={"classes": [[]]}, place=0, rows=4, kind="regression")


def test_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="left no such Parquet file"):
        read_predictions(tmp_path / "no", told=TOLD, place=0, rows=4, kind="classification")


def test_a_metric_that_is_not_defined_is_left_out_and_never_wins() -> None:
    one = measure(
        ["no", "no"], ["no", "no"], None, classes=["no", "yes"], problem_type="classification"
    )
    assert "roc_auc" not in one
    assert gain("roc_auc", one) < gain("roc_auc", {"roc_auc": 0.0})


@pytest.mark.parametrize(("metric", "better", "worse"), [("rmse", 1, 2), ("accuracy", 0.9, 0.8)])
def test_more_gain_is_better(metric: str, better: float, worse: float) -> None:
    assert gain(metric, {metric: better}) > gain(metric, {metric: worse})
