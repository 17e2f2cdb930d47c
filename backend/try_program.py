"""Runs one hand-written program over tables of a workspace exactly as a run would.

Rules of this file: the workspace is left as it is, but for the files that the program leaves.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from backend.aside import aside
from backend.contracts.errors import DataError, ProgramError, WorkspaceError
from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, Program
from backend.contracts.schema import Schema
from backend.contracts.settings import SandboxSettings
from backend.contracts.workspace import Workspace
from backend.executor.program_hash import hash_source
from backend.executor.table_files import TableFiles
from backend.planner.nearest import suggest
from backend.store.schema_files import read_schema
from backend.tables.columnar import read_frame
from backend.tables.locate import locate_rows
from backend.tables.snapshot import snapshot_tables
from backend.tables.sources import find_sources, table_name
from backend.toolbox import Toolbox

LONGEST_SOURCE = 16 * 1024 * 1024
SHOWN_ROWS = 20


@dataclass(frozen=True)
class Trial:
    """What came of a program, and in which sandbox it ran."""

    outcome: Outcome
    check_id: str
    table: str
    level: str
    backend: str
    artifacts: Path | None
    """Where its files lie, if it left any."""
    first_rows: tuple[tuple[str, dict[str, str]], ...] = ()
    """Where each of the first flagged rows stands, and its cells."""


def try_program(
    path: Path,
    workspace: Workspace,
    toolbox: Toolbox,
    *,
    tables: tuple[str, ...] = (),
    limits: SandboxSettings,
) -> Trial:
    """Run the program of this file; one that fails is a Trial too.

    Raises:
        AgentError: program, table, workspace or sandbox are not to be had.
    """
    program = _read_program(path, tables)
    check_id = _id_of(path)
    with aside(workspace) as same, _folder(workspace, check_id) as folder:
        schema = _read_tables(same, tables)
        with toolbox.open_sandbox(TableFiles(same, schema), limits) as sandbox:
            outcome = sandbox.run(_job(check_id, program, limits, folder))
        return Trial(
            outcome=outcome,
            check_id=check_id,
            table=program.table,
            level=sandbox.level,
            backend=sandbox.backend,
            artifacts=folder if outcome.files else None,
            first_rows=tuple(_first_rows(outcome, program, same, schema)),
        )


def _read_program(path: Path, tables: tuple[str, ...]) -> Program:
    source = _read_source(path)
    return Program(
        source=source,
        sha256=hash_source(source),
        table=tables[0] if tables else "",
        tables=tables,
        grain=Grain.ROWS,
    )


def _read_source(path: Path) -> str:
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(file, "rb") as stream:
            is_file = stat.S_ISREG(os.fstat(file).st_mode)
            data = stream.read(LONGEST_SOURCE + 1) if is_file else b""
    except OSError as error:
        fact = f"{path}: the program cannot be read: {error.strerror}."
        raise ProgramError(fact, code="unreadable-program") from error
    except ValueError as error:  # a null character in the path
        raise ProgramError(f"{path}: {error}.", code="unreadable-program") from error
    if not is_file or len(data) > LONGEST_SOURCE:
        fact = "is longer than 16 MiB" if is_file else "is not a file"
        raise ProgramError(f"{path}: the program {fact}.", code="unreadable-program")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fact = f"{path}: the program is not in UTF-8: {error}. Save it as UTF-8."
        raise ProgramError(fact, code="unreadable-program") from error


def _id_of(path: Path) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "_", path.stem).strip("_")[:60] or "program"


@contextlib.contextmanager
def _folder(workspace: Workspace, check_id: str) -> Iterator[Path]:
    """Where the program's files may go; nothing is there before and, without files, after."""
    parent = workspace.artifacts / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}"
    made = [folder for folder in (parent, *parent.parents) if not folder.exists()]
    if not _can_be_made(parent):  # who runs it may not write into the workspace
        parent = Path(tempfile.mkdtemp(prefix="artifacts-"))
        made = [parent]
    try:
        yield parent / check_id
    finally:
        for folder in made:
            with contextlib.suppress(OSError):  # not empty, or never made
                folder.rmdir()


def _can_be_made(folder: Path) -> bool:
    nearest = next(above for above in folder.parents if above.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _read_tables(workspace: Workspace, tables: tuple[str, ...]) -> Schema:
    if not tables:
        return Schema()
    before = read_schema(workspace, holds_lock=False).schema
    schema = snapshot_tables(workspace, before, only=tables)
    for table in tables:
        if table in schema.problems:
            problem = schema.problems[table]
            raise DataError(problem.message, code=problem.code)
        if table not in schema.tables:
            known = [table_name(source.file) for source in find_sources(workspace.data)]
            cure = suggest(table, known, "Tables")
            raise WorkspaceError(f"There is no table {table!r}. {cure}", code="unknown-table")
    return schema


def _job(check_id: str, program: Program, limits: SandboxSettings, folder: Path) -> Job:
    return Job(
        check_id=check_id,
        program=program,
        arguments={"as_of": date.today().isoformat()},
        seconds=limits.wall_seconds,
        memory_mb=limits.memory_mb,
        any_result=True,
        artifacts=folder,
    )


def _first_rows(
    outcome: Outcome, program: Program, workspace: Workspace, schema: Schema
) -> Iterator[tuple[str, dict[str, str]]]:
    rows = list(outcome.rows[:SHOWN_ROWS])
    if not rows:
        return
    snapshot = schema.tables[program.table]
    frame = read_frame(TableFiles(workspace, schema)[program.table]).iloc[rows]
    places = locate_rows(workspace, snapshot, rows)
    texts = frame.astype("str").fillna("").to_dict("records")
    for place, cells in zip(places, texts, strict=True):
        yield place, {str(name): str(cell) for name, cell in cells.items()}
