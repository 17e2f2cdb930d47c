"""One writer at a time.

The kernel holds the lock and frees it when its holder dies, however it dies; the lock file is
never deleted. A holder that leaves in good order empties the file, so a record that is found in
it tells of a run that was killed.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from datetime import UTC, datetime
from types import TracebackType
from typing import NamedTuple, Self

from backend.contracts.errors import WorkspaceBusy
from backend.contracts.workspace import Workspace
from backend.store.atomic import cannot_write, sweep
from backend.store.text import json_line, to_bytes

_RECORD_BYTES = 4096
_held: set[int] = set()


class Holder(NamedTuple):
    """The process that holds, or held, a workspace; ``started`` is ISO 8601, UTC."""

    pid: int
    started: str


class WorkspaceLock:
    """Held while anything is written; a context manager.

    ``killed`` is the holder before this one if it did not leave in good order; its unfinished
    files have then been swept.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Take nothing yet; entering does."""
        self._workspace = workspace
        self._handle = -1
        self.killed: Holder | None = None

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            WorkspaceBusy: another run holds it.
            WorkspaceError: the folder cannot be written.
        """
        self._handle = self._open()
        try:
            self._take()
            self.killed = _read_holder(self._handle)
            if self.killed is not None:
                sweep(self._workspace.memory)
            self._sign()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Empty the record, then free the lock."""
        try:
            os.ftruncate(self._handle, 0)
        finally:
            self._close()

    def _open(self) -> int:
        path = self._workspace.lock_file
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError as error:
            raise cannot_write(path, error) from error
        _held.add(handle)
        return handle

    def _take(self) -> None:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WorkspaceBusy(self._say_busy(_read_holder(self._handle))) from error
        except OSError as error:
            raise cannot_write(self._workspace.lock_file, error) from error

    def _say_busy(self, holder: Holder | None) -> str:
        who = f"process {holder.pid}, started {holder.started}," if holder else "another run"
        return f"{self._workspace.base}: {who} holds the workspace. Wait until it ends."

    def _sign(self) -> None:
        started = datetime.now(UTC).isoformat(timespec="seconds")
        record = to_bytes(json_line({"pid": os.getpid(), "started": started}))
        try:
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, record, 0)
        except OSError as error:
            raise cannot_write(self._workspace.lock_file, error) from error

    def _close(self) -> None:
        _held.discard(self._handle)
        os.close(self._handle)
        self._handle = -1


def _read_holder(handle: int) -> Holder | None:
    """Read the record, whole or cut short; a cut one still tells that somebody was there."""
    record = os.pread(handle, _RECORD_BYTES, 0)
    if not record:
        return None
    with contextlib.suppress(ValueError, KeyError, TypeError):
        found = json.loads(record)
        return Holder(int(found["pid"]), str(found["started"]))
    return Holder(0, "at an unknown time")


def _close_in_child() -> None:
    """A forked worker that outlives a killed run must not go on holding its lock."""
    for handle in _held:
        with contextlib.suppress(OSError):
            os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_close_in_child)
