"""All months of the runs log as one table, for questions about many runs: asked through DuckDB.

The view ``runs`` has the columns of `backend.store.month_tables.SCHEMA`, oldest line first; a line
that is no record has its bytes (``line``) alone. Nothing is written, and no socket is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store.closed_months import reading_parts
from backend.store.journal import whole_lines
from backend.store.month_tables import SCHEMA, to_table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 50_000
_OF_RUNS = "SELECT line FROM runs WHERE run_id BETWEEN ? AND ?"
_BRIEF = (
    "run_id", "check_id", "check_name", "verdict", "summary", "code", "tested", "flagged",
    "severity", "owner", "stage", "started_at", "as_of",
)  # fmt: skip


def query_runs(
    workspace: Workspace, sql: str, parameters: Sequence[object] = ()
) -> Iterator[tuple[Any, ...]]:
    """The rows that a SELECT over ``runs`` gives.

    Raises:
        WorkspaceError: ``cannot-read``.
    """
    import duckdb

    with reading_parts(workspace) as parts:
        parts.live.seek(parts.start)
        live = to_table([*whole_lines(parts.live)])
        try:
            with duckdb.connect() as connection:
                _see(connection, parts.months, live)
                found = connection.execute(sql, [*parameters])
                while rows := found.fetchmany(_AT_ONCE):
                    yield from rows
        except duckdb.Error as error:
            fact = f"{workspace.runs_archive}: the closed months could not be read ({error})"
            cure = "Put back a sound copy of the file that it names."
            raise WorkspaceError(f"{fact}. {cure}", code="cannot-read") from error


def read_briefly(workspace: Workspace, trouble: list[str]) -> Iterator[RunRecord]:
    """Every record, oldest first, with the fields that a roll-up is made of, and no others.

    Raises:
        WorkspaceError: ``cannot-read``.
    """
    damaged = 0
    for row in query_runs(workspace, f"SELECT {', '.join(_BRIEF)} FROM runs"):
        told = dict(zip(_BRIEF, row, strict=True))
        if told["run_id"] is None or told["verdict"] not in Verdict.__members__:
            damaged += 1
            continue
        told["verdict"] = Verdict(told["verdict"])
        known = {name: value for name, value in told.items() if value is not None}
        yield RunRecord.model_construct(**known)
    if damaged:
        noun = "line is" if damaged == 1 else "lines are"
        name = workspace.runs_log_file.name
        trouble.append(f"{name}: {damaged:,} {noun} not the record of a check; left out.")


def lines_of_runs(months: Sequence[Path], first: str, last: str) -> list[bytes]:
    """The lines that closed months hold of these runs and all between them, in their order.

    Raises:
        OSError: a month cannot be read.
    """
    import duckdb

    if not months:
        return []
    try:
        with duckdb.connect() as connection:
            _see(connection, months, SCHEMA.empty_table())
            found = connection.execute(_OF_RUNS, [first, last])
            return [line for (line,) in found.fetchall()]
    except duckdb.Error as error:
        raise OSError(str(error)) from error


def _see(connection: DuckDBPyConnection, months: Sequence[Path], live: pa.Table) -> None:
    """Let the connection have the view ``runs``; without threads its rows keep their order."""
    columns = ", ".join(SCHEMA.names)
    connection.execute("SET threads = 1")
    connection.register("live", live)
    parts = [f"SELECT {columns} FROM live"]
    if months:
        names = ", ".join("'" + str(path).replace("'", "''") + "'" for path in months)
        parts.insert(0, f"SELECT {columns} FROM read_parquet([{names}])")
    connection.execute(f"CREATE VIEW runs AS {' UNION ALL '.join(parts)}")
