"""A table as its regularities are looked for: facts of the snapshot, and values as their types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

import pandas as pd

from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.suggest.proposal import words_of

_ID_WORDS = frozenset({"id", "ids", "key", "number", "no", "nr", "num", "code", "uuid", "guid"})
_KEY_WORDS = _ID_WORDS | {"email", "sku", "isbn", "ean", "iban", "username", "login", "slug", "vin"}
_NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)


class Profile:
    """One table; its frame is read when it is first needed, and never changed."""

    def __init__(self, snapshot: TableSnapshot, load: Callable[[], pd.DataFrame]) -> None:
        self.snapshot = snapshot
        self._load = load
        self._cached: dict[tuple[str, str], pd.Series] = {}

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as the columnar cache gives it."""
        return self._load()

    @property
    def table(self) -> str:
        """The table's name."""
        return self.snapshot.table

    @property
    def rows(self) -> int:
        """How many there are."""
        return self.snapshot.rows

    def columns(self, *types: ColumnType) -> list[Column]:
        """Columns of these types (bad cells aside) that hold something, all without types."""
        return [
            column
            for column in self.snapshot.columns
            if column.missing < self.rows and (not types or column.reads_as in types)
        ]

    def numeric(self) -> list[Column]:
        """Columns of numbers, bad cells aside."""
        return self.columns(*_NUMERIC)

    def filled(self, column: str) -> pd.Series:
        """The values that are there."""
        return self.frame[column].dropna()

    def texts(self, column: str) -> pd.Series:
        """The values that are there, as text."""
        return self._once("text", column, lambda: self.filled(column).astype("str"))

    def numbers(self, column: str) -> pd.Series:
        """Every row's number; what is none is missing."""
        return self._once("number", column, lambda: _as_numbers(self.frame[column]))

    def dates(self, column: Column) -> pd.Series:
        """Every row's date; what is none is missing."""
        form = column.date_format
        form = "ISO8601" if form is None else form
        return self._once("date", column.name, lambda: _as_dates(self.frame[column.name], form))

    def _once(self, kind: str, column: str, make: Callable[[], pd.Series]) -> pd.Series:
        if (kind, column) not in self._cached:
            self._cached[kind, column] = make()
        return self._cached[kind, column]


def _as_numbers(series: pd.Series) -> pd.Series:
    found = pd.to_numeric(series, errors="coerce")
    return pd.Series(found.to_numpy(dtype="float64", na_value=float("nan")), index=series.index)


def _as_dates(series: pd.Series, form: str) -> pd.Series:
    found = pd.to_datetime(series, format=form, errors="coerce", utc=True)
    return found.dt.tz_localize(None)


Profiles = Mapping[str, Profile]


def is_id(name: str) -> bool:
    """Whether a header reads like that of an identifier."""
    words = words_of(name)
    return bool(words) and words[-1] in _ID_WORDS


def is_key(name: str) -> bool:
    """Whether a header reads like that of something that occurs once."""
    words = words_of(name)
    return bool(words) and words[-1] in _KEY_WORDS


def singular(word: str) -> str:
    """``orders`` and ``companies`` as ``order`` and ``company``."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def noun_of(table: str) -> tuple[str, ...]:
    """What one row of a table is."""
    *first, last = words_of(table) or ("",)
    return (*first, singular(last))
