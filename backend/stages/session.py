"""A session's file and folder, and the rules by which its state changes.

Rules of this file: every change of state is on disk before what it announces begins; a file that
cannot be read is moved aside, and the session begins anew; what a killed run left unfinished is
cleared away by the next one.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from backend.contracts.check import Check, Stage
from backend.contracts.errors import CheckError
from backend.contracts.stage_session import (
    MOST_CHANGES,
    MarkState,
    SessionState,
    StageMark,
    StageSession,
    StateChange,
)
from backend.contracts.workspace import Workspace
from backend.store.atomic import cannot_write, set_aside, write_atomic

ORDER = (Stage.EDA, Stage.PREP, Stage.TRAIN)
FILE = "session.json"
CANCEL = "cancel.json"
"""Lies beside the file while somebody wants the running stage cancelled."""
LEAVING, REPLACED = ".leaving-", ".replaced-"
"""How the folders are called that a stage fills, and that it is about to replace."""

RUNNING = {
    Stage.EDA: SessionState.EDA_RUNNING,
    Stage.PREP: SessionState.PREP_RUNNING,
    Stage.TRAIN: SessionState.TRAIN_RUNNING,
}
DONE = {
    Stage.EDA: SessionState.EDA_DONE,
    Stage.PREP: SessionState.PREP_DONE,
    Stage.TRAIN: SessionState.TRAIN_DONE,
}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


class WrongOrder(CheckError):
    """A stage whose forerunner is not done on the data of today."""

    code = "wrong-stage-order"


class Found(NamedTuple):
    """A session as it lies there, if it does; ``trouble`` tells what was wrong with it."""

    session: StageSession | None
    trouble: tuple[str, ...] = ()


def session_name(check: Check) -> str:
    """The check's session: as it says, or called after its table.

    Raises:
        CheckError: ``bad-session``: a name that no folder may have.
    """
    if check.session is None:
        return _as_folder_name(check.target_table[0])
    if not _NAME.fullmatch(check.session):
        raise CheckError(
            f"{check.check_id}: session is {check.session!r}. Use letters, digits, '.', '_' and "
            "'-', at most 80, the first a letter or a digit.",
            code="bad-session",
        )
    return check.session


def session_folder(workspace: Workspace, name: str) -> Path:
    """Where a session's files lie."""
    return workspace.sessions / name


def read_session(folder: Path) -> Found:
    """A session, for whoever may not write."""
    path = folder / FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Found(None)
    except OSError as error:
        return Found(None, (f"{path.name} of {folder.name} cannot be read: {error.strerror}.",))
    try:
        return Found(StageSession.model_validate_json(data))
    except ValidationError:
        return Found(None, (f"{path.name} of session {folder.name!r} is not what it should be.",))


