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
    "odds that are none": (GOOD | {"p1": [np.nan] * 4}, TOLD, "probabilities that are none"),
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


SETS = {"prediction": ['["a"]', "[]", '["a", "b"]'], "p0": [0.9, 0.2, 0.8], "p1": [0.1, 0.3, 0.7]}
SETS_TOLD: dict[str, Any] = {"rows": 3, "classes": [["a", "b"]]}


def test_sets_of_labels_are_read_and_scored_with_labels_that_were_never_seen(
    tmp_path: Path,
) -> None:
    path = tmp_path / "test_0.parquet"
    pd.DataFrame(SETS).to_parquet(path)
    read = read_predictions(path, told=SETS_TOLD, place=0, rows=3, kind="multilabel")
    truth = pd.Series(['["a"]', "[]", '["a", "b"]'])

    assert score(read, truth, kind="multilabel")["f1_micro"] == 1.0
    unseen = pd.Series(['["a"]', '["c"]', '["a", "b"]'])
    scores = score(read, unseen, kind="multilabel")
    assert scores["f1_micro"] < 1.0 and scores["accuracy"] == pytest.approx(2 / 3)
    assert scores["hamming_loss"] == pytest.approx(1 / 9)


BAD_SETS: dict[str, dict[str, Any]] = {
    "another label": {"prediction": ['["c"]', "[]", "[]"]},
    "no set": {"prediction": ["a", "b", "a"]},
    "odds beyond one": {"p0": [1.5, 0.0, 0.0]},
}


@pytest.mark.parametrize("columns", BAD_SETS.values(), ids=BAD_SETS.keys())
def test_what_is_no_set_is_refused(columns: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "test_0.parquet"
    pd.DataFrame(SETS | columns).to_parquet(path)
    with pytest.raises(ProgramError) as caught:
        read_predictions(path, told=SETS_TOLD, place=0, rows=3, kind="multilabel")
    assert caught.value.code == "bad-result"
