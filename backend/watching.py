"""``agent watch``: after each save, what it concerns is compiled and run, and nothing else.

Rules of this file: what the files are decides, not what was told of them. Events of the file system
only wake the watch early; it looks by itself as well, so that an editor that writes in place, that
renames another file over the old one, or that replaces a whole folder comes to the same. A file
that is still being written is waited for; what is half a file after that is an error on the
screen, until the other half is saved.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from backend.contracts.workspace import Workspace
from backend.tables.sources import Source, find_sources

SETTLE_SECONDS = 0.5
"""How long nothing may change before a save counts as whole."""
LONGEST_SECONDS = 30.0
"""A file that never comes to rest is taken as it is after so long."""
LOOK_SECONDS = 2.0
"""How often files are looked at although nothing was told of them."""
_WRITES = frozenset(
    {
        EVENT_TYPE_CLOSED,
        EVENT_TYPE_CREATED,
        EVENT_TYPE_DELETED,
        EVENT_TYPE_MODIFIED,
        EVENT_TYPE_MOVED,
    }
)


class Stamp(NamedTuple):
    """What tells one state of a file from the next."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


Seen = Mapping[str, Stamp | str]
"""Every file that a run reads, by name, and the day, on which some programs depend."""


def look(workspace: Workspace) -> Seen:
    """The state of checks, settings, sources and tables, as the folders tell it."""
    sources = [each for each in find_sources(workspace.data) if isinstance(each, Source)]
    paths = {source.file: source.path for source in sources}
    written = (workspace.checks_file, workspace.settings_file, workspace.sources_file)
    paths |= {path.name: path for path in written}
    stamps = {name: stamp for name, path in paths.items() if (stamp := _stamp(path))}
    return {**stamps, "the day": date.today().isoformat()}


def changes(
    workspace: Workspace,
    *,
    settle: float = SETTLE_SECONDS,
    is_over: Callable[[], bool] = lambda: False,
) -> Iterator[list[str]]:
    """The names of what changed, each time something did and came to rest; first, of all there is.

    Ends when ``is_over``, which is asked every `LOOK_SECONDS`, or with whoever reads it. A signal
    may come at any moment: as an exception it could be lost where Python can raise none.
    """
    seen: Seen = {}
    with _waking(workspace) as woken:
        while not is_over():
            now = _settled(workspace, settle)
            if now != seen:
                names = [name for name in {**seen, **now} if seen.get(name) != now.get(name)]
                seen = now
                yield names
            if not is_over():
                woken.wait(LOOK_SECONDS)
            woken.clear()


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _settled(workspace: Workspace, settle: float) -> Seen:
    """The state of the files once it stays the same for a while."""
    ends = time.monotonic() + LONGEST_SECONDS
    now = look(workspace)
    while time.monotonic() < ends:
        time.sleep(settle)
        then, now = now, look(workspace)
        if then == now:
            break
    return now


class _Waker(FileSystemEventHandler):
    """Sets a flag at every write; reading a file is none."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something was done to a file."""
        if event.event_type in _WRITES:
            self._wake()


@contextlib.contextmanager
def _waking(workspace: Workspace) -> Iterator[threading.Event]:
    """An event that is set at every write, as far as this system tells of writes."""
    woken = threading.Event()
    observer = Observer()
    with contextlib.suppress(OSError):  # no more watches, or no such folder: looking is enough
        for folder in (workspace.checks_file.parent, workspace.data, workspace.base):
            if folder.is_dir():
                observer.schedule(_Waker(woken.set), str(folder))
        observer.start()
    try:
        yield woken
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join()
