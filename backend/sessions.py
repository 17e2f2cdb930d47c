"""Sessions in words, and how a running stage is cancelled.

Nothing here writes into the workspace but the wish to cancel.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from backend.contracts.check import Stage
from backend.contracts.errors import WorkspaceError
from backend.contracts.stage_session import StageMark, StageSession
from backend.contracts.workspace import Workspace
from backend.planner.nearest import suggest
from backend.stages.session import CANCEL, ORDER, now, read_session, session_folder, sessions_of
from backend.stages.session_lock import is_held
from backend.store.atomic import write_atomic

LONGEST_VALUE = 200
"""Characters of a value that are printed."""


def say_sessions(workspace: Workspace) -> Iterator[str]:
    """A line for each session."""
    found = dict(sessions_of(workspace))
    if not found:
        yield "No session yet. A check whose stage is eda, prep or train begins one."
    for name, (session, trouble) in found.items():
        if session is None:
            yield f"{name}: {' '.join(trouble)}"
            continue
        stages = ", ".join(_say_briefly(session, stage) for stage in ORDER)
        yield f"{name}: {session.state.value}, table {session.table!r}; {stages}"


def say_session(workspace: Workspace, name: str) -> Iterator[str]:
    """All that is known of one session.

    Raises:
        WorkspaceError: ``unknown-session``, or its file cannot be read.
    """
    session = find_session(workspace, name)
    yield f"{name}: {session.state.value}, table {session.table!r}, since {session.created_at}"
    for stage in ORDER:
        mark = session.stages.get(stage)
        if mark is not None:
            yield ""
            yield from _say_mark(mark)


def cancel(workspace: Workspace, name: str) -> bool:
    """Ask the running stage of a session to end; False where none runs.

    Raises:
        WorkspaceError: ``unknown-session``, or the folder cannot be written.
    """
    find_session(workspace, name)
    folder = session_folder(workspace, name)
    if not is_held(folder):
        return False
    write_atomic(folder / CANCEL, json.dumps({"at": now()}) + "\n")
    return True


def find_session(workspace: Workspace, name: str) -> StageSession:
    """The session of this name.

    Raises:
        WorkspaceError: ``unknown-session``, or its file cannot be read.
    """
    known = dict(sessions_of(workspace))
    if name not in known:
        cure = suggest(name, known, "Sessions") if known else "There is none yet."
        raise WorkspaceError(f"cached_mem has no session {name!r}. {cure}", code="unknown-session")
    session, trouble = read_session(session_folder(workspace, name))
    if session is None:
        fact = f"{' '.join(trouble)} The next run of its eda check begins it anew."
        raise WorkspaceError(fact, code="unreadable-session")
    return session


def _say_briefly(session: StageSession, stage: Stage) -> str:
    mark = session.stages.get(stage)
    return f"{stage.value} {mark.state.value if mark else '-'}"


def _say_mark(mark: StageMark) -> Iterator[str]:
    took = f" in {mark.seconds:.1f} s" if mark.ended_at else ""
    yield f"{mark.stage.value} by {mark.check_id}: {mark.state.value}{took}, run {mark.run_id}"
    if mark.summary:
        yield f"  {mark.verdict}: {mark.summary}"
    yield from (f"  failed: {each}" for each in mark.failures)
    yield from (f"  warning: {each}" for each in mark.warnings)
    if mark.test_uses:
        reused = " (in an earlier run, by the same model)" if mark.test_reused else ""
        yield f"  test rows judged: {mark.test_uses}{reused}"
    for name, value in mark.values.items():
        text = json.dumps(value, ensure_ascii=False)
        yield f"  {name}: {text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + '…'}"
    yield from (f"  {name}  {digest}" for name, digest in mark.files.items())