def write_session(folder: Path, session: StageSession) -> None:
    """Put a session on record.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    text = json.dumps(session.model_dump(mode="json"), indent=2, ensure_ascii=False)
    write_atomic(folder / FILE, text + "\n")


def open_session(folder: Path, check: Check, run_id: str) -> Found:
    """The session to go on with: healed, or new. Called under the session's lock.

    Raises:
        WorkspaceError: the disk refuses.
    """
    found = read_session(folder)
    trouble = found.trouble
    if trouble and (folder / FILE).exists():
        aside = set_aside(folder / FILE, "unreadable")
        trouble = (f"{trouble[0]} It was moved to {aside.name}, and the session begins anew.",)
    clear_away(folder)
    return Found(_heal(_own_or_new(found.session, folder, check), run_id), trouble)


def read_or_new(folder: Path, check: Check) -> StageSession:
    """The session of a check as it stands, or as it would begin; nothing is written."""
    return _own_or_new(read_session(folder).session, folder, check)


def refuse_wrong_order(session: StageSession, check: Check, fingerprint: str) -> None:
    """Let a stage begin only after those before it, on the same content.

    Raises:
        WrongOrder: a stage before it is not done, or was done on other content.
        CheckError: ``other-table``: the session is one of another table.
    """
    name, table = session.session, check.target_table[0]
    if session.table != table:
        raise CheckError(
            f"{check.check_id}: session {name!r} is one of table {session.table!r}, not of "
            f"{table!r}. Give this check a session of its own.",
            code="other-table",
        )
    for stage in ORDER[: ORDER.index(check.stage)]:
        mark = session.stages.get(stage)
        fact = _why_not_done(mark, fingerprint)
        if fact:
            raise WrongOrder(
                f"{check.check_id}: stage {check.stage.value!r} of session {name!r} comes after "
                f"{stage.value!r}, which {fact}. Run the check of stage {stage.value!r} first."
            )


def changed(
    session: StageSession, mark: StageMark, state: SessionState, *, why: str = ""
) -> StageSession:
    """The session in a new state, with the mark of the stage that brought it there."""
    change = StateChange(at=now(), state=state, run_id=mark.run_id, why=why)
    update = {
        "state": state,
        "stages": {**session.stages, mark.stage: mark},
        "changes": (*session.changes, change)[-MOST_CHANGES:],
    }
    return session.model_copy(update=update)


def swap_in(folder: Path, leaving: Path, stage: Stage) -> None:
    """Let what a stage left take the place of what it left before.

    Raises:
        WorkspaceError: the disk refuses.
    """
    target, replaced = folder / stage.value, folder / f"{REPLACED}{stage.value}"
    if target.exists():
        _rename(target, replaced)
    _rename(leaving, target)
    shutil.rmtree(replaced, ignore_errors=True)


def clear_away(folder: Path) -> None:
    """Remove what a killed run left unfinished; put back what it was about to replace.

    Raises:
        WorkspaceError: the disk refuses.
    """
    if not folder.is_dir():
        return
    for stage in ORDER:
        replaced = folder / f"{REPLACED}{stage.value}"
        if replaced.is_dir() and not (folder / stage.value).exists():
            _rename(replaced, folder / stage.value)
        shutil.rmtree(replaced, ignore_errors=True)
    for left in folder.glob(f"{LEAVING}*"):
        shutil.rmtree(left, ignore_errors=True)
    (folder / CANCEL).unlink(missing_ok=True)


def sessions_of(workspace: Workspace) -> Iterator[tuple[str, Found]]:
    """Every session of a workspace, by name."""
    if workspace.sessions.is_dir():
        for folder in sorted(workspace.sessions.iterdir()):
            if (folder / FILE).is_file():
                yield folder.name, read_session(folder)


def now() -> str:
    """This moment as records have it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _rename(path: Path, target: Path) -> None:
    try:
        path.rename(target)
    except OSError as error:
        raise cannot_write(target, error) from error


def _own_or_new(session: StageSession | None, folder: Path, check: Check) -> StageSession:
    """An exploration of another table begins the session anew."""
    if session is None or (session.table != check.target_table[0] and check.stage is Stage.EDA):
        return _new(folder.name, check)
    return session


def _new(name: str, check: Check) -> StageSession:
    return StageSession(session=name, table=check.target_table[0], created_at=now())


def _heal(session: StageSession, run_id: str) -> StageSession:
    """A session whose stage was running when its process died, told as it is: failed."""
    for stage, mark in session.stages.items():
        if mark.state is MarkState.RUNNING:
            fact = f"run {mark.run_id} ended in the middle of {stage.value}"
            ended = {"state": MarkState.FAILED, "ended_at": now(), "failures": (f"{fact}.",)}
            healed = mark.model_copy(update=ended)
            return changed(session, healed, SessionState.FAILED, why=f"{fact}; seen by {run_id}")
    return session


def _why_not_done(mark: StageMark | None, fingerprint: str) -> str:
    if mark is None:
        return "has not run"
    if mark.state is not MarkState.DONE:
        return f"is {mark.state.value}"
    return "" if mark.fingerprint == fingerprint else "was done on other content of the table"


def _as_folder_name(table: str) -> str:
    """A table's name, or one made of it where no folder may be called so."""
    if _NAME.fullmatch(table):
        return table
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", table).strip(".-_")[:60] or "table"
    return f"{plain}-{hashlib.sha256(table.encode()).hexdigest()[:8]}"
