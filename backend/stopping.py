"""When a run begins no further check: it was told to end, or its time is over.

Rules of this file: the check in hand is always finished and put on record; those that were not
begun are on record too, as SKIPPED with a code, so that no check falls silent.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from types import FrameType

from backend.contracts.check import Check
from backend.contracts.verdict import Execution, RunRecord
from backend.executor.judge import skipped
from backend.records import INTERRUPTED, OUT_OF_TIME

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_TOLD = b"\nEnding after the check in hand. A second signal ends at once.\n"


class Stopping:
    """Whether a run goes on; made when it begins."""

    def __init__(self, max_seconds: float | None = None) -> None:
        """Nobody told it to end yet; ``max_seconds`` is its time from now on."""
        self._seconds = max_seconds
        self._began = time.monotonic()
        self._signal: signal.Signals | None = None

    @property
    def is_told(self) -> bool:
        """Whether a signal told the run to end."""
        return self._signal is not None

    def why_not(self, check: Check) -> Execution | None:
        """The verdict of a check that is not begun any more; None where it is."""
        if self._signal is not None:
            fact = f"the run was ended by {self._signal.name} before this check began. Run again."
            return skipped(check, INTERRUPTED, fact)
        if self._seconds is not None and time.monotonic() - self._began >= self._seconds:
            fact = f"the {self._seconds:g} s of the run were over before this check began."
            return skipped(check, OUT_OF_TIME, f"{fact} Give it more with --max-seconds.")
        return None

    @contextlib.contextmanager
    def deferring(self) -> Iterator[None]:
        """SIGTERM and SIGINT wait for the check in hand; a second one is a KeyboardInterrupt."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._hear) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, action in before.items():
                signal.signal(number, action)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if self._signal is not None:
            raise KeyboardInterrupt
        self._signal = signal.Signals(number)
        with contextlib.suppress(OSError, ValueError):
            os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, _TOLD)


def say_stopped(records: Iterable[RunRecord]) -> tuple[str, ...]:
    """How many checks were not begun, and why; nothing where all were."""
    codes = [record.code for record in records]
    told = {INTERRUPTED: "the run was told to end", OUT_OF_TIME: "its time was over"}
    return tuple(
        f"{codes.count(code)} of {len(codes)} checks were not begun: {why}."
        for code, why in told.items()
        if code in codes
    )
