"""Every write that this process makes below a folder, counted; at one of them it dies.

At a write of bytes half of it is there when the process dies; it dies before it creates, opens,
syncs, cuts, renames or deletes a file. Where nothing would come between, there is one place: a
folder's sync, or the making of one that is there. Installed in a forked process only.
"""

from __future__ import annotations

import builtins
import io
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR
_BY_PATH = ("replace", "rename", "unlink", "remove", "mkdir", "rmdir", "truncate", "chmod")
_BY_HANDLE = ("fsync", "ftruncate", "fchmod")


class Writes:
    """What was written below ``base``, in order; the process kills itself at ``die_at``."""

    def __init__(self, base: Path, die_at: int) -> None:
        self._base = base.resolve()
        self._die_at = die_at
        self._lock = threading.Lock()
        self.seen: list[str] = []

    def install(self) -> None:
        for name in _BY_PATH:
            setattr(os, name, self._by_path(name, getattr(os, name)))
        for name in _BY_HANDLE:
            setattr(os, name, self._by_handle(name, getattr(os, name)))
        os.write = self._bytes(os.write)
        os.pwrite = self._bytes(os.pwrite)
        os.open = self._os_open(os.open)
        io.open = builtins.open = self._open(io.open)

    def point(self, what: str) -> None:
        with self._lock:
            self.seen.append(what)
            if len(self.seen) == self._die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    def concerns(self, path: Any) -> bool:
        named = _named(path) if isinstance(path, int) else Path(os.fsdecode(path))
        return self._base in (named, *named.parents)

    def halves(self, what: str, data: Any, write: Callable[[Any], int]) -> int:
        with self._lock:
            dies = len(self.seen) + 1 == self._die_at
        if dies:
            write(bytes(data)[: len(data) // 2])
        self.point(f"amid {what}")
        return write(data)

    def _by_path(self, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def done(path: Any, *rest: Any, **more: Any) -> Any:
            if self.concerns(path) and not (name == "mkdir" and Path(path).is_dir()):
                self.point(f"{name} {Path(path).name}")
            return act(path, *rest, **more)

        return done

    def _by_handle(self, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def done(handle: int, *rest: Any) -> Any:
            if self.concerns(handle) and not _named(handle).is_dir():
                self.point(f"{name} {_named(handle)}")
            return act(handle, *rest)

        return done

    def _bytes(self, act: Callable[..., int]) -> Callable[..., int]:
        def done(handle: int, data: Any, *rest: Any) -> int:
            if not self.concerns(handle):
                return act(handle, data, *rest)
            return self.halves(f"write {handle}", data, lambda part: act(handle, part, *rest))

        return done

    def _os_open(self, act: Callable[..., int]) -> Callable[..., int]:
        def done(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            if flags & _WRITING and self.concerns(path):
                self.point(f"open {path}")
            return act(path, flags, *rest, **more)

        return done

    def _open(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def done(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
            if not set(mode) & set("wax+") or not self.concerns(file):
                return act(file, mode, *rest, **more)
            if "b" not in mode:
                raise AssertionError(f"{file} is written as text: its writes go unseen")
            self.point(f"open {file}")
            kind = io.BufferedRandom if "+" in mode else io.BufferedWriter
            return kind(_TracedFile(self, os.fspath(file), mode.replace("b", "")))

        return done


def _named(handle: int) -> Path:
    return Path(f"/proc/self/fd/{handle}").readlink()


class _TracedFile(io.FileIO):
    def __init__(self, writes: Writes, path: str, mode: str) -> None:
        super().__init__(path, mode)
        self._writes = writes

    def write(self, data: Any) -> int:
        return self._writes.halves(f"write {self.name}", data, super().write)

    def truncate(self, size: int | None = None) -> int:
        self._writes.point(f"truncate {self.name}")
        return super().truncate(size)
