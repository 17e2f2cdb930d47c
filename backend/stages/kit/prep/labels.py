"""Several labels in a row: one cell of JSON, a sorted list, as the harness writes it.

Where models learn, a column of 0 and 1 stands for each label, in a fixed order.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

MULTILABEL = "multilabel"


def label_names(cells: pd.Series) -> list[str]:
    """Every label that some cell holds, sorted."""
    return sorted({str(label) for cell in cells for label in json.loads(cell)})


def indicators(cells: pd.Series, labels: Sequence[Any]) -> np.ndarray:
    """A row for each cell and a column for each label: 1 where the cell holds it."""
    places = {label: place for place, label in enumerate(labels)}
    matrix = np.zeros((len(cells), len(labels)), dtype=int)
    for row, cell in enumerate(cells):
        for label in json.loads(cell):
            if label in places:
                matrix[row, places[label]] = 1
    return matrix


def as_cells(matrix: np.ndarray, labels: Sequence[Any]) -> list[str]:
    """The cells of which these would be the indicators."""
    return [
        json.dumps(
            sorted(labels[place] for place in np.flatnonzero(row).tolist()), ensure_ascii=False
        )
        for row in matrix
    ]
