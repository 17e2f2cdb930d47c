"""The calls to the kernel that Python has no function for."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from pathlib import Path

_libc = ctypes.CDLL(None, use_errno=True)

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38
M_TRIM_THRESHOLD = -1
M_MMAP_MAX = -4


def prctl(option: int, argument: int, third: int = 0) -> None:
    """Set one attribute of this process.

    Raises:
        OSError: the kernel refuses.
    """
    values = (ctypes.c_ulong(value) for value in (argument, third, 0, 0))
    if _libc.prctl(option, *values) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def syscall(number: int, *arguments: int | ctypes.c_void_p | None) -> int:
    """Make a system call by its number; gives -errno where it fails."""
    prepared = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    ctypes.set_errno(0)
    result = int(_libc.syscall(ctypes.c_long(number), *prepared))
    return -ctypes.get_errno() if result == -1 else result


def refuse_tracing() -> None:
    """Keep processes of the same user out of this one's memory."""
    prctl(PR_SET_DUMPABLE, 0)


def die_with(parent: int) -> None:
    """End this process when its parent ends, also if that happened already."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def require_one_thread() -> None:
    """A fork of a process with threads may deadlock.

    Raises:
        RuntimeError: this process has more than one.
    """
    threads = count_threads(os.getpid())
    if threads != 1:
        raise RuntimeError(f"the worker has {threads} threads before a fork; it must have one")


def count_threads(pid: int) -> int:
    """The threads of a process; 0 where it has ended."""
    try:
        facts = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(facts.rpartition(")")[2].split()[17])


def virtual_memory() -> int:
    """The address space of this process, in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


def keep_freed_memory() -> None:
    """Let this process use again what it frees, where the C library has a word for it: memory that
    goes back to the kernel comes empty the next time, each page of it cleared (mallopt(3))."""
    mallopt = getattr(_libc, "mallopt", None)
    if mallopt is not None:
        mallopt(M_TRIM_THRESHOLD, -1)
        mallopt(M_MMAP_MAX, 0)


def limit(kind: int, value: int) -> None:
    """Set a limit for good, never above the one that holds."""
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value))
