"""One stage at a time in a session.

The kernel holds the lock and frees it when its holder dies, however it dies.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backend.contracts.check import Check
from backend.contracts.errors import CheckError
from backend.store.atomic import cannot_write

LOCK = ".lock"


@contextmanager
def holding(folder: Path, check: Check) -> Iterator[None]:
    """Hold a session's folder, which is made where it is not there.

    Raises:
        CheckError: ``session-busy``: another process, or thread, holds it.
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        _take(handle, folder, check)
        yield
    finally:
        os.close(handle)


def _take(handle: int, folder: Path, check: Check) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise CheckError(
            f"{check.check_id}: another process runs a stage of session {folder.name!r}. Wait "
            f"until it ends, or cancel it: agent session cancel {folder.name}",
            code="session-busy",
        ) from error


def is_held(folder: Path) -> bool:
    """Whether a stage of this session runs right now."""
    try:
        handle = os.open(folder / LOCK, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
