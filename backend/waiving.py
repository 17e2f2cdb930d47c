"""Waivers: on a person's word, the FAIL of a check counts as a warning until a day.

A waiver changes no program and hides no row: the record keeps what was tested and flagged, and
says who waived it until when. Only a FAIL can be waived; a check that does not run stays an ERROR.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from backend.contracts.check import Check
from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import Execution, Verdict
from backend.contracts.waiver import Waiver
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.describe import find_entry
from backend.store.lock import WorkspaceLock
from backend.store.waivers import append_waiver, read_waivers

WAIVED = "waived"


class Waivers:
    """The waivers of a workspace, read when the first check fails."""

    def __init__(self, workspace: Workspace, as_of: str, trouble: list[str]) -> None:
        """Nothing is read yet; ``as_of`` is the ISO date that counts as today.

        ``trouble`` is told why no waiver counts, where the file is not as it was written.
        """
        self._workspace = workspace
        self._today = datetime.fromisoformat(as_of).date()
        self._in_force: dict[str, Waiver] | None = None
        self._trouble = trouble

    def judge(self, workflow: Workflow, check: Check) -> Workflow:
        """The workflow itself, or with the WARN that a waiver makes of its FAIL."""
        execution = workflow.execution
        if execution is None or execution.verdict is not Verdict.FAIL:
            return workflow
        waiver = self._read().get(check.check_id)
        if waiver is None:
            return workflow
        return workflow.model_copy(update={"execution": _waived(execution, check, waiver)})

    def _read(self) -> dict[str, Waiver]:
        if self._in_force is None:
            try:
                self._in_force = in_force(read_waivers(self._workspace), self._today)
            except WorkspaceError as error:
                self._in_force = {}
                self._trouble.append(f"No waiver counts in this run. {error}")
        return self._in_force


def in_force(waivers: Iterable[Waiver], today: date) -> dict[str, Waiver]:
    """By check id, what holds on this day; the newest word about a check is the one that counts."""
    newest = {waiver.check_id: waiver for waiver in waivers}
    return {
        check_id: waiver
        for check_id, waiver in newest.items()
        if waiver.until is not None and today <= waiver.until
    }


def waive(workspace: Workspace, check_id: str, *, until: date, by: str, why: str) -> Waiver:
    """Put on record that the check's FAIL counts as a warning up to and with this day.

    Raises:
        WorkspaceError: there is no such check, the day is over, a name or a reason is missing, or
            the file of waivers is not as it was written.
    """
    find_entry(workspace, check_id)
    if until < date.today():
        fact = f"{check_id}: {until} is over, so nothing would be waived."
        raise WorkspaceError(f"{fact} Name a day to come.", code="bad-waiver")
    return _put_on_record(workspace, check_id, until, by, why)


def withdraw(workspace: Workspace, check_id: str, *, by: str, why: str) -> Waiver:
    """Put on record that the check's FAIL counts again.

    Raises:
        WorkspaceError: nothing of the check is waived today, a name or a reason is missing, or
            the file of waivers is not as it was written.
    """
    if check_id not in in_force(read_waivers(workspace), date.today()):
        fact = f"{check_id}: no waiver of it is in force."
        raise WorkspaceError(f"{fact} agent waivers lists them.", code="no-waiver")
    return _put_on_record(workspace, check_id, None, by, why)


def say_waivers(workspace: Workspace, today: date) -> Iterator[str]:
    """A line for each waiver that was ever given, the newest last, and what it is worth today.

    Raises:
        WorkspaceError: the file of waivers is not as it was written.
    """
    waivers = read_waivers(workspace)
    held = {waiver.hash for waiver in in_force(waivers, today).values()}
    for waiver in waivers:
        until = f"until {waiver.until}" if waiver.until else "withdrawn"
        state = _say_state(waiver, today, is_held=waiver.hash in held)
        told = f"{until} by {waiver.by} on {waiver.at[:10]}: {waiver.why}"
        yield f"{waiver.check_id}  {state:<9}  {told}"
    if not waivers:
        yield "No waiver was ever given."


def _say_state(waiver: Waiver, today: date, *, is_held: bool) -> str:
    if is_held:
        return "in force"
    if waiver.until is None:
        return "-"
    return "expired" if waiver.until < today else "replaced"


def _put_on_record(
    workspace: Workspace, check_id: str, until: date | None, by: str, why: str
) -> Waiver:
    if not by.strip() or not why.strip():
        fact = f"{check_id}: a waiver names who gives it and why."
        raise WorkspaceError(f"{fact} Say both with --by and --why.", code="bad-waiver")
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    waiver = Waiver(at=at, check_id=check_id, until=until, by=by.strip(), why=why.strip())
    with WorkspaceLock(workspace):
        return append_waiver(workspace, waiver)


def _waived(execution: Execution, check: Check, waiver: Waiver) -> Execution:
    told = execution.summary.removeprefix(f"{Verdict.FAIL}: ")
    by = f"waived until {waiver.until} by {waiver.by}"
    update = {
        "verdict": Verdict.WARN,
        "code": WAIVED,
        "summary": f"{Verdict.WARN}: {told} ({by})",
        "reason": f"{check.check_id}: its FAIL is {by}: {waiver.why.rstrip('.')}.",
        "waiver": waiver.hash,
    }
    return execution.model_copy(update=update)
