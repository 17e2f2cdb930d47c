"""What a process and all that it starts take: time on the wall, time on the cores, memory.

Rules of this file: memory is the proportional set size (proc(5), ``smaps_rollup``), so that pages
which several processes share count once; it is sampled, and never in the same run as time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_EVERY_SECONDS = 0.02
_PROC = Path("/proc")


class Usage(NamedTuple):
    """One run of a command; ``cpu`` is user and system time of the whole tree, in seconds.

    ``began`` is by the wall clock, in seconds since 1970.
    """

    seconds: float
    cpu: float
    text: str
    began: float = 0.0


def timed(*arguments: str, python: str = sys.executable) -> Usage:
    """Run a Python with these arguments, to its end.

    Raises:
        SystemExit: it ended with another code than 0, 1 or 2.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        began, started = time.time(), time.perf_counter()
        process = subprocess.Popen(
            [python, *arguments], stdout=out, stderr=errors, env=_environment()
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        _refuse_failure(arguments, process.returncode, _text(errors))
        return Usage(seconds, used.ru_utime + used.ru_stime, _text(out), began)


def peak_memory(*arguments: str) -> int:
    """The most bytes that the tree of processes held at once while it ran."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=_environment(),
        )
        peak, done = [0], threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
        watcher.start()
        code = process.wait()
        done.set()
        watcher.join()
        _refuse_failure(arguments, code, _text(errors))
    return peak[0]


def _environment() -> dict[str, str]:
    """That of this process, but Python keeps what it compiled of its modules, as by default."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _watch(pid: int, peak: list[int], done: threading.Event) -> None:
    while not done.wait(_EVERY_SECONDS):
        peak[0] = max(peak[0], sum(map(_shared_size, _tree(pid))))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for thread in (_PROC / str(pid) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _tree(int(child))


def _shared_size(pid: int) -> int:
    """The proportional set size in bytes; nothing of a process that has just ended."""
    with suppress(OSError):
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) << 10
    return 0


def _refuse_failure(arguments: tuple[str, ...], code: int, errors: str) -> None:
    if code not in (0, 1, 2):
        raise SystemExit(f"{' '.join(arguments)} ended with {code}: {errors[-2000:]}")


def _text(stream: object) -> str:
    stream.seek(0)  # type: ignore[attr-defined]
    return stream.read().decode()  # type: ignore[attr-defined, no-any-return]
