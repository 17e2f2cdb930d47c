"""``waivers.jsonl``: whose FAIL is waived until when; hash-chained as the prompt log."""

from __future__ import annotations

import json

from backend.contracts.errors import WorkspaceError
from backend.contracts.waiver import Waiver
from backend.contracts.workspace import Workspace
from backend.store.chain import ChainState, follow_chain, record_hash
from backend.store.journal import append_lines, read_lines
from backend.store.text import json_line


def append_waiver(workspace: Workspace, waiver: Waiver) -> Waiver:
    """Chain a waiver to the last one, append it, and give it with its hashes.

    Raises:
        WorkspaceError: the file is not as it was written (``broken-audit-log``), or the disk
            refuses.
    """
    head = _whole(workspace).head
    chained = waiver.model_dump(mode="json") | {"previous": head, "hash": ""}
    chained["hash"] = record_hash(chained)
    append_lines(workspace.waivers_file, json_line(chained))
    return Waiver.model_validate(chained)


def read_waivers(workspace: Workspace) -> tuple[Waiver, ...]:
    """Every waiver and withdrawal, oldest first.

    Raises:
        WorkspaceError: the file cannot be read, or is not as it was written
            (``broken-audit-log``): what is waived is then not known, and nothing is guessed.
    """
    _whole(workspace)
    lines = read_lines(workspace.waivers_file)
    return tuple(Waiver.model_validate(json.loads(line)) for line in lines)


def verify_waivers(workspace: Workspace) -> ChainState:
    """Walk the whole file and tell where the chain first breaks, if it does.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    state = follow_chain(ChainState(True, 0, ""), read_lines(workspace.waivers_file))
    if not state.ok:
        return state
    for number, line in enumerate(read_lines(workspace.waivers_file), start=1):
        try:
            Waiver.model_validate(json.loads(line))
        except ValueError:
            return ChainState(False, number - 1, "", number, "The record is no waiver.")
    return state


def _whole(workspace: Workspace) -> ChainState:
    state = verify_waivers(workspace)
    if not state.ok:
        fact = f"{workspace.waivers_file}, line {state.line}: {state.reason}"
        cure = "Find out who changed it; moved away, every waiver has to be given anew."
        raise WorkspaceError(f"{fact} {cure}", code="broken-audit-log")
    return state
