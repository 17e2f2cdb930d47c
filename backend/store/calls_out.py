"""Calls to a model that are out: one small file for each, from before it is sent until its record.

A file that is found when nothing is out tells of a process that was killed during a call.
"""

from __future__ import annotations

import json
import secrets
from typing import NamedTuple

from backend.contracts.prompt import PromptRecord
from backend.contracts.workspace import Workspace
from backend.store.atomic import set_aside, write_atomic
from backend.store.text import json_text

_out: set[str] = set()
"""Names of the calls that this very process has out."""


class Left(NamedTuple):
    """Calls that a process left behind, oldest first, and a sentence for each that is damaged."""

    records: tuple[PromptRecord, ...]
    trouble: tuple[str, ...]


def note_call(workspace: Workspace, record: PromptRecord) -> PromptRecord:
    """Name a call and note durably that it goes out.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    named = record.model_copy(update={"call": f"call-{secrets.token_hex(8)}"})
    _out.add(named.call)
    try:
        path = workspace.calls_out / f"{named.call}.json"
        write_atomic(path, json_text(named.model_dump(mode="json")))
    except BaseException:
        _out.discard(named.call)
        raise
    return named


def forget_call(workspace: Workspace, name: str) -> None:
    """Remove the note of a call whose record is written."""
    (workspace.calls_out / f"{name}.json").unlink(missing_ok=True)
    _out.discard(name)


def read_left_calls(workspace: Workspace) -> Left:
    """Read what earlier processes left out; a note that cannot be read is moved aside.

    Raises:
        WorkspaceError: a damaged note could not be moved.
    """
    records: list[PromptRecord] = []
    trouble: list[str] = []
    for path in sorted(workspace.calls_out.glob("call-*.json")):
        if path.stem in _out:
            continue
        try:
            record = PromptRecord.model_validate(json.loads(path.read_bytes()))
            records.append(record.model_copy(update={"call": path.stem}))
        except (OSError, ValueError, RecursionError):
            aside = set_aside(path, "damaged")
            trouble.append(f"{aside.name}: the note of a call that was out cannot be read.")
    return Left(tuple(sorted(records, key=lambda record: record.at)), tuple(trouble))
