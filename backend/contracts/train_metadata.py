"""What training leaves beside its model: ``train/data/metadata.json``."""

from __future__ import annotations

from pydantic import JsonValue

from backend.contracts.contract import Contract
from backend.contracts.prep_metadata import ProblemType


class Candidate(Contract):
    """A model that was fitted on train, with its scores. The test part is never among them."""

    name: str
    family: str
    params: dict[str, JsonValue]
    strategy: str
    """How imbalance was handled: ``none``, ``class_weight=balanced``, ``SMOTE on train``."""
    tuned: bool
    cv: dict[str, float]
    """Means over the folds of train."""
    validation: dict[str, float]


class StrategyScore(Contract):
    """One way to handle imbalance, cross-validated on train."""

    family: str
    strategy: str
    cv: dict[str, float]


class LearningPoint(Contract):
    """The score on the rows that were learnt from, and on rows held back, at one size."""

    rows: int
    learnt: float
    held: float


class TrainMetadata(Contract):
    """Which model was chosen, by what, and how it does on rows that it never saw."""

    best_model: str
    best_model_params: dict[str, JsonValue]
    models_evaluated: tuple[str, ...]
    test_metrics: dict[str, float]
    feature_importance: dict[str, float]
    """Each feature's share, the largest first."""
    class_imbalance_strategy: str
    tuning_method: str
    tuning_trials: int
    random_seed: int
    target_column: str
    problem_type: ProblemType
    classes: tuple[str | int | float | bool, ...] = ()
    metric: str
    """By which models were compared."""
    validation_metrics: dict[str, float]
    cv_metrics: dict[str, float]
    cv_folds: int
    candidates: tuple[Candidate, ...]
    strategies: tuple[StrategyScore, ...] = ()
    imbalance_ratio: float = 1.0
    column_importance: dict[str, float] = {}
    importance_method: str
    learning_curve: tuple[LearningPoint, ...] = ()
    test_rows: int
    test_evaluations: int
    """How often the test part was judged, all runs of the session together: once by each model."""
    test_models: int = 1
    """Different models that it was judged by."""
    tuning_stopped_by_time: bool = False
    model_sha256: str
