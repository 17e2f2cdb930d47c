"""What owners were told, and what is still to be sent: ``alerts.json``.

No address of a receiver stands here, and no row of a table.
"""

from __future__ import annotations

from pydantic import Field

from backend.contracts.contract import Contract


class VerdictChange(Contract):
    """A check came to another verdict than was told last."""

    run_id: str
    at: str
    """ISO 8601, UTC."""
    check_id: str
    check_name: str
    severity: str
    owner: str
    tags: tuple[str, ...]
    before: str
    """The verdict that was told last; empty where none was."""
    verdict: str
    code: str
    summary: str
    reason: str
    flagged_path: str | None = None


class PendingAlert(Contract):
    """Changes of one owner's checks that a route has not taken yet."""

    route: str
    owner: str
    changes: tuple[VerdictChange, ...]
    attempts: int = Field(default=0, ge=0)
    """How often it was sent in vain."""


class AlertState(Contract):
    """The verdict of each check that was noticed last, and what waits."""

    verdicts: dict[str, str] = {}
    pending: tuple[PendingAlert, ...] = ()
