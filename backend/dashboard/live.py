"""A run as it goes, from ``events/<run_id>.jsonl``.

Rules of this file: what was read of an events file is not read again; a run that left no end is
going as long as its process is there, and else it was interrupted.
"""

from __future__ import annotations

import contextlib
import threading
from collections import Counter, deque
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from backend.contracts.errors import WorkspaceError
from backend.contracts.event import Happening, RunEvent
from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import FileMemo
from backend.dashboard.processes import is_running
from backend.store.journal import read_tail

_RECENT = 200


class State(StrEnum):
    """Where a run is."""

    GOING = "going"
    ENDED = "ended"
    INTERRUPTED = "interrupted"


class Live(NamedTuple):
    """A run so far; ``recent`` are the last checks that ended, the newest first.

    ``number`` of ``total`` checks have begun, and ``counts`` tells the verdicts of those that
    ended; of a run that had ended when it was first looked at, neither they nor ``recent`` are
    told. ``exit_code`` is None where the run was interrupted, or is going. ``seconds`` are those
    from its beginning to its end, or to its last sign of life.
    """

    run_id: str
    state: State
    began_at: str
    pid: int
    number: int
    total: int
    current: str
    counts: dict[str, int]
    recent: tuple[RunEvent, ...]
    exit_code: int | None
    seconds: float

    @property
    def done(self) -> int:
        """Checks that ended."""
        return sum(self.counts.values())


class Follower:
    """One events file, read on from where it was left; safe among threads."""

    def __init__(self, path: Path) -> None:
        """Nothing is read yet."""
        self._path = path
        self._lock = threading.Lock()
        self._offset = 0
        self._began: RunEvent | None = None
        self._last: RunEvent | None = None
        self._current = ""
        self._counts: Counter[str] = Counter()
        self._recent: deque[RunEvent] = deque(maxlen=_RECENT)

    def follow(self) -> Live | None:
        """The run as it is now; None where nothing is told of it."""
        with self._lock:
            self._read_on()
            return self._tell()

    def _read_on(self) -> None:
        if not self._offset and self._read_ends():
            return
        try:
            with self._path.open("rb") as stream:
                stream.seek(self._offset)
                data = stream.read()
        except OSError:
            return
        whole = data[: data.rfind(b"\n") + 1]
        self._offset += len(whole)
        for line in whole.splitlines():
            with contextlib.suppress(ValueError):
                self._take(RunEvent.model_validate_json(line))

    def _read_ends(self) -> bool:
        """Read the first event and the last; whether they are enough: the run is over."""
        try:
            tail = read_tail(self._path)
            last = RunEvent.model_validate_json(tail.last)
            if last.happening is not Happening.RUN_ENDED or last.exit_code is None:
                return False
            with self._path.open("rb") as stream:
                self._take(RunEvent.model_validate_json(stream.readline()))
        except (OSError, ValueError, WorkspaceError):
            return False
        self._take(last)
        self._offset = tail.start
        return True

    def _take(self, event: RunEvent) -> None:
        self._last = event
        match event.happening:
            case Happening.RUN_BEGAN:
                self._began = event
            case Happening.CHECK_BEGAN:
                self._current = event.check
            case Happening.CHECK_ENDED:
                self._current = ""
                self._recent.appendleft(event)
                self._counts[event.verdict.value if event.verdict else "ERROR"] += 1
            case Happening.CHECKS_KEPT:
                self._counts.update(event.kept)

    def _tell(self) -> Live | None:
        first, last = self._began or self._last, self._last
        if first is None or last is None:
            return None
        is_over = last.happening is Happening.RUN_ENDED
        state = self._judge(first, last)
        return Live(
            run_id=first.run_id,
            state=state,
            began_at=first.at,
            pid=first.pid,
            number=last.number,
            total=max(first.total, last.total),
            current=self._current if not is_over else "",
            counts=dict(self._counts),
            recent=tuple(self._recent),
            exit_code=last.exit_code if is_over else None,
            seconds=last.seconds if is_over else _elapsed(first, last, state),
        )

    def _judge(self, first: RunEvent, last: RunEvent) -> State:
        if last.happening is Happening.RUN_ENDED:
            return State.INTERRUPTED if last.exit_code is None else State.ENDED
        return State.GOING if is_running(first.pid, first.at) else State.INTERRUPTED


def newest_events(workspace: Workspace) -> Path | None:
    """The events file of the newest run, if there is any."""
    try:
        return max(workspace.events.glob("*.jsonl"), key=lambda path: path.name, default=None)
    except OSError:
        return None


def follow_newest(workspace: Workspace, memo: FileMemo) -> Live | None:
    """The newest run, as it is now."""
    path = newest_events(workspace)
    return _follow(path, memo) if path else None


def follow_run(workspace: Workspace, memo: FileMemo, run_id: str) -> Live | None:
    """The course of a run; None where it is no longer kept (only the newest runs' is)."""
    if not run_id or "/" in run_id or "\0" in run_id:
        return None
    path = workspace.events / f"{run_id}.jsonl"
    return _follow(path, memo) if path.is_file() else None


def _follow(path: Path, memo: FileMemo) -> Live | None:
    follower: Follower = memo.hold(path, "course", lambda: Follower(path))
    return follower.follow()


def _elapsed(first: RunEvent, last: RunEvent, state: State) -> float:
    end = datetime.now(UTC) if state is State.GOING else _time(last.at)
    begun = _time(first.at)
    return max(0.0, (end - begun).total_seconds()) if begun and end else 0.0


def _time(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
