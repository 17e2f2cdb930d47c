"""Each column as what it holds: numeric, categorical, datetime or text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from backend.stages.kit.eda.placeholders import placeholders_among
from backend.stages.kit.eda.plain import percent, short_text

FORMATS = {
    "email": r"[^@\s]+@[^@\s]+\.[^@\s.]+",
    "url": r"(?:https?|ftp)://\S+",
    "uuid": r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "list": r"\s*[\[({].*[\])}]\s*",
}
ZERO_LED = re.compile(r"[+-]?0\d")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MOSTLY = 0.9
"""The share of values from which a column is said to have a format."""
TEXT_LENGTH, TEXT_WORDS = 50, 3
"""Means from which unlike texts are prose, and not categories."""


class TypedColumn(NamedTuple):
    """A column's values in their own type, beside what was found while typing them.

    ``values`` are float64, datetime64 or text; a placeholder, an infinite number and what has
    not the column's type are missing there, and counted here. ``counts`` are the counts of the
    cells as they came, placeholders included.
    """

    name: str
    dtype: str
    values: pd.Series
    counts: pd.Series
    n_missing: int
    placeholders: dict[str, int]
    n_infinite: int
    format: str | None
    mixed: dict[str, Any] | None
    """Where at least half of a text column's values, but not all, are numbers or dates."""
    date_format: str | None

    @property
    def n_unknown(self) -> int:
        """Cells without a value of the column's type: empty, a placeholder, infinite."""
        return int(self.values.isna().sum())

    @property
    def unique(self) -> int:
        """Different cells; a placeholder counts as a value."""
        return len(self.counts)

    @property
    def is_whole(self) -> bool:
        """Whether it holds numbers, and each is an integer."""
        if self.dtype != "numeric":
            return False
        known = self.values.dropna().to_numpy()
        return len(known) > 0 and bool(np.all(known == np.floor(known)))


def typed_column(name: str, cells: pd.Series, told: Mapping[str, Any]) -> TypedColumn:
    """Type one column; ``told`` has its ``type`` and ``date_format`` where they are known."""
    if pd.api.types.is_bool_dtype(cells.dtype):
        cells = cells.astype("object").map({True: "True", False: "False"})
    if pd.api.types.is_numeric_dtype(cells.dtype):
        return numeric_column(name, cells)
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        moments = cells.dt.tz_localize(None) if cells.dt.tz is not None else cells
        return whole_column(name, "datetime", moments, told.get("date_format"))
    return text_column(name, as_texts(cells), told)


def whole_column(
    name: str, dtype: str, values: pd.Series, date_format: str | None = None
) -> TypedColumn:
    """A column that came in its type, with no cell of another."""
    counts = values.value_counts()
    missing = int(values.isna().sum())
    return TypedColumn(name, dtype, values, counts, missing, {}, 0, None, None, date_format)


def numeric_column(name: str, cells: pd.Series) -> TypedColumn:
    """A column of numbers; infinite ones are counted and then missing."""
    numbers = cells.astype("Float64").astype("float64")
    infinite = np.isinf(numbers.to_numpy())
    typed = whole_column(name, "numeric", numbers.mask(infinite))
    return typed._replace(
        counts=numbers.value_counts(),
        n_missing=int(numbers.isna().sum()),
        n_infinite=int(infinite.sum()),
    )


def as_texts(cells: pd.Series) -> pd.Series:
    """Cells as text; a list or a mapping becomes its JSON, bytes their number."""
    if cells.dtype == "object":
        cells = cells.map(cell_as_text, na_action="ignore")
    return cells.astype("object").where(cells.notna(), None).astype("str")


def cell_as_text(cell: Any) -> str:
    """One cell as text."""
    if isinstance(cell, np.ndarray):
        cell = cell.tolist()
    if isinstance(cell, bytes):
        return f"{len(cell)} bytes"
    if isinstance(cell, list | tuple | set | dict):
        plain = sorted(cell, key=str) if isinstance(cell, set) else cell
        return json.dumps(plain, ensure_ascii=False, default=str)
    return str(cell)


