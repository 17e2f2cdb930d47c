"""The folder of a cluster of our own: read by nobody else, and gone at the end.

Where a run was killed, the next one sweeps after it: whose lock nobody holds has no owner.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "agent-ray-"
SHORT = "/tmp"
"""Where the folder is unless RAY_TMPDIR tells: the path of a socket is a hundred bytes at most."""
LOCK = "lock"


@contextmanager
def own_folder() -> Iterator[str]:
    """A path for Ray's files, below a folder that lets nobody else in: Ray opens it to everybody.

    Raises:
        OSError: the disk refuses.
    """
    place = Path(os.environ.get("RAY_TMPDIR", SHORT))
    _sweep(place)
    hidden = Path(tempfile.mkdtemp(prefix=f".{PREFIX}", dir=place))
    with (hidden / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = hidden.rename(place / hidden.name.removeprefix("."))
        try:
            yield str(folder / "ray")
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _sweep(place: Path) -> None:
    for lock in place.glob(f"{PREFIX}*/{LOCK}"):
        with suppress(OSError), lock.open("r+") as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while its owner lives
            shutil.rmtree(lock.parent, ignore_errors=True)
