"""Predictions against the truth, on the side that holds the truth.

Rules of this file: what a program predicted is read as a table of plain values and checked before
it is scored; the truth leaves this file only beside predictions, never beside rows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from backend.contracts.errors import ProgramError
from backend.contracts.prep_metadata import ProblemType
from backend.stages.prep_proof import read_parquet

SUM_SLACK = 1e-6


@dataclass(frozen=True)
class Predictions:
    """One model's answers for the rows of a part, in their order."""

    predicted: np.ndarray
    probabilities: np.ndarray | None
    """A column for each class, in the order of ``classes``; None for a regression."""
    classes: list[Any]


def read_predictions(
    path: Path, *, told: dict[str, Any], place: int, rows: int, kind: ProblemType
) -> Predictions:
    """What a step left of its model of this place, for so many rows; ``told`` is what it gave.

    Raises:
        ProgramError: ``bad-result``: another number of rows, an unknown class, a number that is
            none, or probabilities that are none.
    """
    table = read_parquet(path)
    named = told.get("classes")
    has_place = isinstance(named, list) and place < len(named) and isinstance(named[place], list)
    classes: list[Any] = list(named[place]) if named is not None and has_place else []
    if table.num_rows != rows or "prediction" not in table.column_names:
        raise _bad(path, f"{table.num_rows} predictions for {rows} rows")
    predicted = _column(table, "prediction")
    if kind == "regression":
        if predicted.dtype.kind not in "fiu" or not np.isfinite(predicted).all():
            raise _bad(path, "a prediction that is no number")
        return Predictions(predicted, None, [])
    if kind == "multilabel":
        _refuse_strange_sets(path, predicted, classes)
        odds = _probabilities(path, table, len(classes), add_up=False)
        return Predictions(predicted, odds, classes)
    if not set(predicted.tolist()) <= set(classes):
        raise _bad(path, "a prediction that is none of the classes")
    return Predictions(predicted, _probabilities(path, table, len(classes)), classes)


def score(predictions: Predictions, truth: pd.Series, *, kind: ProblemType) -> dict[str, float]:
    """All metrics of these predictions; the definitions are those of the folds."""
    from backend.stages.kit.train.measures import measure

    if kind == "multilabel":
        return _score_labels(predictions, truth)
    return measure(
        truth.to_numpy(),
        predictions.predicted,
        predictions.probabilities,
        classes=predictions.classes,
        problem_type=kind,
    )


def _score_labels(predictions: Predictions, truth: pd.Series) -> dict[str, float]:
    """All metrics over all labels; one that the model never saw it foretells for no row."""
    from backend.stages.kit.prep.labels import indicators, label_names
    from backend.stages.kit.train.measures import measure

    assert predictions.probabilities is not None
    unseen = [name for name in label_names(truth) if name not in predictions.classes]
    labels = [*predictions.classes, *unseen]
    blank = np.zeros((len(truth), len(unseen)))
    return measure(
        indicators(truth, labels),
        indicators(pd.Series(predictions.predicted), labels),
        np.hstack([predictions.probabilities, blank]),
        classes=labels,
        problem_type="multilabel",
    )


def _refuse_strange_sets(path: Path, predicted: np.ndarray, classes: list[Any]) -> None:
    for cell in set(predicted.tolist()):
        try:
            found = json.loads(cell)
        except (TypeError, ValueError, RecursionError):
            found = None
        if not isinstance(found, list) or any(each not in classes for each in found):
            raise _bad(path, "a prediction that is no set of the labels")


def judged_table(predictions: Predictions, truth: pd.Series) -> pd.DataFrame:
    """Truth and predictions without any row, for the figures."""
    table = pd.DataFrame({"truth": truth.to_numpy(), "prediction": predictions.predicted})
    if predictions.probabilities is not None:
        for place in range(len(predictions.classes)):
            table[f"p{place}"] = predictions.probabilities[:, place]
    return table


def _probabilities(path: Path, table: pa.Table, count: int, *, add_up: bool = True) -> np.ndarray:
    names = [f"p{place}" for place in range(count)]
    if not set(names) <= set(table.column_names):
        raise _bad(path, "no probability for some class")
    found = np.column_stack([_column(table, name) for name in names]).astype(float)
    if not np.isfinite(found).all() or ((found < -SUM_SLACK) | (found > 1 + SUM_SLACK)).any():
        raise _bad(path, "probabilities that are none")
    if add_up and (np.abs(found.sum(axis=1) - 1) > SUM_SLACK).any():
        raise _bad(path, "probabilities that do not add up to 1")
    return found


def _column(table: pa.Table, name: str) -> np.ndarray:
    return np.asarray(table.column(name).to_pandas())


def _bad(path: Path, fact: str) -> ProgramError:
    return ProgramError(
        f"{path.name}: the step 'predict_rows' left {fact}. Let it predict each row that it is "
        "given, in order.",
        code="bad-result",
    )
