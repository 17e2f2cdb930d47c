"""Tiny tables for two rules at once: the witnesses of one with the columns of the other.

Rules of this file: what is added to a witness is drawn by chance, so it expects nothing any more.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from backend.contracts.check import Cell
from backend.contracts.schema import Schema
from backend.contracts.witness import TinyTable, Witness
from backend.proof.pools import Pools
from backend.rules.language.rows import NUMERIC, Facts

SAMPLES = 6
EMPTY_SHARE = 0.2

Headers = dict[str, tuple[str, ...]]


def samples_of(facts: Facts, schema: Schema) -> dict[tuple[str, str], tuple[Cell, ...]]:
    """A few of the values that the schema knows of a text column."""
    found: dict[tuple[str, str], tuple[Cell, ...]] = {}
    for (name, column), fact in facts.items():
        known = schema.tables[name].column(column) if name in schema.tables else None
        if known is not None and fact.type not in NUMERIC:
            found[name, column] = known.values[:SAMPLES]
    return found


def headers_of(witnesses: Sequence[Witness]) -> Headers:
    """All columns that some witnesses have, by table."""
    found: Headers = {}
    for witness in witnesses:
        for name, table in witness.tables.items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *table.columns)))
    return found


def columns_lacking(own: Headers, other: Headers) -> Headers:
    """The columns of the other rule's tables that none of a rule's own has."""
    return {
        name: tuple(column for column in columns if column not in own.get(name, ()))
        for name, columns in other.items()
    }


def widened(witness: Witness, lacking: Headers, pools: Pools, chance: random.Random) -> Witness:
    """A witness with more columns and tables, their cells by chance; it expects nothing."""
    tables = dict(witness.tables)
    for name, columns in lacking.items():
        table = tables.get(name)
        rows = [()] * chance.randint(1, 4) if table is None else [*table.rows]
        own = () if table is None else table.columns
        more = [(*row, *(_cell(name, each, pools, chance) for each in columns)) for row in rows]
        tables[name] = TinyTable(columns=(*own, *columns), rows=tuple(more))
    bare = {"tables": tables, "flagged": None, "failing": None, "tested": None}
    return witness.model_copy(update=bare)


def _cell(table: str, column: str, pools: Pools, chance: random.Random) -> Cell:
    cells = pools.cells.get((table, column), ())
    return None if not cells or chance.random() < EMPTY_SHARE else chance.choice(cells)


def without(witness: Witness, name: str, place: int) -> Witness:
    """The witness without one row of a table."""
    table = witness.tables[name]
    rows = (*table.rows[:place], *table.rows[place + 1 :])
    fewer = table.model_copy(update={"rows": rows})
    return witness.model_copy(update={"tables": {**witness.tables, name: fewer}})
