"""How everything that the verdicts of a workspace hang on stands on disk, as lines to compare.

Rules of this file: it is used before anything else is imported, so it imports only what Python has
loaded anyway; nothing is opened, and nothing is read but what the file system tells: size, the
times of content and of entry in nanoseconds, and inode. Two lines that are equal tell that nothing
was written in between, unless that was within the same tick of the file system's clock: whoever
notes a standing compares ``newest`` with the clock.
"""

from __future__ import annotations

import os
import sys

from backend.contracts.file_names import CHECKS, DATA, MEMORY, SETTINGS

USERS_FOLDERS = frozenset({"checks", DATA, MEMORY, "__pycache__"})
"""Folders of ``backend/`` that hold no code."""
_PACKAGES = ("site-packages", "dist-packages")
CODE = os.path.dirname(os.path.abspath(__file__))


class Standing:
    """Lines of stats, and the newest time among them in nanoseconds."""

    __slots__ = ("newest", "text")

    def __init__(self, text: str, newest: int) -> None:
        """As they were found."""
        self.text = text
        self.newest = newest


def look_at_owners(base: str) -> Standing:
    """What people change: checks, settings, tables; and the code, the libraries, this Python."""
    seen = _Seen()
    seen.add(CHECKS, f"{base}/{CHECKS}")
    seen.add(SETTINGS, f"{base}/{SETTINGS}")
    seen.add_folder(f"{base}/{DATA}")
    seen.add_code(CODE)
    for folder in sys.path:
        if folder.endswith(_PACKAGES):
            seen.add(folder, folder)
    seen.add(sys.executable, sys.executable)
    told = (sys.version, os.environ.get("PYTHONPATH", ""), os.uname()[2], os.geteuid())
    return seen.standing(f"{told!r}\n")


def look_at_memory(base: str, names: list[str]) -> Standing:
    """What the agent itself wrote; ``names`` are relative to the base folder, or absolute."""
    seen = _Seen()
    for name in names:
        seen.add(name, os.path.join(base, name))
    return seen.standing("")


class _Seen:
    """What was looked at so far."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._newest = 0

    def add(self, name: str, path: str) -> None:
        try:
            self._note(name, os.stat(path))
        except OSError as error:
            self._lines.append(f"{name!r} {error.errno}")

    def add_folder(self, path: str) -> None:
        """The folder's own stat and that of all that lies directly in it, links followed."""
        self.add(path, path)
        for entry in _entries(path):
            self.add(entry.name, entry.path)

    def add_code(self, path: str, without: frozenset[str] = USERS_FOLDERS) -> None:
        for entry in _entries(path):
            if not entry.is_dir(follow_symlinks=False):
                self.add(entry.name, entry.path)
            elif entry.name not in without:
                self._lines.append(entry.name)
                self.add_code(entry.path, frozenset({"__pycache__"}))

    def standing(self, told: str) -> Standing:
        return Standing(told + "\n".join(self._lines) + "\n", self._newest)

    def _note(self, name: str, found: os.stat_result) -> None:
        content, entry = found.st_mtime_ns, found.st_ctime_ns
        self._newest = max(self._newest, content, entry)
        self._lines.append(f"{name!r} {found.st_size} {content} {entry} {found.st_ino}")


def _entries(path: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
