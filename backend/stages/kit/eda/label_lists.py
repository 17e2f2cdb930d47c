"""Cells that hold several labels, and how they are parted."""

from __future__ import annotations

import json
import re

import pandas as pd

LABEL_MARKS = ("|", ";", ",")


def parts_as_list(cell: str) -> list[str]:
    """The words of a cell that is written as a list."""
    try:
        found = json.loads(cell.replace("'", '"'))
    except ValueError:
        found = re.findall(r"[^\[\](){},;|\"']+", cell)
    return [str(part).strip() for part in found if str(part).strip()]


def parted_by_mark(cells: pd.Series) -> pd.Series | None:
    """Cells parted at the mark that most have, or some whose parts are whole cells elsewhere."""
    shares = {mark: float(cells.str.contains(mark, regex=False).mean()) for mark in LABEL_MARKS}
    mark = max(shares, key=lambda each: shares[each])
    if shares[mark] < 0.3 and not _parts_stand_alone(cells, mark):
        return None
    parted = cells.map(lambda cell: [part.strip() for part in cell.split(mark) if part.strip()])
    longest = max((len(label.split()) for parts in parted for label in parts), default=0)
    return parted if longest <= 3 else None


def _parts_stand_alone(cells: pd.Series, mark: str) -> bool:
    marked = (cell.split(mark) for cell in cells if mark in cell)
    parts = {part.strip() for cell in marked for part in cell} - {""}
    return bool(parts) and parts <= {*cells}
