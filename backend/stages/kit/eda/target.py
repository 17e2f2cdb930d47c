"""What is to be predicted: which column, what kind of task, and how its values are spread."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from backend.stages.kit.eda.column_types import TypedColumn, pct_unknown
from backend.stages.kit.eda.label_lists import parted_by_mark, parts_as_list
from backend.stages.kit.eda.names import is_named_like_an_id, is_participle, outcome_score
from backend.stages.kit.eda.plain import counts_as_json, finite, listed, short_text
from backend.stages.kit.eda.univariate import numeric_summary

MOST_CLASSES = 20
"""A column of whole numbers with more different values is measured, not classified."""
MOST_TOLD = 100
MOST_LABELS = 100
CLASSIFICATION, REGRESSION, MULTILABEL = "classification", "regression", "multilabel"


class Target(NamedTuple):
    """The outcome as the measures take it.

    ``values`` are classes (text) or numbers, missing where the outcome is not known; for
    multilabel ``labels`` is one column of 0 and 1 per label, and ``values`` is all missing.
    ``numbers`` are the values as correlations take them: themselves, days since the first moment,
    1 for the positive of two classes; None where there is no such reading.
    """

    names: tuple[str, ...]
    task: str
    values: pd.Series
    labels: pd.DataFrame | None
    is_inferred: bool
    reason: str
    is_ambiguous: bool
    numbers: pd.Series | None = None

    @property
    def name(self) -> str:
        """The column, or the columns with commas between."""
        return ",".join(self.names)


def find_target(columns: Mapping[str, TypedColumn], asked: str | None) -> Target | None:
    """The target that was asked for, or the column that is most like one.

    Raises:
        ValueError: no column has the name that was asked for.
    """
    found = inferred_target(columns) if asked is None else asked_target(columns, asked)
    return None if found is None else found._replace(numbers=outcome_numbers(found))


def asked_target(columns: Mapping[str, TypedColumn], asked: str) -> Target:
    """The column of this name, or the columns of these names with commas between."""
    names = (asked,) if asked in columns else tuple(part.strip() for part in asked.split(","))
    unknown = [name for name in names if name not in columns]
    if unknown:
        raise ValueError(
            f"target: the table has no column {listed(unknown)}. "
            f"Name one of its columns: {listed(list(columns))}."
        )
    if len(names) > 1:
        return several_targets(columns, names)
    return one_target(columns[names[0]], is_inferred=False, reason="It was asked for.")


def inferred_target(columns: Mapping[str, TypedColumn]) -> Target | None:
    """The likeliest target by name, place and number of values; None where none qualifies."""
    order = list(columns)
    scores = {
        name: likeness_to_target(column, is_last=name == order[-1], is_first=name == order[0])
        for name, column in columns.items()
        if may_be_target(column)
    }
    if not scores:
        return None
    ranked = sorted(scores, key=lambda name: (-scores[name], -order.index(name)))
    best, rest = ranked[0], ranked[1:]
    rivals = [name for name in rest if scores[name] >= scores[best] - 1]
    reason = "Nobody named a target; by name, place and number of values it is the likeliest."
    if rivals:
        reason += f" Nearly as likely: {listed(rivals, 3)}."
    target = one_target(columns[best], is_inferred=True, reason=reason)
    return target._replace(is_ambiguous=target.is_ambiguous or bool(rivals))


def may_be_target(column: TypedColumn) -> bool:
    """Whether a model could learn the column: known, varied, and neither name, date nor prose."""
    if column.dtype in ("datetime", "text") or is_named_like_an_id(column.name):
        return False
    n_known = len(column.values) - column.n_unknown
    if n_known < 2 or pct_unknown(column) > 50 or len(column.counts) < 2:
        return False
    return column.dtype == "numeric" or len(column.counts) <= max(2, min(50, n_known // 2))


def likeness_to_target(column: TypedColumn, *, is_last: bool, is_first: bool) -> int:
    """A count of signs: the name, the last or first place, two values, no empty cell."""
    signs = outcome_score(column.name) + 3 * is_last + is_first + (column.n_unknown == 0)
    if len(column.counts) == 2:
        return signs + 2 + 2 * is_participle(column.name)
    return signs - (column.dtype == "numeric")


def one_target(column: TypedColumn, *, is_inferred: bool, reason: str) -> Target:
    """The task that a single column sets."""
    labels = labels_in(column)
    if labels is not None:
        return _of_labels((column.name,), labels, is_inferred=is_inferred, reason=reason)
    task, ambiguous = task_of(column)
    values = column.values if task == REGRESSION else as_classes(column)
    return Target((column.name,), task, values, None, is_inferred, reason, ambiguous)


def _of_labels(
    names: tuple[str, ...], labels: pd.DataFrame, *, is_inferred: bool, reason: str
) -> Target:
    nothing = pd.Series(np.nan, index=labels.index, dtype="float64")
    return Target(names, MULTILABEL, nothing, labels, is_inferred, reason, False)


def task_of(column: TypedColumn) -> tuple[str, bool]:
    """Classification or regression, and whether the other could be meant as well."""
    if column.dtype == "datetime":
        return REGRESSION, True
    known = column.values.dropna()
    different = int(known.nunique())
    if column.dtype != "numeric" or different <= 2:
        return CLASSIFICATION, different > MOST_CLASSES
    is_few = different <= MOST_CLASSES and 2 * different <= len(known)
    if column.is_whole and is_few:
        return CLASSIFICATION, different > 5
    return REGRESSION, column.is_whole and different <= 2 * MOST_CLASSES


def as_classes(column: TypedColumn) -> pd.Series:
    """Values as class names; 1.0 is told as 1."""
    if column.dtype != "numeric":
        return column.values.astype("str")
    spelled = {value: short_text(value) for value in column.values.dropna().unique()}
    return column.values.map(spelled).astype("str")


def outcome_numbers(target: Target) -> pd.Series | None:
    """The target as numbers; see `Target`."""
    if target.task == REGRESSION:
        if pd.api.types.is_datetime64_any_dtype(target.values.dtype):
            days: pd.Series = (target.values - target.values.min()).dt.total_seconds() / 86_400
            return days
        return target.values
    positive = positive_class(target.values)
    if positive is None:
        return None
    numbers = (target.values == positive).astype("float64")
    return numbers.where(target.values.notna())


def several_targets(columns: Mapping[str, TypedColumn], names: tuple[str, ...]) -> Target:
    """Several columns of 0 and 1 (or yes and no), predicted together.

    Raises:
        ValueError: one of them has more than two values.
    """
    wide = [name for name in names if columns[name].values.nunique() > 2]
    if wide:
        raise ValueError(
            f"target: {listed(wide)} has more than two values, and several targets are labels "
            "that a row has or has not. Name one target, or columns of 0 and 1."
        )
    labels = pd.DataFrame({name: is_positive(columns[name]) for name in names})
    return _of_labels(names, labels, is_inferred=False, reason="They were asked for.")


def is_positive(column: TypedColumn) -> pd.Series:
    """1 where the column has its greater value, else 0."""
    known = column.values.dropna()
    return (column.values == known.max()).astype("int64") if len(known) else column.values.isna()


def labels_in(column: TypedColumn) -> pd.DataFrame | None:
    """Labels of a column whose cells are lists of a few recurring words; else None."""
    if column.dtype == "numeric" or column.dtype == "datetime" or not len(column.counts):
        return None
    cells = pd.Series(column.counts.index, index=column.counts.index, dtype="str")
    parted = cells.map(parts_as_list) if column.format == "list" else parted_by_mark(cells)
    if parted is None:
        return None
    labels = sorted({label for parts in parted for label in parts})
    several = float(column.counts[[len(parts) > 1 for parts in parted]].sum())
    is_plausible = 2 <= len(labels) <= min(MOST_LABELS, max(len(cells), 3))
    if not is_plausible or several < 0.05 * column.counts.sum() or len(cells) <= 2:
        return None
    held = {label: [label in parts for parts in parted] for label in labels}
    table = pd.DataFrame(held, index=cells.index)
    known = table.reindex(column.values.where(column.values.isin(cells.index)))
    return known.set_axis(column.values.index).fillna(False).astype("int64")


def target_report(target: Target) -> dict[str, Any]:
    """The target's name, task, and classes or distribution."""
    told: dict[str, Any] = {
        "name": target.name,
        "task_type": target.task,
        "is_inferred": target.is_inferred,
        "is_ambiguous": target.is_ambiguous,
        "reason": target.reason,
        "n_missing": 0 if target.labels is not None else int(target.values.isna().sum()),
    }
    if target.labels is not None:
        return told | label_counts(target.labels)
    if target.task == REGRESSION:
        return told | {"distribution": distribution_of(target)}
    return told | class_counts(target.values)


