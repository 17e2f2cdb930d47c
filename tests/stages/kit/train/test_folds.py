"""Folds of train keep what the split kept: shares of classes, groups, the order of time."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.preprocessing import FunctionTransformer

from backend.stages.kit.train.folds import Fold, prepare_folds

ROWS = 100
FRAME = pd.DataFrame({"x": np.arange(ROWS), "ward": np.repeat(np.arange(20), 5)})
RARE = pd.Series(["yes"] * 10 + ["no"] * 90)


def folds(y: pd.Series, strategy: str, kind: str = "classification", **more: Any) -> list[Fold]:
    found: list[Fold] = prepare_folds(
        FunctionTransformer(),
        FRAME,
        y,
        strategy=strategy,
        groups=more.get("groups"),
        problem_type=kind,
        seed=42,
    )
    return found


def test_each_fold_has_each_class_in_its_share() -> None:
    found = folds(RARE, "stratified")
    assert len(found) == 5
    assert [int((fold.y_held == "yes").sum()) for fold in found] == [2] * 5


@pytest.mark.parametrize("kind", ["regression", "multilabel"])
def test_without_classes_rows_are_dealt_out_at_random(kind: str) -> None:
    y = pd.Series(np.arange(ROWS)) if kind == "regression" else pd.Series(['["a"]', "[]"] * 50)
    found = folds(y, "random", kind)
    assert [len(fold.y_held) for fold in found] == [20] * 5
    assert sorted(int(x) for fold in found for x in fold.x_held["x"]) == list(range(ROWS))


def test_a_class_of_one_row_needs_no_stratum() -> None:
    lone = pd.Series(["odd", *["yes", "no"] * 49, "no"])
    assert sum(len(fold.y_held) for fold in folds(lone, "stratified")) == ROWS


def test_groups_stay_whole() -> None:
    for fold in folds(RARE, "group", groups=FRAME["ward"]):
        assert not set(fold.x["ward"]) & set(fold.x_held["ward"])


def test_time_runs_on() -> None:
    y = pd.Series(["yes", "no"] * 50)
    assert all(fold.x["x"].max() < fold.x_held["x"].min() for fold in folds(y, "time"))
