"""Every combination of the cells that matter, as the rows of one table.

Most faults show on small inputs (the small-scope hypothesis: Jackson, Software Abstractions, 2006,
section 5.1.3). What no row of these tables and no table by chance tells apart is told to be alike
within this scope, with its size; more is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from backend.contracts.check import Cell
from backend.contracts.witness import TinyTable, Witness

MOST_CELLS = 8
"""Cells of one column that are combined."""
MOST_COMBINED = 1_500
"""Rows of one table; where all combinations are more, those of each two columns are taken."""
MOST_WORLDS = 4
"""Surroundings (the other tables) in which they stand."""


def combine(witnesses: Sequence[Witness], judged: str) -> tuple[Witness, ...]:
    """Tables whose rows are the combinations, one in each of the witnesses' surroundings."""
    columns = _columns(witnesses, judged)
    if not columns:
        return ()
    pools = [_cells(witnesses, judged, column) for column in columns]
    table = TinyTable(columns=columns, rows=tuple(_rows(pools)))
    return tuple(
        world.model_copy(
            update={
                "says": f"every combination of cells, {number}",
                "tables": {**world.tables, judged: table},
                "flagged": None,
                "failing": None,
                "tested": None,
            }
        )
        for number, world in enumerate(_worlds(witnesses, judged), 1)
    )


def _columns(witnesses: Sequence[Witness], judged: str) -> tuple[str, ...]:
    widest = (each.tables[judged].columns for each in witnesses if judged in each.tables)
    return max(widest, key=len, default=())


def _cells(witnesses: Sequence[Witness], judged: str, column: str) -> list[Cell]:
    """The column's distinct cells in the order in which they come, and an empty one."""
    found: dict[str, Cell] = {repr(None): None}
    for witness in witnesses:
        table = witness.tables.get(judged)
        if table is None or column not in table.columns:
            continue
        place = table.columns.index(column)
        for row in table.rows:
            found.setdefault(repr(row[place]), row[place])
    return list(islice(found.values(), MOST_CELLS))


def _rows(pools: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    size = 1
    for pool in pools:
        size *= len(pool)
    if size <= MOST_COMBINED:
        yield from product(*pools)
        return
    seen: set[str] = set()
    usual = [pool[1] if len(pool) > 1 else pool[0] for pool in pools]
    for one, other in combinations(range(len(pools)), 2):
        for first, second in product(pools[one], pools[other]):
            row = [*usual]
            row[one], row[other] = first, second
            if repr(row) not in seen and len(seen) < MOST_COMBINED:
                seen.add(repr(row))
                yield tuple(row)


def _worlds(witnesses: Sequence[Witness], judged: str) -> Iterator[Witness]:
    """The first witnesses with other tables unlike those before."""
    seen: set[str] = set()
    for witness in witnesses:
        others = {name: table for name, table in witness.tables.items() if name != judged}
        key = repr((sorted(others.items()), witness.as_of, sorted(witness.params.items())))
        if judged in witness.tables and key not in seen and len(seen) < MOST_WORLDS:
            seen.add(key)
            yield witness