def class_counts(classes: pd.Series) -> dict[str, Any]:
    """Counts and shares of the classes, and the largest over the smallest."""
    counts = classes.value_counts()
    told = counts_as_json(counts, MOST_TOLD)
    total = int(counts.sum())
    return {
        "n_classes": len(counts),
        "class_counts": told,
        "class_shares": {name: finite(count / total) for name, count in told.items()},
        "imbalance_ratio": finite(counts.max() / counts.min()) if len(counts) > 1 else None,
        "positive_class": positive_class(classes),
    }


def positive_class(classes: pd.Series) -> str | None:
    """Of two classes the one that relations are told towards: the greater number, else the rarer.

    None unless there are two.
    """
    counts = classes.value_counts()
    if len(counts) != 2:
        return None
    names = sorted(counts.index)
    numbers = pd.to_numeric(pd.Series(names), errors="coerce")
    if numbers.notna().all():
        return str(names[int(numbers.argmax())])
    return str(min(names, key=lambda name: (counts[name], -names.index(name))))


def distribution_of(target: Target) -> dict[str, Any]:
    """The five numbers and moments of what is measured."""
    numbers = target.values if target.numbers is None else target.numbers
    stand_in = TypedColumn(
        target.name, "numeric", numbers, numbers.value_counts(), 0, {}, 0, None, None, None
    )
    return numeric_summary(stand_in)


def label_counts(labels: pd.DataFrame) -> dict[str, Any]:
    """Rows with each label, labels a row has on average, and labels that come together."""
    counts = labels.sum().astype("int64")
    told = counts_as_json(counts, MOST_TOLD)
    smallest = int(counts.min())
    pairs = {
        (one, other): int((labels[one] & labels[other]).sum())
        for one, other in combinations(list(told)[:MOST_CLASSES], 2)
        if one in labels and other in labels
    }
    together = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
    return {
        "n_classes": labels.shape[1],
        "class_counts": told,
        "imbalance_ratio": finite(counts.max() / smallest) if smallest else None,
        "labels_per_row": finite(labels.sum(axis=1).mean()),
        "labels_together": [
            {"first": one, "second": other, "rows": rows} for (one, other), rows in together if rows
        ],
    }
