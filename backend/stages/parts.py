"""Which rows a step gets, and never more: labels of validation and test stay on this side.

Rules of this file: a step's rows come from `Parts` alone; a program that asks for more is told why
it did not get it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pandas as pd
from pydantic import JsonValue

from backend.contracts.errors import ProgramError
from backend.contracts.prep_metadata import PARTS, PartName, Splits
from backend.stages.laboratory import Finished, Laboratory, StepFailed, Table

_MISSED = re.compile(
    r"KeyError: ['\"](?P<key>[^'\"[]+)['\"]"
    r"|\[['\"](?P<listed>[^'\"]+)['\"]"
    r"|no attribute ['\"](?P<attribute>[^'\"]+)['\"]"
)
"""How Python and Pandas name what a program looked for in vain."""


@dataclass(frozen=True)
class Parts:
    """A table cut into parts; rows are in the order of the split."""

    frame: pd.DataFrame
    target: str
    splits: Splits

    @property
    def train(self) -> pd.DataFrame:
        """The train rows with their target: what a step may learn from."""
        return self._rows("train")

    def rows(self, part: PartName) -> pd.DataFrame:
        """The rows of a part without their target: what a step may transform or predict."""
        return self._rows(part).drop(columns=[self.target])

    def labels(self, part: PartName) -> pd.Series:
        """The target of a part; for this side alone, unless the part is train."""
        return self._rows(part)[self.target]

    def _rows(self, part: PartName) -> pd.DataFrame:
        rows = self.frame.loc[list(self.splits.of(part))].reset_index(drop=True)
        return rows.assign(**{self.target: rows[self.target].infer_objects()})


def do_step(
    laboratory: Laboratory,
    step: str,
    tables: Mapping[str, Table],
    arguments: Mapping[str, JsonValue],
    leave: Path,
    *,
    target: str,
) -> Finished:
    """Run a step over these tables; where it asks for what is withheld, say so.

    Raises:
        ProgramError: ``withheld-rows``: it asked for another part, or for labels; else whatever
            `Laboratory.run` raises.
    """
    try:
        return laboratory.run(step, tables, arguments, leave)
    except StepFailed as error:
        missed = {name for found in _MISSED.finditer(str(error)) for name in found.groups()}
        for name in sorted(filter(None, missed)):
            if name in PARTS and name not in tables:
                _refuse(laboratory, step, f"the {name} part", tables, error)
            if name == target and not _has_column(tables, target):
                _refuse(laboratory, step, f"labels ({target!r})", tables, error)
        raise


def _has_column(tables: Mapping[str, Table], column: str) -> bool:
    return any(
        column in (table.columns if isinstance(table, pd.DataFrame) else table.column_names)
        for table in tables.values()
    )


def _refuse(
    laboratory: Laboratory,
    step: str,
    wanted: str,
    tables: Mapping[str, Table],
    error: StepFailed,
) -> NoReturn:
    given = ", ".join(sorted(tables))
    raise ProgramError(
        f"{laboratory.check_id}: step {step!r} asked for {wanted}, which it is not given: it "
        f"would learn from what it is judged by. It has {given}; validation and test labels are "
        "compared by the harness alone.",
        code="withheld-rows",
    ) from error
