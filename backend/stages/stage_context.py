"""What a stage is given to work with, and what it gives back.

Each stage's module has one function of this form: ``run_eda``, ``run_prep``, ``run_train``, each
``(context: StageContext) -> StageResult``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from pydantic import JsonValue

from backend.contracts.check import Check, Scalar
from backend.contracts.errors import CheckError
from backend.contracts.schema import TableSnapshot
from backend.contracts.settings import Settings
from backend.stages.judgements import Judgements
from backend.stages.knobs import columns_as_categories
from backend.stages.laboratory import Laboratory

SEED = 42


@dataclass(frozen=True)
class StageContext:
    """One stage of one session in one run."""

    check: Check
    folder: Path
    """The session's: what earlier stages left lies in ``folder / "eda"``, ``folder / "prep"``."""
    leave: Path
    """Where this stage leaves its files (``leave / "report.md"``); it becomes the stage's folder
    below ``folder`` when the stage is done, and is thrown away where it fails."""
    table: TableSnapshot
    load: Callable[[], pd.DataFrame]
    """The whole table, typed as programs get it: dates and booleans as text, missing as NaN."""
    laboratory: Laboratory
    as_of: str
    """The ISO date that counts as today."""
    settings: Settings
    open_judgements: Callable[[], Judgements]
    """The record by which training asks for predictions of the test part, right before it asks."""
    seed: int = SEED
    session: str = ""
    run_id: str = ""

    @property
    def columns(self) -> dict[str, JsonValue]:
        """Each column's type and date format, as every step takes it in ``columns``.

        Raises:
            CheckError: ``bad-parameter``: ``params.category`` names what is no column.
        """
        codes = columns_as_categories(self.check, self.table.column_names)
        return {
            column.name: {
                "type": "text" if column.name in codes else column.type.value,
                "mostly": column.mostly.value
                if column.mostly and column.name not in codes
                else None,
                "date_format": column.date_format,
            }
            for column in self.table.columns
        }

    def number(self, name: str, default: float, *, low: float, high: float) -> float:
        """A parameter of the check as a number.

        Raises:
            CheckError: ``bad-parameter``: it is none, or beyond its bounds.
        """
        value: Scalar = self.check.params.get(name, default)
        if isinstance(value, bool | str) or not low <= value <= high:
            raise CheckError(
                f"{self.check.check_id}: params.{name} is {value!r}. "
                f"Give a number from {low:g} to {high:g}.",
                code="bad-parameter",
            )
        return value


@dataclass(frozen=True)
class StageResult:
    """What a stage came to; any failure makes it a FAIL, any warning a WARN."""

    summary: str
    """One line in plain English."""
    tested: int
    """Rows that the stage looked at."""
    warnings: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """Below the stage's folder, sorted."""
    values: dict[str, JsonValue] = field(default_factory=dict)
    """Numbers worth a line in the record: metrics, choices, counts."""
