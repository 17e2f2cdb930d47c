"""Witness tables as typed frames: the dtypes that the loader gives such cells.

A column of numbers with a bad cell is text; a column that was compiled as text stays text.
"""

from __future__ import annotations

import math
from typing import TypeAlias

import pandas as pd
import pyarrow as pa
from pydantic import JsonValue

from backend.contracts.witness import TinyTable, Witness
from backend.proof.meaning.cells import Typed, dtype_of, loaded, spelled
from backend.rules.language.rows import Facts

_ARROW = {
    "str": pa.large_string(),
    "int64": pa.int64(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
}
Written: TypeAlias = "dict[str, JsonValue]"


def dtypes(witness: Witness, facts: Facts) -> dict[str, dict[str, str]]:
    """By table and column: ``str``, ``int64``, ``Int64`` or ``float64``."""
    return {
        name: {
            column: dtype_of(_texts(table, place), facts.get((name, column)))
            for place, column in enumerate(table.columns)
        }
        for name, table in witness.tables.items()
    }


def as_frames(witness: Witness, facts: Facts) -> dict[str, pd.DataFrame]:
    """The tables as a program gets them, under a RangeIndex."""
    found = dtypes(witness, facts)
    return {
        name: pd.DataFrame(
            {
                column: pd.Series(
                    loaded(_texts(table, place), found[name][column]),
                    dtype=found[name][column],
                    index=pd.RangeIndex(len(table.rows)),
                )
                for place, column in enumerate(table.columns)
            },
            index=pd.RangeIndex(len(table.rows)),
            columns=list(table.columns),
        )
        for name, table in witness.tables.items()
    }


def as_arrow(witness: Witness, facts: Facts) -> dict[str, pa.Table]:
    """The tables as the rule's SQL reads them: what `as_frames` gives, without its detour."""
    found = dtypes(witness, facts)
    return {
        name: pa.table(
            [
                pa.array(
                    loaded(_texts(table, place), found[name][column]),
                    _ARROW[found[name][column]],
                    from_pandas=True,
                )
                for place, column in enumerate(table.columns)
            ],
            names=list(table.columns),
        )
        for name, table in witness.tables.items()
    }


def as_cells(witness: Witness, facts: Facts) -> dict[str, Written]:
    """The tables as a job of the sandbox carries them: columns, dtypes, and cells by column."""
    found = dtypes(witness, facts)
    return {
        name: {
            "columns": list(table.columns),
            "dtypes": [found[name][column] for column in table.columns],
            "cells": [
                [_sent(cell) for cell in loaded(_texts(table, place), found[name][column])]
                for place, column in enumerate(table.columns)
            ],
            "rows": len(table.rows),
        }
        for name, table in witness.tables.items()
    }


def _sent(cell: Typed) -> JsonValue:
    """A cell in JSON, which has no word for what is infinite or no number."""
    if isinstance(cell, float) and not math.isfinite(cell):
        return None if math.isnan(cell) else str(cell)
    return cell


def _texts(table: TinyTable, place: int) -> list[str | None]:
    return [spelled(row[place]) for row in table.rows]
