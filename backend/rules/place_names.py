"""What the place of a row is called, in words and in what is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

FARTHEST = 1_000
"""So far from either end a place may lie."""


class Labels(NamedTuple):
    """The columns beside the row's own cells: which place, is it there, and is it as told."""

    place: str
    there: str
    as_told: str


def labels(cells: Iterable[str]) -> Labels:
    """Names that no cell has, in whichever case."""
    taken = {cell.lower() for cell in cells}

    def free(wanted: str) -> str:
        chosen, number = wanted, 2
        while chosen.lower() in taken:
            chosen, number = f"{wanted} {number}", number + 1
        return chosen

    return Labels(*map(free, ("place", "rows there", "rows as told")))


def say_place(place: int) -> str:
    """Row 3, the last row, row 2 from the end.

    >>> say_place(3), say_place(-1), say_place(-2)
    ('row 3', 'the last row', 'row 2 from the end')
    """
    if place == -1:
        return "the last row"
    return f"row {place}" if place > 0 else f"row {-place} from the end"
