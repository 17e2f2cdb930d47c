"""Witness tables as typed frames: the dtypes that the loader gives such cells.

A column of numbers with a bad cell is text; a column that was compiled as text stays text.
"""

from __future__ import annotations

import pandas as pd

from backend.contracts.witness import TinyTable, Witness
from backend.proof.meaning.cells import dtype_of, loaded, spelled
from backend.rules.language.rows import Facts


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


def _texts(table: TinyTable, place: int) -> list[str | None]:
    return [spelled(row[place]) for row in table.rows]
