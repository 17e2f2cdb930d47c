"""A sentence tried against tables: how it is read, and what it would flag. Nothing is saved.

This module brings the whole compiler with it; only the page that needs it imports it. No model is
asked: what the embedded compiler does not understand is told as such.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from backend.contracts.errors import AgentError, PlanError
from backend.contracts.plan import Plan
from backend.contracts.program import Job, Outcome, Program
from backend.contracts.settings import SandboxSettings
from backend.contracts.verdict import Execution
from backend.contracts.workspace import Workspace
from backend.executor.judge import judge
from backend.executor.table_files import TableFiles
from backend.executor.write import write_program
from backend.store.settings_file import read_settings
from backend.tables.columnar import read_frame
from backend.tables.locate import locate_rows
from backend.toolbox import open_toolbox
from backend.understanding import (
    Sight,
    Understood,
    check_of,
    looking_at,
    offline_planner,
    understand,
)

SHOWN_ROWS = 20
MOST_ROWS = 1_000_000
"""Rows of all its tables together beyond which a sentence is read and not run."""
_LONGEST_CELL = 200
_SECONDS = 20.0

Row = dict[str, str]


class Flags(NamedTuple):
    """What a program gave: its judgement, and the first rows (or groups) that it flags."""

    execution: Execution
    first: tuple[Row, ...]


class Tried(NamedTuple):
    """A reading, or why there is none (``declined``, with its code in ``code``)."""

    sentence: str
    plan: Plan | None = None
    program: Program | None = None
    flags: Flags | None = None
    declined: str = ""
    code: str = ""
    not_run: str = ""
    """Why it was read and not run; empty where it was, or was not asked to be."""


def try_sentence(
    workspace: Workspace, sentence: str, tables: Sequence[str], *, runs: bool
) -> Tried:
    """Read a sentence about these tables, and run its program over them if asked to."""
    try:
        with looking_at(workspace, tables) as sight:
            found = understand(check_of(sentence, tables), sight.schema, offline_planner())
            program = write_program(found.plan, found.check)
            tried = Tried(sentence, found.plan, program)
            return _run(tried, found, program, sight) if runs else tried
    except PlanError as declined:
        reason = str(declined).removeprefix("sentence: ")
        return Tried(sentence, declined=reason, code=declined.code)
    except AgentError as error:
        return Tried(sentence, declined=str(error), code=error.code)


def _run(tried: Tried, found: Understood, program: Program, sight: Sight) -> Tried:
    tables = [sight.schema.tables[name] for name in program.tables if name in sight.schema.tables]
    rows = sum(table.rows for table in tables)
    if rows > MOST_ROWS:
        return tried._replace(
            not_run=f"Its tables have {rows:,} rows; a run of the agent judges them."
        )
    if len(tables) < len(program.tables):
        return tried._replace(
            not_run="It compares with earlier runs; a run of the agent judges it."
        )
    try:
        return tried._replace(flags=_flag(found, program, sight))
    except AgentError as error:
        return tried._replace(not_run=str(error))


def _flag(found: Understood, program: Program, sight: Sight) -> Flags:
    limits = _limits(sight.workspace)
    files = TableFiles(sight.workspace, sight.schema)
    with open_toolbox(offline=True).open_sandbox(files, limits) as sandbox:
        outcome = sandbox.run(_job(program, limits))
    rows = sight.schema.tables[program.table].rows
    execution = judge(outcome, found.check, program, rows)
    return Flags(execution, _first(outcome, program, sight))


def _limits(workspace: Workspace) -> SandboxSettings:
    given = read_settings(workspace).sandbox
    seconds = min(given.wall_seconds, _SECONDS)
    return given.model_copy(update={"wall_seconds": seconds, "programs": 1})


def _job(program: Program, limits: SandboxSettings) -> Job:
    return Job(
        check_id="sentence",
        program=program,
        arguments={"as_of": date.today().isoformat()},
        seconds=limits.wall_seconds,
        memory_mb=limits.memory_mb,
    )


def _first(outcome: Outcome, program: Program, sight: Sight) -> tuple[Row, ...]:
    if outcome.records:
        return tuple(_texts(record) for record in outcome.records[:SHOWN_ROWS])
    rows = list(outcome.rows[:SHOWN_ROWS])
    if not rows:
        return ()
    snapshot = sight.schema.tables[program.table]
    file = TableFiles(sight.workspace, sight.schema)[program.table]
    frame = read_frame(file).iloc[rows].astype("str").fillna("")
    places = locate_rows(sight.workspace, snapshot, rows)
    cells = frame.to_dict("records")
    return tuple(
        {"where": place, **_texts(each)} for place, each in zip(places, cells, strict=True)
    )


def _texts(cells: Mapping[Any, object]) -> Row:
    return {
        str(name): "" if cell is None else str(cell)[:_LONGEST_CELL] for name, cell in cells.items()
    }
