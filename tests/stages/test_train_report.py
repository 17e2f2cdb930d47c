"""What the numbers of a training warn of, and what people read of them."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.train_metadata import TrainMetadata
from backend.stages.train_report import warn_of_training, write_train_report

CANDIDATE = {"params": {}, "strategy": "none", "tuned": False, "cv": {"roc_auc": 0.8}}
SCORED = CANDIDATE | {"validation": {"roc_auc": 0.8}}
FIELDS: dict[str, Any] = {
    "best_model": "LightGBM",
    "best_model_params": {"num_leaves": 15},
    "models_evaluated": ["Baseline", "LogisticRegression", "LightGBM"],
    "test_metrics": {"roc_auc": 0.79},
    "feature_importance": {"a|b": 0.75, "c": 0.25},
    "class_imbalance_strategy": "none",
    "tuning_method": "optuna",
    "tuning_trials": 30,
    "random_seed": 42,
    "target_column": "ill",
    "problem_type": "classification",
    "metric": "roc_auc",
    "validation_metrics": {"roc_auc": 0.8},
    "cv_metrics": {"roc_auc": 0.8},
    "cv_folds": 5,
    "candidates": [
        SCORED | {"name": name, "family": name}
        for name in ("Baseline", "LogisticRegression", "LightGBM")
    ],
    "importance_method": "SHAP (exact, trees)",
    "test_rows": 1000,
    "test_evaluations": 1,
    "model_sha256": "sha256:0",
}
ERRORS = {"metric": "rmse", "validation_metrics": {"rmse": 10.0}, "cv_metrics": {"rmse": 10.0}}
ONE_FAMILY = FIELDS["candidates"][:2]


def metadata(**change: Any) -> TrainMetadata:
    return TrainMetadata.model_validate(FIELDS | change)


def test_a_sound_training_passes() -> None:
    assert warn_of_training(metadata()) == ((), ())


WARNED: dict[str, tuple[dict[str, Any], str]] = {
    "no better than the baseline": ({"best_model": "Baseline"}, "No model beats the baseline"),
    "too good": (
        {"test_metrics": {"roc_auc": 1.0}, "validation_metrics": {"roc_auc": 0.99}},
        "too good to be true",
    ),
    "test judged by two models": (
        {"test_evaluations": 3, "test_models": 2},
        "judged 3 times in this session, by 2 models",
    ),
    "far apart": ({"test_metrics": {"roc_auc": 0.7}}, "far apart"),
    "errors far apart": (ERRORS | {"test_metrics": {"rmse": 30.0}}, "far apart"),
    "few trials": ({"tuning_trials": 3}, "3 trials of at least 30 (as asked)"),
    "out of time": (
        {"tuning_trials": 9, "tuning_stopped_by_time": True},
        "9 trials of at least 30 (time ended the search)",
    ),
    "a class without test rows": ({"test_metrics": {"accuracy": 0.8}}, "is not defined"),
}


@pytest.mark.parametrize(("change", "told"), WARNED.values(), ids=WARNED.keys())
def test_what_is_doubtful_is_warned_of(change: dict[str, Any], told: str) -> None:
    warnings, failures = warn_of_training(metadata(**change))
    assert (len(warnings), failures) == (1, ())
    assert told in warnings[0]
    assert warnings[0] in write_train_report(metadata(**change))


QUIET: dict[str, dict[str, Any]] = {
    "a gap that chance makes on few rows": {"test_rows": 100, "test_metrics": {"roc_auc": 0.71}},
    "errors that differ a little": ERRORS | {"test_metrics": {"rmse": 11.0}},
}


@pytest.mark.parametrize("change", QUIET.values(), ids=QUIET.keys())
def test_what_is_usual_is_not(change: dict[str, Any]) -> None:
    assert warn_of_training(metadata(**change)) == ((), ())


FAILED: dict[str, tuple[dict[str, Any], str]] = {
    "test not judged": ({"test_evaluations": 0}, "was not judged"),
    "one family": ({"candidates": ONE_FAMILY}, "1 families of models"),
    "no score": ({"test_metrics": {}}, "no score on the test part"),
}


@pytest.mark.parametrize(("change", "told"), FAILED.values(), ids=FAILED.keys())
def test_what_breaks_a_promise_fails(change: dict[str, Any], told: str) -> None:
    _, failures = warn_of_training(metadata(**change))
    assert len(failures) == 1 and told in failures[0]


def test_the_report_says_what_was_measured() -> None:
    text = write_train_report(metadata())
    for told in ("| test | 0.7900 |", "judged once", "num_leaves = 15", r"| a\|b | 0.750 |"):
        assert told in text
