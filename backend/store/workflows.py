"""``workflows.json``: the plan, program and last execution of every check.

A program's SHA-256 is stored beside its source and read as it stands: whoever decides what is
stale compares the two. An entry that is damaged costs its own check a recompile.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.entries import from_entries, to_entries
from backend.store.remembered import read_json_object
from backend.store.text import json_text


class Remembered(NamedTuple):
    """What was compiled before, by key, and a sentence for everything that could not be read."""

    workflows: dict[str, Workflow]
    trouble: tuple[str, ...]


def read_workflows(workspace: Workspace, *, holds_lock: bool = True) -> Remembered:
    """Read what is remembered; damage costs what is damaged, and is told.

    A file that cannot be read at all is moved aside, unless the caller does not hold the lock.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    trouble: list[str] = []
    path = workspace.workflows_file
    workflows: dict[str, Workflow] = {}
    for key, entries in read_json_object(path, trouble, holds_lock=holds_lock).items():
        workflow = read_entry(key, entries)
        if workflow is None:
            trouble.append(f"{path.name}: the entry {key!r} is damaged; it is compiled anew.")
        else:
            workflows[key] = workflow
    return Remembered(workflows, tuple(trouble))


def read_entry(key: str, entries: JsonValue) -> Workflow | None:
    """One workflow from what its key holds; None where that is damaged."""
    try:
        workflow = from_entries(entries)
    except (ValueError, RecursionError):
        return None
    return workflow if workflow and workflow.key == key else None


def write_workflows(workspace: Workspace, workflows: Mapping[str, Workflow]) -> None:
    """Write all workflows, in the order given, each under its own key.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    content = {workflow.key: to_entries(workflow) for workflow in workflows.values()}
    write_atomic(workspace.workflows_file, json_text(content))
