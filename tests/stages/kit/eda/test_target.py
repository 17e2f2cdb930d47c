"""Which column is the target, and what kind of task it sets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from backend.contracts.eda_report import TargetReport
from tests.stages.kit.eda.planted import bundled, customers, report_on


def target_of(frame: pd.DataFrame, artifacts: Path, asked: str | None = None) -> TargetReport:
    found = report_on(frame, artifacts, target=asked).target
    assert found is not None
    return found


BUNDLED = {
    "iris": ("classification", 3),
    "wine": ("classification", 3),
    "breast_cancer": ("classification", 2),
    "digits": ("classification", 10),
    "diabetes": ("regression", None),
}


@pytest.mark.parametrize("name", BUNDLED)
def test_bundled_sets_have_their_known_task(name: str, tmp_path: Path) -> None:
    found = target_of(bundled(name), tmp_path)

    assert found.name == "target"
    assert (found.task_type, found.n_classes) == BUNDLED[name]
    assert found.is_inferred


def test_classes_are_counted(tmp_path: Path) -> None:
    found = target_of(bundled("breast_cancer"), tmp_path)

    assert found.class_counts == {"1": 357, "0": 212}
    assert found.class_shares == pytest.approx({"1": 357 / 569, "0": 212 / 569})
    assert found.imbalance_ratio == pytest.approx(357 / 212)
    assert found.positive_class == "1"


def test_a_measured_target_has_a_distribution(tmp_path: Path) -> None:
    frame = bundled("diabetes")
    found = target_of(frame, tmp_path)

    assert found.distribution is not None
    assert found.distribution.median == frame["target"].median()
    assert found.class_counts == {}


COLUMNS: dict[str, tuple[Any, str]] = {
    "two numbers": ([0, 1], "classification"),
    "two halves": ([0.5, 1.5], "classification"),
    "words": (["low", "high", "mid"], "classification"),
    "grades": ([1, 2, 3, 4, 5, 6], "classification"),
    "counts": (list(range(30)), "regression"),
    "measures": ([0.1, 0.7, 1.3], "regression"),
}


@pytest.mark.parametrize(("values", "expected"), COLUMNS.values(), ids=COLUMNS)
def test_the_values_set_the_task(values: list[Any], expected: str, tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": np.arange(120) * 0.5, "out": (values * 120)[:120]})

    assert target_of(frame, tmp_path, "out").task_type == expected


def test_grades_could_be_measured_as_well(tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": np.arange(120) * 0.5, "grade": [1, 2, 3, 4, 5, 6] * 20})

    assert target_of(frame, tmp_path, "grade").is_ambiguous
    assert not target_of(bundled("iris"), tmp_path, "target").is_ambiguous


def test_an_outcome_is_preferred_to_the_last_column(tmp_path: Path) -> None:
    frame = customers()
    frame.insert(1, "label", frame.pop("churned"))
    frame["region"] = ["n", "s", "e"] * 200

    assert target_of(frame, tmp_path).name == "label"


def test_no_target_is_found_where_no_column_could_be_learnt(tmp_path: Path) -> None:
    frame = pd.DataFrame({"id": range(50), "day": pd.date_range("2024-01-01", periods=50)})
    report = report_on(frame, tmp_path)

    assert report.target is None
    assert "No column looks like a target" in report.notes


LABELS = {
    "marked": ["a|b", "b", "c|a", "a", "b|c|a"],
    "listed": ["['a', 'b']", "['b']", "['c', 'a']", "['a']", "['b', 'c', 'a']"],
}


@pytest.mark.parametrize("cells", LABELS.values(), ids=LABELS)
def test_several_labels_in_a_cell_are_told_apart(cells: list[str], tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": np.arange(200) * 0.5, "tags": cells * 40})
    found = target_of(frame, tmp_path, "tags")

    assert found.task_type == "multilabel"
    assert found.class_counts == {"a": 160, "b": 120, "c": 80}
    assert found.labels_per_row == pytest.approx(9 / 5)
    assert [(each.first, each.second, each.rows) for each in found.labels_together] == [
        ("a", "b", 80),
        ("a", "c", 80),
        ("b", "c", 40),
    ]


def test_several_columns_are_labels_together(tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": np.arange(100) * 0.5, "red": [0, 1] * 50, "round": ["n", "y"] * 50})
    found = target_of(frame, tmp_path, "red, round")

    assert (found.name, found.task_type) == ("red,round", "multilabel")
    assert found.class_counts == {"red": 50, "round": 50}


WRONG = {"no such column": ("chruned", "no column 'chruned'"), "two": ("age,plan", "two values")}


@pytest.mark.parametrize(("asked", "fact"), WRONG.values(), ids=WRONG)
def test_a_target_that_is_none_is_refused(asked: str, fact: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=fact):
        report_on(customers(), tmp_path, target=asked)
