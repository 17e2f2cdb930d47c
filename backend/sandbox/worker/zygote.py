"""The warm process: libraries imported once, no table, a fork for each data scope."""

from __future__ import annotations

import gc
import os
import socket
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from backend.sandbox.worker import canary, child, kernel, message, scope, shortcuts, slots
from backend.sandbox.worker.lockdown import Guard

SET_BY_THE_START = ("PWD", "LC_CTYPE")
"""Variables that bubblewrap and Python set themselves."""

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""What keeps a library from starting a thread when it is imported: nothing could be forked."""


def serve(control_fd: int, slot_folders: list[str]) -> None:
    """Fork a scope for each request, until the control socket closes.

    The first message brings the guard, the environment that is allowed, the path of a file that no
    program may read, and libraries to import besides. The answer names what does not hold; then
    nothing is served.
    """
    kernel.refuse_tracing()
    warm()
    control = socket.socket(fileno=control_fd)
    slots.create(slot_folders)
    try:
        hello, _ = message.receive(control)
        guard = Guard(**hello["guard"])
        import_libraries(hello["libraries"], slot_folders[0])
        leaks = _find_leaks(guard, slot_folders[0], hello)
        message.send(control, {"leaks": leaks})
        if not leaks:
            _fork_scopes(control, guard)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        _bury_scopes(0)
    finally:
        slots.remove(slot_folders)


def _find_leaks(guard: Guard, slot: str, hello: dict[str, Any]) -> list[str]:
    if not guard.seccomp:
        return []
    strange = sorted(os.environ.keys() - {*hello["environment"], *SET_BY_THE_START})
    leaks = [f"its environment holds {name}" for name in strange]
    return leaks + canary.find_leaks(guard, slot, hello["outside"])


def warm() -> None:
    """Import what programs use, so that no program pays for it."""
    import mimetypes

    import pandas as pd
    import pyarrow.ipc

    for number, name in ((1, "stdout"), (2, "stderr")):
        stream = os.fdopen(number, "w", buffering=1, encoding="utf-8", errors="backslashreplace")
        setattr(sys, name, stream)
    shortcuts.install()
    mimetypes.knownfiles.clear()
    mimetypes.init()
    frame = pd.DataFrame({"key": ["a", None], "number": [1, 2]})
    frame.groupby("key", dropna=False)["number"].sum()
    frame["key"].str.fullmatch("a")
    pyarrow.ipc.new_stream(pyarrow.BufferOutputStream(), pyarrow.schema([])).close()
    gc.freeze()  # not searched before: forks share pages as long as nobody fills holes in them
    gc.enable()


def import_libraries(names: list[str], slot: str) -> None:
    """Import these where programs would: with their settings, and a slot for what is cached.

    One that is not installed, or fails, is left to the program that wants it.
    """
    if not names:
        return
    own = dict(os.environ)
    slots.prepare(slot)
    os.environ.clear()
    os.environ.update(child.settings_in(slot), **ONE_THREAD)
    gc.disable()
    try:
        for name in names:
            with suppress(ImportError, OSError):
                import_module(name)
    finally:
        os.environ.clear()
        os.environ.update(own)
        slots.wipe(slot)
    gc.freeze()
    gc.enable()
    kernel.require_one_thread()


def _fork_scopes(control: socket.socket, guard: Guard) -> None:
    while True:
        _, files = message.receive(control)
        _bury_scopes(os.WNOHANG)
        kernel.require_one_thread()
        parent = os.getpid()
        if os.fork() == 0:
            _become_scope(parent, guard, control, files)
        for file in files:
            os.close(file)


def _bury_scopes(options: int) -> None:
    """Wait for scopes: what they took counts with this process only when they were waited for."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, options)[0]:
            pass


def _become_scope(parent: int, guard: Guard, control: socket.socket, files: list[int]) -> None:
    code = 1
    try:
        kernel.die_with(parent)
        control.close()
        scope.serve(socket.socket(fileno=files[0]), files[1:], guard)
        code = 0
    finally:
        os._exit(code)
