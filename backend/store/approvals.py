"""``approvals.jsonl``: who let which program judge; only grows."""

from __future__ import annotations

import json

from backend.contracts.errors import WorkspaceError
from backend.contracts.receipt import Approval
from backend.contracts.workspace import Workspace
from backend.store.journal import append_lines, read_lines
from backend.store.text import json_line


def append_approval(workspace: Workspace, approval: Approval) -> None:
    """Append one approval and make it durable.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    append_lines(workspace.approvals_file, json_line(approval.model_dump(mode="json")))


def read_approvals(workspace: Workspace) -> tuple[Approval, ...]:
    """Every approval, oldest first.

    Raises:
        WorkspaceError: the file cannot be read, or a line of it is no approval: what was approved
            is then not known, and nothing is guessed.
    """
    path = workspace.approvals_file
    found = []
    for number, line in enumerate(read_lines(path), start=1):
        try:
            found.append(Approval.model_validate(json.loads(line)))
        except (ValueError, RecursionError) as error:
            fact = f"{path}, line {number}, is not an approval."
            cure = "Find out who changed it; without the line its approval is gone."
            raise WorkspaceError(f"{fact} {cure}", code="broken-audit-log") from error
    return tuple(found)
