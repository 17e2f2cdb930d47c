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
import time
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from backend.contracts.errors import WorkspaceBusy
from backend.contracts.workspace import Workspace
from backend.store.atomic import cannot_write, sweep
from backend.store.text import json_line, to_bytes

_RECORD_BYTES = 4096
_LOOK_SECONDS = 0.1
_LOCKS = Path("/proc/locks")
_held: set[int] = set()


class Holder(NamedTuple):
    """The process that holds, or held, a workspace; ``started`` is ISO 8601, UTC.

    ``machine`` is empty for the one that looks: elsewhere (in another container, say) the process
    has another number, or is not to be seen.
    """

    pid: int
    started: str
    machine: str = ""

    def __str__(self) -> str:
        """``process 12, started …``, with its machine if that is another one."""
        return f"process {self.pid}{self.machine and ' on '}{self.machine}, started {self.started}"


class LockState(NamedTuple):
    """The record in the lock file, if there is one, and whether its process holds the lock."""

    holder: Holder | None
    is_held: bool


class WorkspaceLock:
    """Held while anything is written; a context manager.

    ``killed`` is the holder before this one if it did not leave in good order; its unfinished
    files have then been swept. ``waited`` tells that another run held the lock first, so that
    whatever was read before may have changed.
    """

    def __init__(self, workspace: Workspace, *, wait: float = 0.0) -> None:
        """Take nothing yet; entering does, and waits up to ``wait`` seconds for another run."""
        self._workspace = workspace
        self._wait = wait
        self._handle = -1
        self.killed: Holder | None = None
        self.waited = False

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            WorkspaceBusy: another run holds it, and held it as long as it was waited for.
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
        ends = time.monotonic() + self._wait
        while not self._is_taken():
            left = ends - time.monotonic()
            if left <= 0:
                raise WorkspaceBusy(self._say_busy(_read_holder(self._handle)))
            self.waited = True
            time.sleep(min(_LOOK_SECONDS, left))

    def _is_taken(self) -> bool:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise cannot_write(self._workspace.lock_file, error) from error
        return True

    def _say_busy(self, holder: Holder | None) -> str:
        who = f"{holder}," if holder else "another run"
        waited = f" It was waited for {self._wait:g} s." if self._wait else ""
        cure = "Wait until it ends, or give --wait more SECONDS."
        return f"{self._workspace.base}: {who} holds the workspace.{waited} {cure}"

    def _sign(self) -> None:
        started = datetime.now(UTC).isoformat(timespec="seconds")
        record = to_bytes(json_line({"pid": os.getpid(), "started": started, "on": _here()}))
        try:
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, record, 0)
        except OSError as error:
            raise cannot_write(self._workspace.lock_file, error) from error

    def _close(self) -> None:
        _held.discard(self._handle)
        os.close(self._handle)
        self._handle = -1


def read_lock(workspace: Workspace) -> LockState:
    """Who holds the workspace; asked without touching the lock, where this machine can tell.

    A record without a holder is what a killed run left; the next run sweeps after it.
    """
    try:
        handle = os.open(workspace.lock_file, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return LockState(None, False)
    try:
        holder = _read_holder(handle)
        is_held = _is_locked(os.fstat(handle), holder)
        if not is_held and holder and holder.machine:
            is_held = _is_refused(handle)
        return LockState(holder, is_held)
    finally:
        os.close(handle)


def _is_locked(file: os.stat_result, holder: Holder | None) -> bool:
    """As the kernel lists it, see proc_locks(5); elsewhere as the record has it.

    The inode alone is compared: some file systems show the list another device than stat.
    """
    try:
        lines = _LOCKS.read_text("ascii", "replace").splitlines()
    except OSError:
        return holder is not None and _lives(holder.pid)
    inode = f":{file.st_ino}"
    return any("FLOCK" in line and line.split()[-3].endswith(inode) for line in lines)


def _is_refused(handle: int) -> bool:
    """Whether a holder that this machine does not list keeps others from the lock right now."""
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    fcntl.flock(handle, fcntl.LOCK_UN)
    return False


def _here() -> str:
    """What tells one machine, or one container, from another: its name and its process list."""
    try:
        processes = Path("/proc/self/ns/pid").readlink().name
    except OSError:
        processes = ""
    return f"{os.uname().nodename} {processes}".strip()


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return pid > 0


def _read_holder(handle: int) -> Holder | None:
    """Read the record, whole or cut short; a cut one still tells that somebody was there."""
    record = os.pread(handle, _RECORD_BYTES, 0)
    if not record:
        return None
    with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
        found = json.loads(record)
        on = str(found.get("on", ""))
        machine = "" if on in ("", _here()) else on.split()[0]
        return Holder(int(found["pid"]), str(found["started"]), machine)
    return Holder(0, "at an unknown time")


def _close_in_child() -> None:
    """A forked worker that outlives a killed run must not go on holding its lock."""
    for handle in _held:
        with contextlib.suppress(OSError):
            os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_close_in_child)
