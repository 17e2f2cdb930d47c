"""``workflows.json``: the plan, program and last execution of every check.

A program's SHA-256 is stored beside its source and read as it stands: whoever decides what is
stale compares the two. An entry that is damaged costs its own check a recompile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import xxhash
from pydantic import JsonValue

from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.atomic import replacing, write_atomic
from backend.store.entries import from_entries, to_entries, to_execution_entry, to_result
from backend.store.pieces import (
    Part,
    Standing,
    joined,
    read_pieces,
    standing_of,
    with_result,
    with_second,
    write_piece,
)
from backend.store.remembered import read_json_object
from backend.store.text import json_text, to_bytes
from backend.store.unread import Bounds, Layout, bounds_of, is_planned_alike, read_unread, seal_of


class AsRead(dict[str, Workflow]):
    """Workflows by key as a file held them, which stood like this and had entries of these keys."""

    standing: Standing | None = None
    keys_there: tuple[str, ...] = ()
    pieces: Mapping[str, bytes] = MappingProxyType({})
    """The bytes of each entry, where they are known already."""
    bounds: Mapping[str, Bounds] = MappingProxyType({})
    """Where its proof stands in these bytes."""

    def pieces_of(self, path: Path) -> Mapping[str, bytes]:
        """The entries as they stand in the file; none where it is not the one that was read."""
        if self.pieces and standing_of(path) == self.standing:
            return self.pieces
        return read_pieces(path, self.standing, self.keys_there)


class Remembered(NamedTuple):
    """What was compiled before, by key, and a sentence for everything that could not be read."""

    workflows: AsRead
    trouble: tuple[str, ...]


def read_workflows(
    workspace: Workspace, *, holds_lock: bool = True, lazily: bool = False
) -> Remembered:
    """Read what is remembered; damage costs what is damaged, and is told.

    A file that cannot be read at all is moved aside, unless the caller does not hold the lock.
    With ``lazily``, proofs of a file that this room wrote are read when they are asked for.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    trouble: list[str] = []
    path = workspace.workflows_file
    workflows = AsRead()
    workflows.standing = standing_of(path)
    unread = read_unread(workspace) if lazily else None
    if unread is not None:
        workflows.keys_there, workflows.pieces = tuple(unread.pieces), unread.pieces
        workflows.bounds = unread.bounds
        workflows.update(unread.workflows)
        return Remembered(workflows, ())
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
    file, and of those that were only run again, the bytes of their plans: what did not change is
    not spelled again. Where none changed, nothing is written.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    as_read = before if isinstance(before, AsRead) else AsRead()
    there = as_read.pieces_of(workspace.workflows_file)
    content = {workflow.key: workflow for workflow in workflows.values()}
    same = {key for key, each in content.items() if key in there and as_read.get(key) is each}
    if there and same == set(there) and list(content) == list(there):
        return
    pieces = [
        _same(there[key], as_read.bounds.get(key))
        if key in same
        else _piece(key, each, there.get(key), as_read)
        for key, each in content.items()
    ]
    _write(workspace, pieces)


class _Piece(NamedTuple):
    """The bytes of an entry, in parts, and where its proof stands in them."""

    parts: tuple[Part, ...]
    bounds: Bounds


def _write(workspace: Workspace, pieces: Sequence[_Piece]) -> None:
    """Write the file, then its seal: until that is there, the whole is read."""
    digest = xxhash.xxh3_128()
    parts = joined(piece.parts for piece in pieces) if pieces else [to_bytes(json_text({}))]
    with replacing(workspace.workflows_file) as stream:
        for part in parts:
            digest.update(part)
            stream.write(part)
    lengths = tuple(sum(map(len, piece.parts)) for piece in pieces)
    layout = Layout(lengths, tuple(piece.bounds for piece in pieces))
    write_atomic(workspace.workflows_seal, seal_of(digest.hexdigest(), layout))


def _piece(key: str, workflow: Workflow, there: bytes | None, as_read: AsRead) -> _Piece:
    """An entry anew; of a check that was only run again, what was compiled is not spelled again."""
    before = as_read.get(key)
    if there is not None and before is not None and is_planned_alike(before, workflow):
        result = to_result(before, workflow)
        found: tuple[Part, ...] | None = with_result(there, result) if result else None
        found = found or with_second(there, to_execution_entry(workflow))
        if found is not None:
            return _Piece(found, as_read.bounds.get(key) or bounds_of(there))
    return _same(write_piece(key, to_entries(workflow)))


def _same(piece: bytes, bounds: Bounds | None = None) -> _Piece:
    return _Piece((piece,), bounds or bounds_of(piece))
