"""``history/``: every workflow ever compiled, found again by what it was compiled from.

A folder for each check and meaning and compiler, a file for each program (or decline) in it: a
sentence that is put back, or a run that was killed after a compile, finds its workflow here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import xxhash

from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.entries import to_entries
from backend.store.remembered import move_away, read_json_object
from backend.store.text import canonical_json, json_text
from backend.store.workflows import read_entry


class Recalled(NamedTuple):
    """A workflow that can be used again, if there is one, and what could not be read."""

    workflow: Workflow | None
    trouble: tuple[str, ...]


def remember(workspace: Workspace, workflow: Workflow) -> Path:
    """Keep a workflow that was just compiled (or declined); give the file that holds it.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    against = workflow.against
    folder = _folder(workspace, workflow.check_id, against.meaning_hash, against.compiler)
    path = folder / f"{_digest(_content(workflow))}.json"
    write_atomic(path, json_text({workflow.key: to_entries(workflow)}))
    return path


def recall(
    workspace: Workspace,
    check_id: str,
    *,
    meaning_hash: str,
    compiler: str,
    is_usable: Callable[[Workflow], bool],
) -> Recalled:
    """Find the newest workflow of this check, meaning and compiler that is still usable.

    ``is_usable`` judges what only the tables of today can tell: that the columns which the
    workflow read are still as it read them, and that nobody tampered with its program. The name
    of a recalled workflow may be one that the check had before.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    trouble: list[str] = []
    folder = _folder(workspace, check_id, meaning_hash, compiler)
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    found = [workflow for path in files if (workflow := _read(path, trouble))]
    usable = [
        workflow
        for workflow in found
        if workflow.check_id == check_id
        and workflow.against.meaning_hash == meaning_hash
        and workflow.against.compiler == compiler
        and is_usable(workflow)
    ]
    newest = max(usable, key=lambda workflow: workflow.compiled_at, default=None)
    return Recalled(newest, tuple(trouble))


def versions(workspace: Workspace, check_id: str) -> list[Workflow]:
    """Every workflow ever compiled of a check, oldest first; what cannot be read is left out.

    Nothing is moved or written: whoever looks need not hold the lock.
    """
    mark = f'"check_id": {json.dumps(check_id, ensure_ascii=False)}'.encode()
    found = [
        workflow
        for path in workspace.history.glob("*/*.json")
        if mark in (data := path.read_bytes()) and (workflow := _parse(data))
    ]
    own = (workflow for workflow in found if workflow.check_id == check_id)
    return sorted(own, key=lambda workflow: workflow.compiled_at)


def version_at(path: Path) -> Workflow | None:
    """The workflow that a file of the history holds; None where that is damaged.

    Raises:
        OSError: the file cannot be read.
    """
    return _parse(path.read_bytes())


def _parse(data: bytes) -> Workflow | None:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or len(content) != 1:
        return None
    key, entries = next(iter(content.items()))
    return read_entry(key, entries)


def _read(path: Path, trouble: list[str]) -> Workflow | None:
    content = read_json_object(path, trouble)
    workflows = [read_entry(key, entries) for key, entries in content.items()]
    if len(workflows) == 1 and workflows[0]:
        return workflows[0]
    if path.exists():
        trouble.append(move_away(path, "it does not hold one workflow"))
    return None


def _folder(workspace: Workspace, check_id: str, meaning_hash: str, compiler: str) -> Path:
    return workspace.history / _digest([check_id, meaning_hash, compiler])


def _content(workflow: Workflow) -> list[object]:
    """What tells two workflows of one meaning apart."""
    read = workflow.plan.columns_read if workflow.plan else ()
    declined = workflow.declined
    return [
        workflow.program.sha256 if workflow.program else None,
        [column.model_dump(mode="json") for column in read],
        declined.model_dump(mode="json") if declined else None,
        workflow.against.parts if declined else None,
    ]


def _digest(value: object) -> str:
    return xxhash.xxh3_128_hexdigest(canonical_json(value))
