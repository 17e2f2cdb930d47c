"""What is known of a small trained session, for tests of what is thought of next."""

from __future__ import annotations

from typing import Any

from backend.contracts.check import Stage
from backend.contracts.eda_correlations import Correlations, HighPair
from backend.contracts.eda_report import (
    CategoricalSummary,
    ColumnProfile,
    EdaReport,
    Flags,
    LeakageSign,
    NumericSummary,
)
from backend.contracts.prep_metadata import PrepMetadata
from backend.contracts.train_metadata import Candidate, TrainMetadata
from backend.stages.experiment_changes import Knowledge

ROLES = {
    "age": "numeric",
    "income": "numeric",
    "spent": "skewed",
    "code": "numeric",
    "shop": "target_encoded",
    "note": "words",
    "row": "dropped",
    "paid": "dropped",
}
DROPPED = {"row": "id-like: it tells rows apart", "paid": "leak: perfect-predictor"}
SHARES = {"income": 0.5, "age": 0.3, "code": 0.15, "shop": 0.045, "note": 0.005, "spent": 0.0}
SIGN = LeakageSign(signal="perfect-predictor", strength=1.0, reason="Alone it predicts.")
MODEL = Candidate(
    name="LightGBM tuned",
    family="LightGBM",
    params={"n_estimators": 100},
    strategy="none",
    tuned=True,
    cv={"roc_auc": 0.81},
    validation={"roc_auc": 0.8, "accuracy": 0.7},
)


def numbers(skew: float, values: int = 0) -> ColumnProfile:
    counts = {str(n): 5 for n in range(values)}
    summary = NumericSummary.model_construct(skew=skew, value_counts=counts)
    return _profile(summary, values or 90)


def texts(unique: int) -> ColumnProfile:
    return _profile(CategoricalSummary.model_construct(), unique)


def _profile(summary: Any, unique: int, *signs: LeakageSign) -> ColumnProfile:
    return ColumnProfile.model_construct(
        summary=summary, unique=unique, pct_unknown=1.5, leakage=signs
    )


def report(**flags: Any) -> EdaReport:
    profiles = {
        "age": numbers(0.1),
        "income": numbers(1.4),
        "spent": numbers(4.0),
        "code": numbers(0.2, 5),
        "shop": texts(18),
        "note": texts(80),
        "row": texts(99),
        "paid": _profile(CategoricalSummary.model_construct(), 2, SIGN),
    }
    pairs = (HighPair.model_construct(f1="age", f2="income"),)
    named = {"possible_leakage": ("paid",), "high_missing": (), "suspicious_names": ()}
    return EdaReport.model_construct(
        columns_profile=profiles,
        flags=Flags.model_construct(**(named | flags)),
        correlations=Correlations.model_construct(feature_feature_highcorr=pairs),
    )


def knowledge(**more: Any) -> Knowledge:
    trained = {
        "metric": "roc_auc",
        "target_column": "bought",
        "problem_type": "classification",
        "imbalance_ratio": 1.6,
        "column_importance": SHARES,
        "tuning_trials": 30,
        "tuning_stopped_by_time": False,
        "candidates": (MODEL,),
        "test_metrics": {},
    }
    fields = {
        "report": report(),
        "prepared": PrepMetadata.model_construct(dropped=DROPPED, split_column=None),
        "trained": TrainMetadata.model_construct(**trained),
        "params": {Stage.PREP: {}, Stage.TRAIN: {}},
        "roles": ROLES,
        "best": MODEL,
    }
    return Knowledge(**(fields | more))
