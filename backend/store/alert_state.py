"""``alerts.json``: the verdicts that were noticed last, and what is still to be sent."""

from __future__ import annotations

from pydantic import ValidationError

from backend.contracts.alert import AlertState
from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.remembered import move_away, read_json_object
from backend.store.text import json_text


def read_alert_state(
    workspace: Workspace, trouble: list[str], *, holds_lock: bool = True
) -> AlertState:
    """What was told so far; nothing where there is no file, or a damaged one (told).

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    path = workspace.alerts_file
    found = read_json_object(path, trouble, holds_lock=holds_lock)
    try:
        return AlertState.model_validate(found)
    except ValidationError:
        fact = "it does not hold the verdicts that were told"
        trouble.append(move_away(path, fact, holds_lock=holds_lock))
        return AlertState()


def write_alert_state(workspace: Workspace, state: AlertState) -> None:
    """Write the whole file, or leave it as it was.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    write_atomic(workspace.alerts_file, json_text(state.model_dump(mode="json")))
