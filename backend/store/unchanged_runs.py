"""``unchanged_runs.jsonl``: a line for each run that kept verdicts; only grows.

Those of runs that found nothing changed are written by `backend.no_op`, without any model.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.workspace import Workspace
from backend.store.journal import append_lines, read_lines
from backend.store.text import quick_line

_KEPT = b',"kept":{'
"""Where a line tells which checks were kept."""


class UnchangedRead(NamedTuple):
    """The runs, oldest first, and a sentence for each line that is none."""

    runs: tuple[UnchangedRun, ...]
    trouble: tuple[str, ...]


def make_ready(workspace: Workspace) -> None:
    """Let the log be there, with its last line whole.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    append_lines(workspace.unchanged_runs_file, "")


def append_unchanged_run(workspace: Workspace, run: UnchangedRun) -> None:
    """Put a run on record.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    append_lines(workspace.unchanged_runs_file, quick_line(run))


def read_kept_runs(workspace: Workspace) -> dict[str, UnchangedRun]:
    """The runs whose lines tell which checks were kept, by id; damaged lines are left out.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    lines = (line for line in read_lines(workspace.unchanged_runs_file) if _KEPT in line)
    runs = (run for run in map(_parse, lines) if run is not None)
    return {run.run_id: run for run in runs}


def read_unchanged_runs(workspace: Workspace) -> UnchangedRead:
    """Read every line that was written in full.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    runs: list[UnchangedRun] = []
    trouble: list[str] = []
    path = workspace.unchanged_runs_file
    for number, line in enumerate(read_lines(path), start=1):
        try:
            runs.append(UnchangedRun.model_validate(json.loads(line)))
        except (ValueError, RecursionError):
            trouble.append(f"{path.name}, line {number} is not the record of a run; left out.")
    return UnchangedRead(tuple(runs), tuple(trouble))


def read_unchanged_since(workspace: Workspace, run_id: str) -> tuple[UnchangedRun, ...]:
    """The newest runs that found nothing changed since a run, oldest first.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    found: list[UnchangedRun] = []
    for line in reversed([*read_lines(workspace.unchanged_runs_file)]):
        run = _parse(line)
        if run is None:
            continue
        if run.ran or run.unchanged_since != run_id:
            break
        found.append(run)
    return tuple(reversed(found))


def _parse(line: bytes) -> UnchangedRun | None:
    try:
        return UnchangedRun.model_validate(json.loads(line))
    except (ValueError, RecursionError):
        return None
