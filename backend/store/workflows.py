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
from backend.store.atomic import replacing, write_atomic
from backend.store.entries import from_entries, to_entries
from backend.store.pieces import Standing, read_pieces, standing_of, write_piece, write_pieces
from backend.store.remembered import read_json_object
from backend.store.text import json_text


class AsRead(dict[str, Workflow]):
    """Workflows by key as a file held them, which stood like this and had entries of these keys."""

    standing: Standing | None = None
    keys_there: tuple[str, ...] = ()


class Remembered(NamedTuple):
    """What was compiled before, by key, and a sentence for everything that could not be read."""

    workflows: AsRead
    trouble: tuple[str, ...]


def read_workflows(workspace: Workspace, *, holds_lock: bool = True) -> Remembered:
    """Read what is remembered; damage costs what is damaged, and is told.

    A file that cannot be read at all is moved aside, unless the caller does not hold the lock.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    trouble: list[str] = []
    path = workspace.workflows_file
    workflows = AsRead()
    workflows.standing = standing_of(path)
    found = read_json_object(path, trouble, holds_lock=holds_lock)
    workflows.keys_there = tuple(found)
    for key, entries in found.items():
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


def write_workflows(
    workspace: Workspace,
    workflows: Mapping[str, Workflow],
    *,
    before: Mapping[str, Workflow] | None = None,
) -> None:
    """Write all workflows, in the order given, each under its own key.

    Of those that are the very ones of ``before``, as they were read, the bytes are taken from the
    file: what did not change is not spelled again. Where none changed, nothing is written.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    path = workspace.workflows_file
    as_read = before if isinstance(before, AsRead) else AsRead()
    there = read_pieces(path, as_read.standing, as_read.keys_there)
    content = {workflow.key: workflow for workflow in workflows.values()}
    if not there or not content:
        write_atomic(path, json_text({key: to_entries(each) for key, each in content.items()}))
        return
    same = {key for key, each in content.items() if key in there and as_read.get(key) is each}
    if same == set(there) and list(content) == list(there):
        return
    pieces = [
        there[key] if key in same else write_piece(key, to_entries(each))
        for key, each in content.items()
    ]
    with replacing(path) as stream:
        write_pieces(stream, pieces)
