"""The record that a person lets a waiting program judge."""

from __future__ import annotations

from datetime import UTC, datetime

from backend.contracts.errors import CheckError, WorkspaceError
from backend.contracts.receipt import Approval
from backend.contracts.workflow import Pending
from backend.contracts.workspace import Workspace
from backend.describe import find_entry
from backend.store.approvals import append_approval
from backend.store.lock import WorkspaceLock
from backend.store.settings_file import read_settings
from backend.store.workflows import read_workflows


def approve(workspace: Workspace, check_id: str, *, by: str, why: str = "") -> Approval:
    """Put on record that this person lets the check's waiting program judge from the next run on.

    Raises:
        WorkspaceError: no such check, or nothing of it waits.
        CheckError: the settings ask for another person than the check's owner.
    """
    entry = find_entry(workspace, check_id)
    rules = read_settings(workspace).approvals
    if rules.four_eyes and entry.owner.strip().casefold() in ("", by.strip().casefold()):
        owner = repr(entry.owner) if entry.owner else "not named"
        fact = f"{check_id}: its owner is {owner}, and who approves must be somebody else"
        raise CheckError(f"{fact} (four_eyes in settings.toml).", code="same-person")
    with WorkspaceLock(workspace):
        pending = _pending(workspace, check_id)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        approval = Approval(at=at, check_id=check_id, program=pending.program, by=by, why=why)
        append_approval(workspace, approval)
    return approval


def _pending(workspace: Workspace, check_id: str) -> Pending:
    for workflow in read_workflows(workspace).workflows.values():
        if workflow.check_id == check_id and workflow.pending is not None:
            return workflow.pending
    fact = f"{check_id}: no program of it waits for approval."
    raise WorkspaceError(f"{fact} Run the agent first, if its sentence changed.", code="no-pending")
