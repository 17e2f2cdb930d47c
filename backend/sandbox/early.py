"""Workers that start before it is known which tables they will serve.

Nobody waits for one but who takes it. One that does not start is forgotten: who needs a worker
starts another, and tells what is wrong. One that is never taken ends with this process, since its
control socket closes.

Rules of this file: it imports nothing that takes its time; a run begins here, before all else.
"""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future

from backend.contracts.errors import SandboxError
from backend.sandbox import bubblewrap, machine
from backend.sandbox.bytecode import compile_modules
from backend.sandbox.guards import guard_for
from backend.sandbox.launch import PACKAGE, Launch, Worker

_begun: dict[Launch, Future[Worker]] = {}


def begin_worker(programs: int, slot_mb: int, start_seconds: float) -> None:
    """Start the worker that a sandbox with these settings will want, and come back at once.

    Raises:
        SandboxError: Python lies where the user's own files do.
    """
    facts = machine.examine()
    found = facts.bubblewrap
    if machine.choose(facts).level == machine.FULL and found is not None:
        guard = guard_for(machine.FULL, facts)
        launch = bubblewrap.launch(found.path, guard, slot_mb, programs or os.cpu_count() or 1)
        begin(launch, start_seconds=start_seconds)


def begin(launch: Launch, *, start_seconds: float) -> None:
    """Start a worker, and come back at once."""
    future: Future[Worker] = Future()
    _begun[launch] = future
    threading.Thread(
        target=_start, args=(launch, start_seconds, future), name="sandbox-early", daemon=True
    ).start()


def take(launch: Launch) -> Worker | None:
    """The worker that was begun like this, warm; None where there is none."""
    future = _begun.pop(launch, None)
    try:
        return future.result() if future is not None else None
    except SandboxError:
        return None


def _start(launch: Launch, start_seconds: float, future: Future[Worker]) -> None:
    try:
        future.set_result(Worker(launch, start_seconds=start_seconds))
    except SandboxError as error:
        future.set_exception(error)
    compile_modules(PACKAGE)
