"""What one column alone tells of the target, judged on rows that it was not learnt from."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from backend.stages.kit.eda.plain import SEED, finite

MOST_ROWS = 6_000
FOLDS = 3
MOST_LEAVES = 32
Numbers = npt.NDArray[np.float64]


def single_feature_score(feature: pd.Series, outcome: pd.Series) -> float | None:
    """How well the column predicts the outcome, out of three folds of at most 6,000 rows.

    1 is perfect, 0 no better than the best constant guess. For classes: balanced accuracy above
    chance; for numbers: the share of variance explained. Numbers go through a small tree, a
    category tells the mean, or the class that it is likeliest in, of its rows in the other folds;
    classes weigh the same, however rare. An empty cell is a value of its own: that a column is
    filled can tell all. None where nothing can be told.
    """
    known = outcome.notna().to_numpy()
    rows = np.flatnonzero(known)
    shuffled = np.random.default_rng(SEED).permutation(rows)[:MOST_ROWS]
    if len(shuffled) < 4 * FOLDS:
        return None
    target, column = outcome.iloc[shuffled], feature.iloc[shuffled]
    is_number = pd.api.types.is_numeric_dtype(target.dtype)
    values = (
        target.to_numpy(dtype="float64")
        if is_number
        else pd.factorize(target, sort=True)[0].astype("float64")
    )
    if len(np.unique(values)) < 2:
        return None
    guesses = out_of_fold(
        column_codes(column), values, is_category=is_category(column), is_number=is_number
    )
    return explained(values, guesses) if is_number else above_chance(values, guesses)


def is_category(column: pd.Series) -> bool:
    """Whether the values have no order that a tree could cut."""
    kind = column.dtype
    is_ordered = pd.api.types.is_numeric_dtype(kind) or pd.api.types.is_datetime64_any_dtype(kind)
    return not is_ordered


def column_codes(column: pd.Series) -> Numbers:
    """The place of each value among the different ones, from 0; missing is -1, below all.

    A tree cuts between values and never minds how far apart they are.
    """
    return pd.factorize(column, sort=True)[0].astype("float64")


def out_of_fold(codes: Numbers, values: Numbers, *, is_category: bool, is_number: bool) -> Numbers:
    """A guess for each row by a model of the rows of the other folds."""
    folds = np.arange(len(codes)) % FOLDS
    guesses = np.empty(len(codes))
    for fold in range(FOLDS):
        inside, outside = folds != fold, folds == fold
        learn = by_category if is_category else by_tree
        guesses[outside] = learn(codes[inside], values[inside], codes[outside], is_number)
    return guesses


def by_category(codes: Numbers, values: Numbers, asked: Numbers, is_number: bool) -> Numbers:
    """Each category's mean or likeliest class; of one that was not seen, everybody's."""
    groups, where = np.unique(codes, return_inverse=True)
    if is_number:
        learnt = np.bincount(where, weights=values) / np.bincount(where)
        everybody = float(values.mean())
    else:
        classes, which = np.unique(values, return_inverse=True)
        table = np.zeros((len(groups), len(classes)))
        np.add.at(table, (where, which), 1.0 / np.bincount(which)[which])
        learnt = classes[table.argmax(axis=1)]
        everybody = float(classes[np.bincount(which).argmax()])
    guesses = pd.Series(asked).map(dict(zip(groups.tolist(), learnt.tolist(), strict=True)))
    return guesses.fillna(everybody).to_numpy(dtype="float64")


def by_tree(codes: Numbers, values: Numbers, asked: Numbers, is_number: bool) -> Numbers:
    """A tree of at most 32 leaves; classes weigh the same, however rare."""
    options = {"max_leaf_nodes": MOST_LEAVES, "min_samples_leaf": 3, "random_state": SEED}
    tree = (
        DecisionTreeRegressor(**options)
        if is_number
        else DecisionTreeClassifier(class_weight="balanced", **options)
    )
    tree.fit(codes.reshape(-1, 1), values)
    return np.asarray(tree.predict(asked.reshape(-1, 1)), dtype="float64")


def above_chance(values: Numbers, guesses: Numbers) -> float | None:
    """Balanced accuracy, scaled so that chance is 0 and all right is 1; never below 0."""
    classes = np.unique(values)
    recall = float(np.mean([(guesses[values == each] == each).mean() for each in classes]))
    chance = 1.0 / len(classes)
    return finite(max(0.0, (recall - chance) / (1.0 - chance)))


def explained(values: Numbers, guesses: Numbers) -> float | None:
    """The share of variance that the guesses explain (R squared); never below 0."""
    spread = float(((values - values.mean()) ** 2).sum())
    return finite(max(0.0, 1.0 - float(((values - guesses) ** 2).sum()) / spread))
