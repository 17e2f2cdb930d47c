"""The second reading: a rule's SQL, executed by DuckDB over the tables that its program reads.

Rules of this file: the connection lives in memory and reaches nothing, no file but what it spills
where it is told to, no network, no extension; tables are lent to it without a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pydantic import JsonValue

from backend.contracts.check import Scalar
from backend.contracts.errors import ProgramError
from backend.contracts.plan import ColumnRead, Grain
from backend.contracts.program import TableFile
from backend.contracts.schema import ColumnType
from backend.proof.meaning.named_formats import is_of_format
from backend.rules.catalog import lower
from backend.rules.language.date_shapes import shape_of
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.lowering import FORMAT_TEST, ROW, Lowered, NotLowered
from backend.rules.rule import Rule

Given: TypeAlias = "pd.DataFrame | pa.Table | TableFile"
_LIMITS: dict[str, Any] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}
_KINDS = {ColumnType.INTEGER: pa.int64(), ColumnType.NUMBER: pa.float64()}


@dataclass(frozen=True)
class Found:
    """What the SQL of a rule finds: flagged rows, or failing records, and the number tested."""

    tested: int
    rows: tuple[int, ...] = ()
    records: tuple[dict[str, JsonValue], ...] = ()


class Spill(NamedTuple):
    """A folder for what does not fit into memory, and how many MiB it may take."""

    folder: Path
    most_mb: int


@contextmanager
def open_duckdb(
    accepts: Callable[[str, str], bool] = is_of_format,
    *,
    memory_mb: int = 1024,
    threads: int = 1,
    spill: Spill | None = None,
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of nothing that reaches nothing; one serves any number of readings in turn.

    Args:
        accepts: Whether a text (second) is of a named format (first).
        memory_mb: DuckDB's memory, beside the tables.
        threads: Few, so that sums add up in one order.
        spill: The one place on disk that it reaches, if any.
    """
    limits = {**_LIMITS, "memory_limit": f"{memory_mb}MB", "threads": threads}
    limits |= {} if spill is None else {"temp_directory": str(spill.folder)}
    with duckdb.connect(":memory:", config=limits) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        if spill is not None:  # DuckDB 1.5 shows this limit, and keeps to it only if set when open
            connection.execute(f"SET max_temp_directory_size = '{spill.most_mb}MiB'")
            # A filter that is handed to Arrow copies its rows ahead, beyond DuckDB's memory.
            connection.execute("SET disabled_optimizers = 'filter_pushdown'")

        @lru_cache(maxsize=100_000)
        def has_format(text: str, name: str) -> bool:
            return accepts(name, text)

        connection.create_function(FORMAT_TEST, has_format, ["varchar", "varchar"], "boolean")
        connection.execute("SET lock_configuration = true")
        yield connection


def read_in_sql(
    rule: Rule,
    facts: Facts,
    tables: Mapping[str, Given],
    *,
    as_of: str | None = None,
    params: Mapping[str, Scalar] | None = None,
    connection: duckdb.DuckDBPyConnection | None = None,
) -> Found:
    """What the rule's SQL finds over some tables, however their columns arrive.

    Raises:
        NotLowered: SQL cannot say alike what the rule says; the message is the reason.
        ProgramError: ``sql-failed``.
    """
    given = typed(facts, {name: tables[name] for name in rule.tables()})
    lowered = _lowered(rule, tuple(facts_on(facts, given).items()))
    return run_sql(lowered, given, as_of=as_of, params=params, connection=connection)


@lru_cache(maxsize=64)
def _lowered(rule: Rule, facts: tuple[tuple[tuple[str, str], ColumnRead], ...]) -> Lowered:
    """Most tables that a rule is read over have columns of the same types."""
    return lower(rule, dict(facts))


def run_sql(
    lowered: Lowered,
    tables: Mapping[str, Given],
    *,
    as_of: str | None = None,
    params: Mapping[str, Scalar] | None = None,
    connection: duckdb.DuckDBPyConnection | None = None,
) -> Found:
    """Execute both statements of a rule.

    Args:
        lowered: The rule's SQL, for these tables' types (`facts_on`).
        tables: Each table that the rule names; a frame's index does not count, its order does.
        as_of: The ISO date that counts as today.
        params: The check's parameters.
        connection: Of `open_duckdb`, for many readings; else one for this reading alone.

    Raises:
        NotLowered: these tables have columns that SQL cannot tell apart.
        ProgramError: ``sql-failed``: DuckDB refuses, with its own words.
    """
    if connection is None:
        with open_duckdb() as own:
            return run_sql(lowered, tables, as_of=as_of, params=params, connection=own)
    arguments = {**(params or {}), **({} if as_of is None else {"as_of": as_of})}
    given = {name: arguments.get(name) for name in lowered.parameters}
    numbered = {n: _numbered(n, tables[n], wanted) for n, wanted in lowered.columns.items()}
    try:
        for name, table in numbered.items():
            connection.register(name, table)
        return _found(connection, lowered, given)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0].rstrip(".")
        raise ProgramError(
            f"{', '.join(lowered.columns)}: the rule's SQL does not run ({reason}). "
            "Report the sentence of the check.",
            code="sql-failed",
        ) from error
    finally:
        for name in numbered:
            connection.unregister(name)


