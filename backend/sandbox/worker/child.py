"""The process of one program: it gives up what it does not need, then runs it."""

from __future__ import annotations

import fcntl
import json
import mmap
import os
import resource
from pathlib import Path
from typing import Any

import pandas as pd

from backend.sandbox.worker import frame, kernel, lockdown, program, slots, together
from backend.sandbox.worker.lockdown import Guard

DONE = 77
"""The exit code of a program whose result frame was written whole."""
ABOVE = 64
"""A descriptor number that is above all that are kept."""
ENVIRONMENT = {
    "PATH": "/nonexistent",
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "MPLBACKEND": "Agg",
    "JOBLIB_MULTIPROCESSING": "0",
}
RESULT = 3
"""The descriptor of the result; the three below it are the usual ones."""
MEBIBYTE = 1024 * 1024
OUT_OF_MEMORY = frame.encode(frame.Frame({"status": "memory"}, b""))
SPARE_BYTES = 8 * MEBIBYTE
"""Address space, given back when memory runs out, so that this can still be told."""


def run(
    parent: int,
    guard: Guard,
    order: dict[str, Any],
    files: list[int],
    frames: dict[str, pd.DataFrame],
) -> None:
    """Run the ordered program, or the confined ones among several; never returns."""
    code = 1
    try:
        jobs = _read_jobs(files[0])
        leave(parent, files[1:])
        enter_slot(order["slot"])
        for job in jobs:
            job["arguments"]["artifacts"] = Path.cwd()
        _set_limits(order)
        kernel.keep_freed_memory()
        lockdown.lock(guard, order["slot"])
        if order["patience"]:
            together.answer(jobs, frames, order["patience"], _write)
        else:
            _answer(jobs[0], frames)
        code = DONE
    except MemoryError:
        if not order["patience"]:
            _write(OUT_OF_MEMORY)
        code = DONE
    except OSError as error:
        os.write(2, f"the program could not be locked in: {error}\n".encode())
    finally:
        os._exit(code)


def _read_jobs(file: int) -> list[dict[str, Any]]:
    jobs: list[dict[str, Any]] = json.loads(os.pread(file, os.fstat(file).st_size, 0))
    return jobs


def leave(parent: int, files: list[int]) -> None:
    """Part from the worker: a session of its own, and nothing open but an empty stdin and these.

    The files become stdout, stderr and the result (3). They are first moved out of the way: one
    of them may have a number below 4.
    """
    kernel.die_with(parent)
    os.setsid()
    wanted = [os.open(os.devnull, os.O_RDONLY), *files]
    moved = [fcntl.fcntl(file, fcntl.F_DUPFD, ABOVE) for file in wanted]
    for number, file in enumerate(moved):
        os.dup2(file, number, inheritable=number < RESULT)
    os.closerange(len(moved), os.sysconf("SC_OPEN_MAX"))


def enter_slot(slot: str) -> None:
    """Take the slot for home, scratch and working folder; forget every other setting."""
    os.environ.clear()
    os.environ.update(settings_in(slot))
    os.chdir(f"{slot}/{slots.ARTIFACTS}")


def settings_in(slot: str) -> dict[str, str]:
    """The environment of a program that writes there."""
    scratch = f"{slot}/{slots.SCRATCH}"
    return {**ENVIRONMENT, "HOME": scratch, "TMPDIR": scratch, "MPLCONFIGDIR": scratch}


def _set_limits(order: dict[str, Any]) -> None:
    memory = kernel.virtual_memory() + order["memory_mb"] * MEBIBYTE
    kernel.limit(resource.RLIMIT_AS, memory)
    kernel.limit(resource.RLIMIT_CPU, int(order["seconds"]) + 1 + order["cpu_extra_seconds"])
    kernel.limit(resource.RLIMIT_FSIZE, order["file_mb"] * MEBIBYTE)
    kernel.limit(resource.RLIMIT_NOFILE, order["open_files"])
    kernel.limit(resource.RLIMIT_STACK, order["stack_mb"] * MEBIBYTE)
    kernel.limit(resource.RLIMIT_CORE, 0)
    kernel.limit(resource.RLIMIT_MEMLOCK, 0)
    kernel.limit(resource.RLIMIT_MSGQUEUE, 0)


def _answer(job: dict[str, Any], frames: dict[str, pd.DataFrame]) -> None:
    program.seed()
    spare = mmap.mmap(-1, SPARE_BYTES)
    try:
        data = frame.encode(program.run(job, frames))
    except MemoryError:
        spare.close()
        data = OUT_OF_MEMORY
    _write(data)


def _write(data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(RESULT, rest) :]
