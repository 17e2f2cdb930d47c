"""Tables of the day, aimed at a rule's measures: scaled, shifted, or with one row placed some
spreads away.

Rules of this file: as for tables by chance, nothing is expected here of any of them.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.contracts.witness import TinyTable, Witness
from backend.proof.pools import is_number

FEWEST_ROWS, MOST_ROWS = 3, 1_000
MANY = 300
"""Rows among which one more hardly moves a mean: a short table is repeated until it has as many."""
SCALES = (0.5, 0.8, 0.9, 1.1, 1.25, 2.0)
MOST_TIMES = 10.0
NEAR = (0.0, 0.002, 0.004, 0.007, 0.010, 0.013)
"""How far beside so many spreads the row is placed: the row itself widens them a little."""


def draw_aimed(day: Witness, table: str, constants: Sequence[Cell]) -> Iterator[Witness]:
    """The rows of the day with their numbers moved, column by column."""
    tiny = day.tables[table]
    rows = tiny.rows[:MOST_ROWS]
    numbers = [abs(float(each)) for each in constants if is_number(each) and each]
    for place, column in enumerate(tiny.columns):
        found = [float(row[place]) for row in rows if is_number(row[place])]  # type: ignore[arg-type]
        if len(found) < FEWEST_ROWS:
            continue
        for says, moved in _moved(rows, place, found, list(dict.fromkeys(numbers))):
            aimed = TinyTable(columns=tiny.columns, rows=moved)
            tables = {**day.tables, table: aimed}
            yield day.model_copy(update={"says": f"{column} {says}", "tables": tables})


Rows = tuple[tuple[Cell, ...], ...]


def _moved(
    rows: Rows, place: int, found: list[float], numbers: list[float]
) -> Iterator[tuple[str, Rows]]:
    for scale in SCALES:
        yield f"times {scale}", tuple(_with(row, place, scale, 0.0) for row in rows)
    for number in numbers:
        for step in (number, -number):
            yield f"moved by {step:g}", tuple(_with(row, place, 1.0, step) for row in rows)
    times = -(-MANY // len(rows))
    for number in (each for each in numbers if each <= MOST_TIMES):
        for near in NEAR:
            for middle, spread in _spreads(found * times):
                cell = round(middle + number * (1 + near) * spread, 6)
                placed = (*rows[0][:place], cell, *rows[0][place + 1 :])
                yield f"{number:g} spreads away, {near:+g}", (*rows * times, placed)


def _spreads(found: list[float]) -> Iterator[tuple[float, float]]:
    """The middle and the spread, by mean, and by median with one more number far above."""
    yield statistics.fmean(found), statistics.stdev(found)
    found = [*found, max(found) + 1e6]
    middle = statistics.median(found)
    yield middle, statistics.median(abs(each - middle) for each in found)


def _with(row: tuple[Cell, ...], place: int, scale: float, step: float) -> tuple[Cell, ...]:
    cell = row[place]
    if not isinstance(cell, int | float) or not is_number(cell):
        return row
    return (*row[:place], round(cell * scale + step, 6), *row[place + 1 :])
