"""A quick model of many columns, to ask whether something can be told from them at all."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier, ExtraTreesRegressor

from backend.stages.kit.eda.column_types import TypedColumn
from backend.stages.kit.eda.plain import SEED
from backend.stages.kit.eda.single_feature import above_chance, column_codes, explained

TREES = 60
LEAST_LEAF = 3
PROXY_FOLDS = 3
FEWEST_PROXY_ROWS = 30
MOST_CODES = 200
"""Beyond so many categories a code says more of the row than of its kind."""


def proxy_score(features: Mapping[str, TypedColumn], outcome: pd.Series) -> float | None:
    """How well trees on these columns predict the outcome, out of three folds.

    The scale is that of `single_feature_score`: 0 is a constant guess, 1 is perfect. Classes
    weigh the same. None with under 30 rows, one class, or no feature.
    """
    known = np.flatnonzero(outcome.notna().to_numpy())
    rows = np.random.default_rng(SEED).permutation(known)
    values = outcome.iloc[rows]
    is_number = pd.api.types.is_numeric_dtype(values.dtype)
    if len(rows) < FEWEST_PROXY_ROWS or values.nunique() < 2 or not features:
        return None
    codes = values.to_numpy(dtype="float64") if is_number else class_codes(values)
    table = feature_table(features)[rows]
    guesses = np.empty(len(rows))
    for fold in range(PROXY_FOLDS):
        outside = np.arange(len(rows)) % PROXY_FOLDS == fold
        guesses[outside] = fitted_guesses(
            table[~outside], codes[~outside], table[outside], is_number
        )
    return explained(codes, guesses) if is_number else above_chance(codes, guesses)


def class_codes(values: pd.Series) -> npt.NDArray[np.float64]:
    """Classes numbered in their order."""
    return pd.factorize(values, sort=True)[0].astype("float64")


def fitted_guesses(
    table: npt.NDArray[np.float64],
    codes: npt.NDArray[np.float64],
    asked: npt.NDArray[np.float64],
    is_number: bool,
) -> npt.NDArray[np.float64]:
    """What extremely randomised trees (Geurts, 2006), fitted here, say there."""
    options = {"n_estimators": TREES, "min_samples_leaf": LEAST_LEAF, "random_state": SEED}
    forest = (
        ExtraTreesRegressor(**options)
        if is_number
        else ExtraTreesClassifier(class_weight="balanced", **options)
    )
    return np.asarray(forest.fit(table, codes).predict(asked), dtype="float64")


def feature_table(features: Mapping[str, TypedColumn]) -> npt.NDArray[np.float64]:
    """Columns as numbers: places in order, categories by frequency, gaps below all."""
    return np.column_stack([feature_codes(column) for column in features.values()])


def feature_codes(column: TypedColumn) -> npt.NDArray[np.float64]:
    """One column as places in order (numbers, moments) or ranks by frequency (words)."""
    if column.dtype in ("numeric", "datetime"):
        return column_codes(column.values)
    counts = column.values.value_counts()
    order = sorted(counts.index, key=lambda value: (-int(counts[value]), str(value)))
    ranks = {value: min(rank, MOST_CODES) for rank, value in enumerate(order)}
    return column.values.map(ranks).fillna(-1).to_numpy(dtype="float64")
