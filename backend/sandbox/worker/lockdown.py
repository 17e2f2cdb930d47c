"""What a program's process gives up before the program runs, for good."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from backend.sandbox.worker import kernel, landlock, seccomp
from backend.sandbox.worker.landlock import Grant

TRUNCATION_SINCE = 3
"""The Landlock version that covers truncation by path."""

SYSTEM_FILES = (
    "/dev/urandom",
    "/dev/random",
    "/dev/zero",
    "/proc/self/maps",
    "/proc/self/stat",
    "/proc/self/statm",
    "/proc/self/status",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/stat",
)
"""Read by libraries: threadpoolctl looks for thread pools in ``maps``."""


@dataclass(frozen=True)
class Guard:
    """Which locks hold; with none, only limits do."""

    landlock: int = 0
    """The newest version to use; 0 for none."""
    seccomp: bool = False
    metadata: bool = False
    """Whether modes, owners and times cannot be changed at all."""
    readable: tuple[str, ...] = ()
    """The folders of Python and its libraries."""


def lock(guard: Guard, slot: str) -> None:
    """Lock this process in, with write access to its slot alone.

    Raises:
        OSError: a lock does not hold; the program must not run.
    """
    if guard.landlock or guard.seccomp:
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    if guard.metadata:
        _copy_without_metadata()
    if guard.landlock:
        landlock.restrict(_grants(guard, slot), at_most=guard.landlock)
    if guard.seccomp:
        truncate = 0 < guard.landlock < TRUNCATION_SINCE
        seccomp.install(metadata=guard.metadata, truncate=truncate)


def _grants(guard: Guard, slot: str) -> list[Grant]:
    return [
        *(Grant(path, landlock.READ) for path in (*guard.readable, *SYSTEM_FILES)),
        Grant("/dev/null", landlock.Right.READ_FILE | landlock.Right.WRITE_FILE),
        Grant(slot, landlock.WRITE),
    ]


def _copy_without_metadata() -> None:
    """``shutil.copy`` sets modes and times last; where that is denied, the copy still stands."""
    for name in ("copymode", "copystat"):
        setattr(shutil, name, _tolerate_denial(getattr(shutil, name)))


def _tolerate_denial(function: Callable[..., None]) -> Callable[..., None]:
    def tolerant(*arguments: Any, **options: Any) -> None:
        with suppress(PermissionError):
            function(*arguments, **options)

    return tolerant
