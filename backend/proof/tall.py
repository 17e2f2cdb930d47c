"""Tables as tall as a rule's numbers call for: a thousand rows, or 19 of 20 that are alike.

Rules of this file: as for tables by chance, nothing is expected here of any of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from backend.contracts.check import Cell
from backend.contracts.witness import TinyTable, Witness

TALLEST = 2_500
MOST_KINDS = 4
"""Rows of the witnesses that are taken in pairs."""
MOST_PARTS = 1_000
"""The finest share that is told: a thousandth."""


def draw_tall(
    witnesses: Sequence[Witness], table: str, constants: Sequence[Cell], *, most: int
) -> Iterator[Witness]:
    """Two rows of the witnesses, each repeated as often as a number of the rule says, or one more
    or less; and each of a few rows with each other one."""
    models = [witness for witness in witnesses if table in witness.tables]
    rows = list(dict.fromkeys(row for model in models for row in model.tables[table].rows))
    shapes = list(dict.fromkeys(shape for each in constants for shape in _shapes(each)))
    if not rows:
        return
    model, columns = models[0], models[0].tables[table].columns
    rows = [row for row in rows if len(row) == len(columns)][:MOST_KINDS]
    pairs = [*permutations([*rows, tuple(None for _ in columns)], 2)]
    for first, second in shapes[:most]:
        for one, other in pairs if second else [(row, row) for row in rows]:
            tall = TinyTable(columns=columns, rows=(one,) * first + (other,) * second)
            yield model.model_copy(update=_told(model.tables, table, tall, first, second))


def _told(
    tables: Mapping[str, TinyTable], table: str, tall: TinyTable, first: int, second: int
) -> dict[str, object]:
    says = f"{first:,} rows of one kind and {second:,} of another"
    unknown = {"flagged": None, "failing": None, "tested": None}
    return {"says": says, "tables": {**tables, table: tall}, **unknown}


def _shapes(constant: Cell) -> Iterator[tuple[int, int]]:
    """How many rows of each kind stand just below, at and just above a count or a share."""
    if isinstance(constant, bool | str) or constant is None:
        return
    if 0 < constant < 1:
        share = Fraction(constant).limit_denominator(MOST_PARTS)
        for step in (0, -1, 1):
            count = share.numerator + step
            pair = count, share.denominator - count
            yield from ((pair, pair[::-1]) if min(pair) >= 0 else ())
        yield from _beside(share)
    elif 1 < constant <= TALLEST and constant == int(constant):
        yield from ((int(constant) + step, 0) for step in (0, -1, 1))


def _beside(share: Fraction) -> Iterator[tuple[int, int]]:
    """Shares that are half a hundredth away, so that one beside the told one shows."""
    size = MOST_PARTS
    for thousandths in (round(share * size) - 5, round(share * size) + 5):
        if 0 <= thousandths <= size:
            yield thousandths, size - thousandths
            yield size - thousandths, thousandths