def _found(
    connection: duckdb.DuckDBPyConnection, lowered: Lowered, given: dict[str, Scalar | None]
) -> Found:
    scope, flagged = lowered.scope_sql(), lowered.flagged_sql()
    tested = execute_sql(connection, scope, given).fetchall()[0][0]
    answer = execute_sql(connection, flagged, given)
    names = [str(column[0]) for column in answer.description or ()]
    if lowered.grain is Grain.ROWS:
        return Found(tested, tuple(row[0] for row in answer.fetchall()))
    records = tuple(dict(zip(names, row, strict=True)) for row in answer.fetchall())
    return Found(tested, records=records)


def execute_sql(
    connection: duckdb.DuckDBPyConnection, statement: str, given: dict[str, Scalar | None]
) -> duckdb.DuckDBPyConnection:
    """Run a statement with those of the parameters that it names: DuckDB refuses others."""
    used = {name: value for name, value in given.items() if f"${name}" in statement}
    return connection.execute(statement, used) if used else connection.execute(statement)


def _numbered(name: str, given: Given, columns: tuple[str, ...] | None) -> pa.Table:
    """The columns of a table that are read, behind the number of each row."""
    found = _arrow(given)
    found = found if columns is None else found.select(list(columns))
    refuse_twins(name, found.column_names)
    return found.add_column(0, ROW, pa.array(np.arange(len(found))))


def refuse_twins(name: str, columns: Iterable[str]) -> None:
    """Let no two columns of a table, nor one and the number of the row, be one in SQL.

    Raises:
        NotLowered: two are.
    """
    lower = [column.lower() for column in (ROW, *columns)]
    if len(set(lower)) < len(lower):
        raise NotLowered(f"columns of {name} have names that are one in SQL")


def _arrow(given: Given) -> pa.Table:
    if isinstance(given, TableFile):
        return pa.ipc.open_stream(pa.memory_map(str(given.path))).read_all()
    if isinstance(given, pd.DataFrame):
        return pa.Table.from_pandas(given, preserve_index=False)
    return given


def typed(facts: Facts, tables: Mapping[str, Given]) -> dict[str, pa.Table]:
    """The tables with columns of numbers that arrived as text turned into numbers, if they can."""
    found = {name: _arrow(given) for name, given in tables.items()}
    for (name, column), fact in facts.items():
        if fact.type not in _KINDS or name not in found:
            continue
        place = found[name].column_names.index(column)
        cells = found[name].column(place)
        if pa.types.is_integer(cells.type) or pa.types.is_floating(cells.type):
            continue
        with suppress(pa.ArrowInvalid):
            numbers = pc.cast(cells, _KINDS[fact.type])
            found[name] = found[name].set_column(place, column, numbers)
    return found


def facts_on(facts: Facts, tables: Mapping[str, pa.Table]) -> Facts:
    """The facts of columns as they arrive in these tables, whoever made them.

    A number column that arrives as text has a cell that is no number; a date column may have a
    cell that does not look like its dates.
    """
    return {
        (name, column): _arriving(fact, tables[name].column(column))
        for (name, column), fact in facts.items()
        if name in tables
    }


def _arriving(fact: ColumnRead, cells: pa.ChunkedArray) -> ColumnRead:
    if pa.types.is_integer(cells.type):
        return fact.model_copy(update={"type": ColumnType.INTEGER})
    if pa.types.is_floating(cells.type):
        return fact.model_copy(update={"type": ColumnType.NUMBER})
    is_number = fact.type in NUMERIC
    if is_number or (fact.type is ColumnType.DATE and not _are_dates(cells, fact)):
        return fact.model_copy(update={"type": ColumnType.TEXT, "mostly": fact.type})
    return fact


def _are_dates(cells: pa.ChunkedArray, fact: ColumnRead) -> bool:
    look_alike = pc.match_substring_regex(cells, f"^{shape_of(fact.date_format or '')}$")
    return bool(pc.all(look_alike, min_count=0).as_py())
