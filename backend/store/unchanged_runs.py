"""``unchanged_runs.jsonl``: a line for each run that found nothing changed; only grows.

The lines are written by `backend.no_op`, without any model. Nothing but ``make_ready`` writes here.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.workspace import Workspace
from backend.store.journal import append_lines, read_lines


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
        try:
            run = UnchangedRun.model_validate(json.loads(line))
        except (ValueError, RecursionError):
            continue
        if run.unchanged_since != run_id:
            break
        found.append(run)
    return tuple(reversed(found))
