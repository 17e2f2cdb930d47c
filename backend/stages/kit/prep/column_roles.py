"""What becomes of each column, decided on the train rows alone, with the reason."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

FEW_VALUES = 10
"""Below so many values a category has a column for each of them."""
MOSTLY_MISSING = 0.6
MOSTLY_NUMBERS = 0.9
"""Below this share of its cells a column that holds numbers is text."""
STRONG_SKEW = 2.0
MANY_CLASSES = 10
ID_NAME = re.compile(
    r"(?:^|[\W_])(?:id|uuid|guid|key|no|nr|number|code|index)$|[a-z](?:Id|ID|Key|No)$"
)


class ColumnRole(NamedTuple):
    """One column's part in the features; ``date_format`` is a strptime pattern, or ISO8601."""

    column: str
    role: str
    """numeric, skewed, one_hot, target_encoded, ordinal, words, date, presence or dropped."""
    reason: str
    date_format: str | None = None


def choose_roles(
    train: pd.DataFrame, *, columns: dict[str, Any], dropped: dict[str, str], n_classes: int
) -> list[ColumnRole]:
    """The role of each column of the frame, which has no target; ``dropped`` gives reasons."""
    return [
        ColumnRole(name, "dropped", dropped[name])
        if name in dropped
        else _role(train[name], dict(columns.get(name) or {}), n_classes)
        for name in train.columns
    ]


def _role(values: pd.Series, facts: dict[str, Any], n_classes: int) -> ColumnRole:
    name, kind = str(values.name), facts.get("mostly") or facts.get("type") or "text"
    present = values.dropna()
    if present.nunique() <= 1:
        return _constant(name, present, len(values))
    if kind in ("date", "datetime"):
        written = facts.get("date_format") or "ISO8601"
        return ColumnRole(name, "date", f"dates written {written}, as their parts", written)
    if kind in ("integer", "number"):
        numbers = pd.to_numeric(values, errors="coerce").replace([np.inf, -np.inf], np.nan)
        if numbers.notna().sum() >= MOSTLY_NUMBERS * len(present):
            return _numeric(name, numbers, unreadable=len(present) - int(numbers.notna().sum()))
    return _text(name, present.astype("str"), len(values), n_classes)


def _constant(name: str, present: pd.Series, rows: int) -> ColumnRole:
    if 0 < len(present) < rows:
        return ColumnRole(name, "presence", "one value or none: whether it is there")
    return ColumnRole(name, "dropped", "constant: the same in every row of train")


def _numeric(name: str, numbers: pd.Series, *, unreadable: int) -> ColumnRole:
    present = numbers.dropna()
    if is_row_number(name, present, len(numbers)):
        return ColumnRole(name, "dropped", "id-like: a number that names the row")
    skew = float(np.asarray(present.skew())) if present.nunique() > 2 else 0.0
    told = f"; {unreadable} cells are none and count as missing" if unreadable else ""
    if abs(skew) > STRONG_SKEW:
        return ColumnRole(name, "skewed", f"numbers with skew {skew:.1f}{told}")
    return ColumnRole(name, "numeric", f"numbers{told}")


def is_row_number(name: str, present: pd.Series, rows: int) -> bool:
    """Whether whole numbers, each there once, are an id by their name or by their order."""
    is_unique = len(present) == rows >= FEW_VALUES and present.is_unique
    if not is_unique or not np.equal(np.mod(present, 1), 0).all():
        return False
    is_dense = float(present.max() - present.min()) < 2 * rows
    return bool(ID_NAME.search(name)) or (is_dense and present.is_monotonic_increasing)


def _text(name: str, present: pd.Series, rows: int, n_classes: int) -> ColumnRole:
    unique, share = present.nunique(), len(present) / rows
    if unique < FEW_VALUES:
        return ColumnRole(name, "one_hot", f"{unique} categories")
    if unique > len(present) / 2 and has_shared_words(present):
        return ColumnRole(name, "words", "free text: its most frequent words")
    if share < 1 - MOSTLY_MISSING:
        return ColumnRole(name, "presence", f"{1 - share:.0%} missing: whether it is there")
    if unique > len(present) / 2:
        reason = f"id-like: {unique} values in {len(present)} rows, too few rows for each"
        return ColumnRole(name, "dropped", reason)
    if n_classes > MANY_CLASSES:
        return ColumnRole(name, "ordinal", f"{unique} categories, {n_classes} classes")
    return ColumnRole(name, "target_encoded", f"{unique} categories")


def has_shared_words(present: pd.Series) -> bool:
    """Whether texts of three words and more have words in common that some texts lack."""
    words = present.str.lower().str.findall(r"\b\w\w+\b").map(set)
    if words.map(len).mean() < 3:
        return False
    shares = words.explode().value_counts() / len(present)
    return int(((shares >= 0.05) & (shares <= 0.95)).sum()) >= 2
