"""The types in which the columns of a rule arrive, looked at in parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pyarrow as pa

from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.out_of_core.stream import TableStream
from backend.proof.sql import facts_on, typed
from backend.rules.language.rows import NUMERIC, Facts


class Arrivals(NamedTuple):
    """The facts that the SQL is made for, and the columns of text that are turned into numbers."""

    facts: Facts
    casts: dict[str, dict[str, pa.DataType]]
    """Of each table by column."""


def find_arrivals(facts: Facts, streams: Mapping[str, TableStream]) -> Arrivals:
    """What `backend.proof.sql` makes of whole tables, made of one part after the other."""
    found: dict[tuple[str, str], ColumnRead] = {}
    casts: dict[str, dict[str, pa.DataType]] = {}
    for (name, column), fact in facts.items():
        if name not in streams:
            continue
        arrived = _arriving(fact, streams[name])
        found[name, column] = arrived
        is_text = not _is_number(streams[name].kind(column))
        if is_text and arrived.type in NUMERIC:
            is_whole = arrived.type is ColumnType.INTEGER
            casts.setdefault(name, {})[column] = pa.int64() if is_whole else pa.float64()
    return Arrivals(found, casts)


def _arriving(fact: ColumnRead, stream: TableStream) -> ColumnRead:
    """The first part that says otherwise speaks for the column."""
    arrived = fact
    for part in stream.parts(fact.column):
        arrived = _arriving_in(fact, part)
        if arrived.mostly is fact.type or _is_number(stream.kind(fact.column)):
            break
        if fact.type not in (*NUMERIC, ColumnType.DATE):
            break
    return arrived


def _arriving_in(fact: ColumnRead, part: pa.Table) -> ColumnRead:
    key = (fact.table, fact.column)
    return facts_on({key: fact}, typed({key: fact}, {fact.table: part}))[key]


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))
