"""What is suggested for a column, for folds and for models follows from what was measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.stages.kit.eda.planted import bundled, customers, report_on

N = 400
DRAW = np.random.default_rng(11)
NORMAL, LOGNORMAL = DRAW.normal(50, 5, N), DRAW.lognormal(0, 1.5, N)
ACTIONS: dict[str, tuple[Any, str]] = {
    "an even measure": (NORMAL, "scale_standard"),
    "a skewed measure": (LOGNORMAL, "log_transform|scale_robust"),
    "with gaps": (
        np.where(np.arange(N) % 10, NORMAL, np.nan),
        "impute_median|flag_missing|scale_standard",
    ),
    "mostly gaps": (np.where(np.arange(N) % 10, np.nan, NORMAL), "flag_missing|drop"),
    "few categories": (["a", "b"] * (N // 2), "onehot"),
    "rare categories": (["a"] * 390 + list("bcdefghijk"), "group_rare|target_encode"),
    "some categories": ([f"v{at % 20}" for at in range(N)], "target_encode"),
    "gaps in categories": (["a", "b", "?", "c"] * (N // 4), "impute_as_category|onehot"),
    "one value": (["a"] * N, "drop"),
    "nothing": ([None] * N, "drop"),
    "dates": (pd.date_range("2024-01-01", periods=N)[DRAW.permutation(N)], "datetime_expand"),
    "prose": (
        [f"a longer sentence of many words, number {at}" for at in range(N)],
        "text_vectorize|drop",
    ),
}


@pytest.mark.parametrize(("cells", "expected"), ACTIONS.values(), ids=ACTIONS)
def test_each_column_has_a_suggestion(cells: Any, expected: str, tmp_path: Path) -> None:
    frame = pd.DataFrame({"column": pd.Series(cells), "out": [0, 1] * (N // 2)})
    frame["out"] = frame["out"].sample(frac=1, random_state=0).to_numpy()
    profile = report_on(frame, tmp_path, target="out").columns_profile["column"]

    assert profile.suggested_action == expected
    assert profile.suggestion_reason.endswith(".")


def folds(frame: pd.DataFrame, tmp_path: Path, target: str) -> Any:
    found = report_on(frame, tmp_path, target=target).target
    assert found is not None
    return found.cross_validation


def test_classes_are_stratified(tmp_path: Path) -> None:
    told = folds(customers(), tmp_path, "churned")

    assert (told.strategy, told.n_splits, told.shuffle) == ("StratifiedKFold", 5, True)


def test_a_rare_class_sets_the_number_of_folds(tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": NORMAL, "out": [1, 1, 1] + [0] * (N - 3)})

    assert folds(frame, tmp_path, "out").n_splits == 3


def test_a_single_row_of_a_class_cannot_be_stratified(tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": NORMAL, "out": [1] + [0] * (N - 1)})
    told = folds(frame, tmp_path, "out")

    assert told.strategy == "KFold"
    assert "has 1 row" in told.reason


def test_rows_of_one_person_stay_together(tmp_path: Path) -> None:
    frame = customers()
    frame["household_id"] = np.arange(len(frame)) // 4
    told = folds(frame, tmp_path, "churned")

    assert (told.strategy, told.group_column) == ("StratifiedGroupKFold", "household_id")


def test_rows_in_order_of_time_are_folded_by_time(tmp_path: Path) -> None:
    frame = customers().sort_values("opened", ignore_index=True)
    told = folds(frame, tmp_path, "churned")

    assert (told.strategy, told.time_column, told.shuffle) == ("TimeSeriesSplit", "opened", False)


def test_rows_in_order_of_the_target_are_told(tmp_path: Path) -> None:
    assert "in the order of the target" in folds(bundled("iris"), tmp_path, "target").reason
    mixed = bundled("iris").sample(frac=1, random_state=0)
    assert "in the order of the target" not in folds(mixed, tmp_path, "target").reason


def test_numbers_are_folded_plainly(tmp_path: Path) -> None:
    assert folds(bundled("diabetes"), tmp_path, "target").strategy == "KFold"


def test_a_baseline_comes_first(tmp_path: Path) -> None:
    target = report_on(bundled("wine"), tmp_path).target
    assert target is not None

    names = [each.family for each in target.model_families]
    assert names[:2] == ["baseline", "linear"]
    assert len(names) >= 3
