"""What training starts from, and the record that it leaves.

Nothing here runs a step.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from backend.contracts.errors import CheckError, DataError
from backend.contracts.prep_metadata import PrepMetadata, Splits
from backend.contracts.step_results import Explained, Learnt
from backend.contracts.train_metadata import Candidate, TrainMetadata
from backend.stages.judgements import Answered
from backend.stages.parts import Parts
from backend.stages.prep_choices import type_labels
from backend.stages.stage_context import StageContext, StageResult
from backend.stages.train_report import say_times, warn_of_training

OF_REGRESSION = ("rmse", "mae", "r2")
OF_CLASSES = ("roc_auc", "accuracy", "balanced_accuracy", "f1_macro", "log_loss")
OF_LABELS = ("roc_auc", "f1_macro", "f1_micro", "accuracy", "hamming_loss", "average_precision")
OF_TWO_CLASSES = (*OF_CLASSES, "average_precision")


class Training(NamedTuple):
    """One training: the table cut as preparation cut it, its pipeline, and the metric."""

    context: StageContext
    prepared: PrepMetadata
    parts: Parts
    pipeline: Path
    metric: str


class Judged(NamedTuple):
    """What came of the final model: its scores on test, how often asked, and what it leans on."""

    model: Path
    test_metrics: dict[str, float]
    answered: Answered
    explained: Explained


def open_training(context: StageContext) -> Training:
    """Read what preparation left.

    Raises:
        CheckError: ``bad-parameter``: an unknown metric.
        DataError: ``lost-artifact``: it cannot be read, or the table is another.
    """
    data = context.folder / "prep" / "data"
    try:
        metadata = PrepMetadata.model_validate_json((data / "metadata.json").read_bytes())
        splits = Splits.model_validate_json((data / "splits.json").read_bytes())
    except (OSError, ValidationError) as error:
        raise DataError(
            "prep/data: what preparation left cannot be read. Run the session's prep check again.",
            code="lost-artifact",
        ) from error
    frame = context.load().reset_index(drop=True)
    if frame.shape != metadata.original_shape:
        raise DataError(
            f"{context.table.table}: it has {len(frame)} rows, and preparation saw "
            f"{metadata.original_shape[0]}. Run the session's prep check again.",
            code="lost-artifact",
        )
    target = metadata.target_column
    labels = tuple(metadata.class_distribution)
    parts = Parts(type_labels(frame, target, metadata.problem_type, labels), target, splits)
    metric = _metric(context, metadata)
    return Training(context, metadata, parts, data / "prep_pipeline.pkl", metric)


def _metric(context: StageContext, metadata: PrepMetadata) -> str:
    from backend.stages.kit.train.measures import default_metric

    default = default_metric(metadata.problem_type, metadata.n_classes or 0)
    asked = context.check.params.get("metric", default)
    known: tuple[str, ...] = OF_TWO_CLASSES if metadata.n_classes == 2 else OF_CLASSES
    match metadata.problem_type:
        case "regression":
            known = OF_REGRESSION
        case "multilabel":
            known = OF_LABELS
    if asked not in known:
        raise CheckError(
            f"{context.check.check_id}: params.metric is {asked!r}. For this target write one of "
            f"{', '.join(known)}.",
            code="bad-parameter",
        )
    return str(asked)


def describe_training(
    training: Training,
    learnt: Learnt,
    candidates: list[Candidate],
    chosen: Candidate,
    judged: Judged,
) -> TrainMetadata:
    """The record of a training that has come to its end."""
    prepared, explained = training.prepared, judged.explained
    return TrainMetadata(
        best_model=chosen.name,
        best_model_params=chosen.params,
        models_evaluated=tuple(each.name for each in candidates),
        test_metrics=judged.test_metrics,
        feature_importance=explained.features,
        class_imbalance_strategy=chosen.strategy,
        tuning_method="optuna",
        tuning_trials=learnt.trials,
        random_seed=training.context.seed,
        target_column=prepared.target_column,
        problem_type=prepared.problem_type,
        classes=learnt.classes,
        metric=training.metric,
        validation_metrics=chosen.validation,
        cv_metrics=chosen.cv,
        cv_folds=learnt.folds,
        candidates=tuple(candidates),
        strategies=learnt.strategies,
        imbalance_ratio=learnt.imbalance_ratio,
        column_importance=explained.columns,
        importance_method=explained.method,
        learning_curve=learnt.learning_curve,
        test_rows=prepared.splits["test"].rows,
        test_evaluations=judged.answered.evaluations,
        test_models=judged.answered.models,
        tuning_stopped_by_time=learnt.stopped_by_time,
        model_sha256=f"sha256:{hashlib.sha256(judged.model.read_bytes()).hexdigest()}",
    )


def conclude(context: StageContext, metadata: TrainMetadata) -> StageResult:
    """What the stage came to, judged by its record."""
    warnings, failures = warn_of_training(metadata)
    files = sorted(p.relative_to(context.leave).as_posix() for p in context.leave.rglob("*.*"))
    reached = metadata.test_metrics.get(metadata.metric)
    told = "not defined" if reached is None else f"{reached:.4f}"
    return StageResult(
        summary=f"{metadata.best_model} predicts {metadata.target_column!r}: {metadata.metric} "
        f"{told} on {metadata.test_rows} test rows, judged {say_times(metadata.test_evaluations)}",
        tested=metadata.test_rows,
        warnings=warnings,
        failures=failures,
        files=tuple(files),
        values={
            "best_model": metadata.best_model,
            "metric": metadata.metric,
            "test_metrics": dict(metadata.test_metrics),
            "validation_metrics": dict(metadata.validation_metrics),
            "cv_metrics": dict(metadata.cv_metrics),
            "test_evaluations": metadata.test_evaluations,
        },
    )
