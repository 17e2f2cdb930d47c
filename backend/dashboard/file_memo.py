"""What files held when they were last read, so that an unchanged file is not parsed again.

A file is known by its inode, size and times, as the disk tells them; nothing here knows what a
file means.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

Value = TypeVar("Value")
Signature = tuple[int, int, int, int]

_KEPT = 128


class _Entry(NamedTuple):
    signature: Signature | None
    value: Any


class FileMemo:
    """The newest reading of each file; shared by all visitors, safe among threads."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._entries: OrderedDict[tuple[str, str], _Entry] = OrderedDict()
        self._locks: dict[tuple[str, str], threading.Lock] = {}
        self._held: dict[tuple[str, str], tuple[tuple[object, ...], Any]] = {}
        self._lock = threading.Lock()

    def read(self, path: Path, what: str, parse: Callable[[], Value]) -> Value:
        """What ``parse`` makes of the file; called again only when the file has changed.

        ``what`` tells readings of one file apart. A file that is not there is a state too.
        """
        key = (str(path), what)
        with self._lock:
            own = self._locks.setdefault(key, threading.Lock())
        with own:
            now = signature(path)
            known = self._entries.get(key)
            if known is None or known.signature != now:
                known = _Entry(now, parse())
            self._keep(key, known)
        value: Value = known.value
        return value

    def hold(self, path: Path, what: str, make: Callable[[], Value]) -> Value:
        """A value that keeps itself up to date, made on first use."""
        return self.hold_for(path, what, (), make)

    def hold_for(
        self, path: Path, what: str, state: tuple[object, ...], make: Callable[[], Value]
    ) -> Value:
        """What was made of these very objects; made anew of others."""
        key = (str(path), what)
        with self._lock:
            known = self._held.get(key)
            if known is None or not _are_same(known[0], state):
                known = self._held[key] = (state, make())
        value: Value = known[1]
        return value

    def _keep(self, key: tuple[str, str], entry: _Entry) -> None:
        with self._lock:
            self._entries[key] = entry
            self._entries.move_to_end(key)
            while len(self._entries) > _KEPT:
                self._entries.popitem(last=False)


def signature(path: Path) -> Signature | None:
    """What tells this content of a file from another; None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _are_same(left: tuple[object, ...], right: tuple[object, ...]) -> bool:
    return len(left) == len(right) and all(a is b for a, b in zip(left, right, strict=True))
