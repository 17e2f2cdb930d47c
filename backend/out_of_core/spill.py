"""The folder for what does not fit into memory, gone when it is no longer needed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace


@contextmanager
def spilling(workspace: Workspace, name: str) -> Iterator[Path]:
    """An empty folder of this process; what killed processes left is swept first.

    Raises:
        WorkspaceError: ``cannot-write``.
    """
    folder = workspace.spill / f"{os.getpid()}-{name}"
    try:
        _sweep(workspace.spill)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    except OSError as error:
        fact = error.strerror or str(error)
        raise WorkspaceError(
            f"{workspace.spill}: the folder could not be written ({fact}). "
            "Free some space, or let the run write to that folder.",
            code="cannot-write",
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # another check's folder may stand there
            workspace.spill.rmdir()


def _sweep(spill: Path) -> None:
    for left in spill.glob("[0-9]*-*"):
        if not _is_alive(int(left.name.partition("-")[0])):
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
