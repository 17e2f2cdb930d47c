"""How the process speaks and ends."""

from __future__ import annotations

import atexit
import contextlib
import gc
import io
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import NoReturn

from backend.records import BROKEN

NEW_OBJECTS = 1_000_000
"""So many more objects, and the youngest are searched for garbage; 700 is what Python does."""


def show_every_character() -> None:
    """A terminal of a small alphabet gets escapes for what it cannot show, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextlib.contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """Being told to end is like Ctrl-C: what is done is remembered first."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def without_garbage() -> Iterator[None]:
    """Let what is there before and after the block not be searched for garbage: it stays.

    Within it the search waits for many objects: most that a run makes are what it read, which stays
    too, and to search ten thousand workflows again and again took most of the time to read them.
    """
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 20, 50)
    gc.enable()
    try:
        yield
    finally:
        gc.freeze()


def end_at_once(code: int) -> NoReturn:
    """End as `sys.exit` does, but leave it to the system to take back what the process holds.

    To take a run's objects apart, one by one, took longer than to write all that it leaves.
    """
    main = threading.main_thread()
    if all(thread is main or thread.daemon for thread in threading.enumerate()):
        atexit._run_exitfuncs()
        with contextlib.suppress(OSError, ValueError):  # `sys.exit` meets it too, and tells it
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    sys.exit(code)


def end_faults_in_error() -> None:
    """Let a fault of the agent itself end the process as BROKEN: Python's own 1 means FAIL."""
    sys.excepthook = _show_and_end


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _show_and_end(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    traceback.print_exception(kind, error, trace)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(BROKEN)
