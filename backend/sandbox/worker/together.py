"""Confined programs of one data scope, one after the other in one process.

All are read before the first runs. Each is given fresh frames and the same random numbers, and
its answer is written as it ends. What is not confined is left out, and so is what is not small
after all; where a program prints, takes long or runs out of memory, nothing more is run here: it
and what follows has left no answer, and is run elsewhere.
"""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Callable, Sequence
from types import CodeType
from typing import Any

import pandas as pd

from backend.sandbox.worker import frame, program
from backend.sandbox.worker.confined import Known, read_confined
from backend.sandbox.worker.scopes import Scopes

NEW_OBJECTS = 20_000
"""Objects after which garbage is looked for: small programs leave little of it."""
STDOUT = 1
"""Both streams of a batch go to this file: what is in it was printed by the last program."""


def answer(
    jobs: Sequence[dict[str, Any]],
    frames: dict[str, pd.DataFrame],
    patience: float,
    write: Callable[[bytes], None],
) -> None:
    """Write an entry for each program, in their order, until one has to be run elsewhere.

    The kernel ends the process where a program takes longer than ``patience`` (seconds). A program
    begins as deep in the stack as one that is alone.

    Raises:
        MemoryError: the limit is reached.
    """
    gc.set_threshold(NEW_OBJECTS)
    known = Known.nothing()
    codes, lent = [_compile(job, known) for job in jobs], _Lent(frames)
    scopes = Scopes(part for parts in codes for part in parts or ())
    for job, code in zip(jobs, codes, strict=True):
        if code is None:
            write(frame.ALONE)
            continue
        program.seed()
        own = lent.to(job)
        started = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, patience)
        data = frame.encode(program.run(job, own, program.Shared(code, scopes)))
        signal.setitimer(signal.ITIMER_REAL, 0)
        if os.fstat(STDOUT).st_size:
            return
        is_small = len(data) <= frame.LARGEST_TOGETHER
        write(frame.entry(data, time.monotonic() - started) if is_small else frame.ALONE)


class _Lent:
    """The frames of a scope, as each program is given them: with the columns that it touches."""

    def __init__(self, frames: dict[str, pd.DataFrame]) -> None:
        self._frames = frames
        self._narrow: dict[tuple[str, ...], pd.DataFrame] = {}

    def to(self, job: dict[str, Any]) -> dict[str, pd.DataFrame]:
        columns = job["columns"]
        return {
            name: self._narrowed(name, columns[name]) if name in columns else table
            for name, table in self._frames.items()
        }

    def _narrowed(self, name: str, columns: list[str]) -> pd.DataFrame:
        """The same frame for all programs that touch the same columns; each copies it."""
        wanted = (name, *columns)
        if wanted not in self._narrow:
            self._narrow[wanted] = self._frames[name][columns]
        return self._narrow[wanted]


def _compile(job: dict[str, Any], known: Known) -> list[CodeType] | None:
    parts = read_confined(job["source"], known)
    if parts is None:
        return None
    place = program.place(job)
    return [_placed(part.code, place) for part in parts]


def _placed(code: CodeType, place: str) -> CodeType:
    """The same code as that of another file: traces tell of it."""
    within = (
        _placed(each, place) if isinstance(each, CodeType) else each for each in code.co_consts
    )
    return code.replace(co_filename=place, co_consts=tuple(within))
