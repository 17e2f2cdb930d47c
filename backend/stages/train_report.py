"""The training's report for people, and what its numbers warn of; grounded in metadata alone."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from backend.contracts.train_metadata import Candidate, TrainMetadata
from backend.stages.prep_report import table

LESS_IS_BETTER = ("rmse", "mae", "log_loss", "hamming_loss")
BASELINE = "Baseline"
TOO_GOOD = 0.999
WIDE_GAP = 0.05
"""Validation and test scores that lie further apart tell of luck, or of parts that differ."""
FEWEST_TRIALS = 30
MOST_FEATURES_TOLD = 15


def warn_of_training(metadata: TrainMetadata) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Warnings and failures, in whole sentences."""
    return tuple(_warnings(metadata)), tuple(_failures(metadata))


def write_train_report(metadata: TrainMetadata) -> str:
    """The report as Markdown."""
    names = _metric_names(metadata)
    sections = [
        f"# Training for {metadata.target_column}",
        f"**{metadata.best_model}** was best on validation by {metadata.metric} among "
        f"{len(metadata.candidates)} candidates. The test part ({metadata.test_rows} rows) was "
        f"judged {say_times(metadata.test_evaluations)}, after the choice.",
        table(
            ("part", *names),
            [
                ("train, cross-validated", *_cells(metadata.cv_metrics, names)),
                ("validation", *_cells(metadata.validation_metrics, names)),
                ("test", *_cells(metadata.test_metrics, names)),
            ],
        ),
        *[f"- {each}" for each in _warnings(metadata)],
        "## Candidates",
        f"By {metadata.metric}; {metadata.cv_folds} folds, preparation fitted anew in each.",
        table(
            ("model", "imbalance", "cross-validated", "validation"),
            [_candidate_row(each, metadata.metric) for each in metadata.candidates],
        ),
        *_imbalance(metadata),
        "## Tuning",
        "The tuned model's cross-validated score is the best of its trials on the same folds, and "
        "so a little too good; validation and test are not.",
        f"{metadata.tuning_trials} trials of Optuna's TPE, seed {metadata.random_seed}"
        f"{'; time ended the search' if metadata.tuning_stopped_by_time else ''}. Parameters: "
        + ", ".join(f"{name} = {value}" for name, value in metadata.best_model_params.items())
        + ".",
        "## What the model leans on",
        f"{metadata.importance_method}, mean absolute value, as a share of the sum.",
        table(("feature", "share"), _importances(metadata)),
        *_learning(metadata),
    ]
    return "\n\n".join(sections) + "\n"


def _warnings(metadata: TrainMetadata) -> Iterator[str]:
    metric = metadata.metric
    validation = metadata.validation_metrics.get(metric)
    test = metadata.test_metrics.get(metric)
    if metadata.best_model == "Baseline":
        yield "No model beats the baseline on validation: the columns tell little of the target."
    if test is None:
        yield f"{metric} is not defined on the test part: some class has no row in it."
    elif metric not in LESS_IS_BETTER and test > TOO_GOOD:
        yield f"{metric} on test is {test:.4f}: too good to be true more often than not."
    if test is not None and validation is not None and _is_wide(metadata, validation, test):
        yield f"{metric} is {validation:.4f} on validation and {test:.4f} on test: far apart."
    if metadata.test_models > 1:
        yield (
            f"The test part was judged {say_times(metadata.test_evaluations)} in this session, by "
            f"{metadata.test_models} models: the best of them was chosen by it if you choose by "
            "it. params.seed of preparation draws another."
        )
    if metadata.tuning_trials < FEWEST_TRIALS:
        why = "time ended the search" if metadata.tuning_stopped_by_time else "as asked"
        yield f"Tuning made {metadata.tuning_trials} trials of at least {FEWEST_TRIALS} ({why})."


def _failures(metadata: TrainMetadata) -> Iterator[str]:
    if metadata.test_evaluations < 1:
        yield "The test part was not judged."
    yield from too_few_families(each.family for each in metadata.candidates)
    if not metadata.test_metrics:
        yield "There is no score on the test part."


def too_few_families(families: Iterable[str]) -> Iterator[str]:
    """What is wrong with what was compared: a baseline and two families are the least."""
    found = set(families)
    if BASELINE not in found:
        yield "No baseline was fitted, so nothing tells what the models are worth."
    if len(found - {BASELINE}) < 2:
        yield f"{len(found - {BASELINE})} families of models were compared; two are the least."


def _is_wide(metadata: TrainMetadata, validation: float, test: float) -> bool:
    """Wider than chance makes it on so few rows; a metric without a unit of 1 is taken relative."""
    gap, allowed = abs(validation - test), max(WIDE_GAP, 1 / math.sqrt(metadata.test_rows))
    if metadata.metric in LESS_IS_BETTER:
        return gap > 4 * allowed * abs(validation)
    return gap > allowed


def say_times(count: int) -> str:
    """Once, or how many times."""
    return "once" if count == 1 else f"{count} times"


def _metric_names(metadata: TrainMetadata) -> list[str]:
    others = sorted(set(metadata.cv_metrics) - {metadata.metric})
    return [metadata.metric, *others]


def _cells(scores: dict[str, float], names: list[str]) -> list[str]:
    return [f"{scores[name]:.4f}" if name in scores else "–" for name in names]  # noqa: RUF001


def _candidate_row(each: Candidate, metric: str) -> tuple[str, ...]:
    return each.name, each.strategy, *_cells(each.cv, [metric]), *_cells(each.validation, [metric])


def _imbalance(metadata: TrainMetadata) -> list[str]:
    if len(metadata.strategies) <= 2:
        return []
    ratio = f"The largest class has {metadata.imbalance_ratio:.2f} rows for one of the smallest."
    rows = [(s.family, s.strategy, *_cells(s.cv, [metadata.metric])) for s in metadata.strategies]
    return [
        "## Imbalance",
        f"{ratio} Class weights first, then SMOTE inside the folds.",
        table(("model", "strategy", metadata.metric), rows),
    ]


def _importances(metadata: TrainMetadata) -> list[tuple[str, str]]:
    shown = list(metadata.feature_importance.items())[:MOST_FEATURES_TOLD]
    return [(name, f"{share:.3f}") for name, share in shown]


def _learning(metadata: TrainMetadata) -> list[str]:
    points = metadata.learning_curve
    if not points:
        return []
    rows = [(p.rows, f"{p.learnt:.4f}", f"{p.held:.4f}") for p in points]
    return ["## Learning curve", table(("rows", "learnt from", "held back"), rows)]