def text_column(name: str, texts: pd.Series, told: Mapping[str, Any]) -> TypedColumn:
    """A column that came as text, in the type that all its known values have."""
    counts = texts.value_counts()
    none = placeholders_among(counts)
    known = counts.drop(none.index)
    values = texts.mask(texts.isin(none.index)) if len(none) else texts
    column = TypedColumn(
        name,
        "categorical",
        values,
        counts,
        int(texts.isna().sum()),
        {short_text(value): int(count) for value, count in none.items()},
        0,
        format_of(known),
        None,
        told.get("date_format"),
    )
    if told.get("type") == "boolean" or not len(known):
        return column
    return retyped(column, known, told)


def retyped(column: TypedColumn, known: pd.Series, told: Mapping[str, Any]) -> TypedColumn:
    """The column as numbers or dates where its distinct values are; else as words."""
    spelled = pd.Series(known.index, index=known.index, dtype="str")
    readings = {"numeric": numbers_in(spelled), "datetime": dates_in(spelled, told)}
    for dtype, read in readings.items():
        share = float(known[read.notna()].sum() / known.sum())
        if share == 1.0:
            values = column.values.map(read)
            values = values.astype("float64") if dtype == "numeric" else pd.to_datetime(values)
            return column._replace(dtype=dtype, values=values, format=None)
        if share >= 0.5:
            column = column._replace(mixed=mixture(dtype, share, known[read.isna()]))
    return column._replace(dtype="text" if is_prose(column, known) else "categorical")


def mixture(dtype: str, share: float, others: pd.Series) -> dict[str, Any]:
    """What a column of several types is told as."""
    frequent = sorted(others.items(), key=lambda pair: (-int(pair[1]), str(pair[0])))[:5]
    return {
        "mostly": dtype,
        "pct": round(100 * share, 4),
        "exceptions": [short_text(value) for value, _ in frequent],
    }


def numbers_in(spelled: pd.Series) -> pd.Series:
    """Distinct texts as numbers; a code with a leading zero (``007``) is none."""
    numbers = pd.to_numeric(spelled, errors="coerce").astype("float64")
    is_code = spelled.str.match(ZERO_LED.pattern) & ~spelled.str.contains(".", regex=False)
    return numbers.mask(is_code | np.isinf(numbers))


def dates_in(spelled: pd.Series, told: Mapping[str, Any]) -> pd.Series:
    """Distinct texts as moments: by the format that was told, else only ISO 8601."""
    form = told.get("date_format")
    if form is None:
        is_iso = spelled.str.match(ISO_DATE.pattern)
        if not bool(is_iso.mean() >= 0.5):
            return pd.Series(pd.NaT, index=spelled.index)
        form = "ISO8601"
    moments = pd.to_datetime(spelled, format=form, errors="coerce", utc=True)
    return moments.dt.tz_localize(None)


def format_of(known: pd.Series) -> str | None:
    """The format (e-mail, URL, UUID, list) that nearly all values have, if there is one."""
    if not len(known):
        return None
    head = known.iloc[:1000]
    texts = pd.Series(head.index, index=head.index, dtype="str")
    for name, pattern in FORMATS.items():
        share = float(head[texts.str.fullmatch(pattern)].sum() / head.sum())
        if share >= MOSTLY:
            return name
    return None


def is_prose(column: TypedColumn, known: pd.Series) -> bool:
    """Whether values are mostly unlike one another, and long or of several words."""
    if column.format in ("email", "url", "uuid"):
        return False
    texts = pd.Series(known.index[:1000], dtype="str")
    is_long = texts.str.len().mean() >= TEXT_LENGTH
    is_wordy = (texts.str.count(r"\s+") + 1).mean() >= TEXT_WORDS
    return len(known) > 20 and 2 * len(known) > known.sum() and bool(is_long or is_wordy)


def column_examples(column: TypedColumn, most: int = 5) -> list[str]:
    """The first few different cells as the table has them."""
    return [short_text(cell) for cell in column.values.dropna().unique()[:most]]


def pct_unknown(column: TypedColumn) -> float:
    """Percent of cells without a value of the column's type."""
    return percent(column.n_unknown, len(column.values))
