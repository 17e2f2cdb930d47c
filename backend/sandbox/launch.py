"""Starts a worker process and talks to it; one worker serves many data scopes."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from backend.contracts.errors import SandboxError
from backend.sandbox import binds
from backend.sandbox.worker import message, slots
from backend.sandbox.worker.lockdown import Guard

if TYPE_CHECKING:
    from backend.contracts.program import TableFile

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds ``backend``."""
PACKAGE = Path(__file__).resolve().parent / "worker"
"""All of this project that a worker sees."""

ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "MALLOC_ARENA_MAX": "2",
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
    "NUMEXPR_MAX_THREADS": "1",
    "ARROW_IO_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
}
"""The whole environment of a worker: nothing of the user's; no library starts a thread. Memory
comes in large pages where it is much, which spares long columns most of their page faults."""

OUTSIDE = (str(Path(__file__).resolve()), "/etc/passwd")
"""Files that are there, and that no program may read; the first may lie among the packages."""

OUT_OF_MEMORY_SCORE = "800"
"""Where the machine itself runs out of memory, a worker goes before its parent does."""

LAUNCHER = ThreadPoolExecutor(1, thread_name_prefix="sandbox-launcher")
"""Starts every worker: the kernel ends a worker with the thread that started it, and this one
lives as long as the process."""


class WorkerLost(Exception):
    """The worker ended, or no longer answers."""


@dataclass(frozen=True)
class Launch:
    """How to start a worker: all but the control socket's number is known beforehand."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(hash=False)
    slots: tuple[str, ...]
    slots_are_ours: bool
    """Whether the slots are folders of this machine, to be removed if the worker cannot."""
    guard: Guard
    libraries: tuple[str, ...] = ()
    """Modules that the worker imports before it serves, so that no program pays for them."""


def child_process(guard: Guard, programs: int) -> Launch:
    """A plain child process: limits, a clean environment, and what the guard locks."""
    folder = tempfile.mkdtemp(prefix="sandbox-")
    return Launch(
        command=(sys.executable, "-s", "-B", str(PACKAGE / "start.py"), str(ROOT)),
        environment=ENVIRONMENT,
        slots=tuple(f"{folder}/slot{number}" for number in range(programs)),
        slots_are_ours=True,
        guard=guard,
    )


class Worker:
    """A running worker."""

    def __init__(self, launch: Launch, *, start_seconds: float) -> None:
        """Start it and wait until it is warm.

        Raises:
            SandboxError: it does not start.
        """
        self.slots = launch.slots
        self._launch = launch
        self._scopes: list[Scope] = []
        self._start_seconds = start_seconds
        self._control, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(start_seconds)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
        try:
            with far:
                self._process = LAUNCHER.submit(self._spawn, far.fileno()).result()
        except OSError as error:
            self._control.close()
            self._errors.close()
            raise _refusal(f"the worker did not start: {error}") from error
        _prefer_for_out_of_memory(self._process.pid)
        self._greet()

    def _spawn(self, control: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and script
            [*self._launch.command, str(control), *self.slots],
            env=dict(self._launch.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            pass_fds=[control],
            start_new_session=True,
            cwd="/",
        )

    def _greet(self) -> None:
        """Tell the worker how to lock programs in, and hear what its self-test found."""
        try:
            message.send(self._control, _hello(self._launch.guard, self._launch.libraries))
            leaks = message.receive_text(self._control)["leaks"]
        except (EOFError, OSError) as error:
            self._refuse(f"the worker did not start: {self._last_words()}", error)
        if leaks:
            self._refuse(f"its self-test failed: {'; '.join(leaks)}", None)

    def _refuse(self, fact: str, cause: Exception | None) -> NoReturn:
        self.close(seconds=0)
        raise _refusal(fact) from cause

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"no word within {self._start_seconds:g} s"

    def open_scope(self, tables: Sequence[TableFile]) -> Scope:
        """A process that holds these tables and no others.

        Raises:
            SandboxError: a table cannot be mapped.
            WorkerLost: the worker is gone.
        """
        if self._launch.guard.seccomp:
            for table in tables:
                binds.refuse_to_show(self._launch.guard.readable, table.path)
        near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        near.settimeout(self._start_seconds)
        with ExitStack() as held:
            held.enter_context(far)
            files = [held.enter_context(_open(table)).fileno() for table in tables]
            try:
                message.send(self._control, {}, [far.fileno(), *files])
                message.send(near, {"tables": [table.table for table in tables]})
            except OSError as error:
                near.close()
                raise WorkerLost from error
        scope = Scope(near, tables)
        self._scopes.append(scope)
        return scope

    def close(self, *, seconds: float = 5.0) -> None:
        """End the worker and its scopes, by force where it does not end within these seconds."""
        if seconds > 0:
            for scope in self._scopes:
                scope.close(seconds)
        self._control.close()
        self._wait(seconds)
        for scope in self._scopes:
            scope.control.close()
        self._errors.close()
        if self._launch.slots_are_ours:
            slots.remove(list(self.slots))

    def _wait(self, seconds: float) -> None:
        _wait_for_end(self._process.pid, seconds)
        try:
            self._process.wait(0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Scope:
    """The near side of a data scope's process."""

    def __init__(self, control: socket.socket, tables: Sequence[TableFile]) -> None:
        """Wait until its tables are mapped.

        Raises:
            SandboxError: a table cannot be mapped, or is not as long as it was.
            WorkerLost: the process ended.
        """
        self.control = control
        self.busy = 0
        self.rows = {table.table: table.rows for table in tables}
        try:
            ready = message.receive_text(control)
        except (EOFError, OSError) as error:
            control.close()
            raise WorkerLost from error
        if ready.get("ready") != self.rows:
            control.close()
            fact = ready.get("error", "a file has another number of rows than recorded")
            raise _unmapped(", ".join(self.rows), fact)

    def close(self, seconds: float) -> None:
        """End the process and wait for its end, no longer than this."""
        with suppress(OSError), self.control:
            self.control.settimeout(seconds)
            self.control.shutdown(socket.SHUT_WR)
            self.control.recv(1)


def _wait_for_end(pid: int, seconds: float) -> None:
    """Come back when the process has ended, at the latest after these seconds."""
    with suppress(OSError):
        ended = os.pidfd_open(pid)
        try:
            select.select([ended], [], [], seconds)
        finally:
            os.close(ended)


def _hello(guard: Guard, libraries: Sequence[str]) -> dict[str, object]:
    return {
        "guard": asdict(guard),
        "environment": list(ENVIRONMENT),
        "outside": next(path for path in OUTSIDE if not path.startswith(guard.readable)),
        "libraries": list(libraries),
    }


def _open(table: TableFile) -> BinaryIO:
    try:
        return table.path.open("rb")
    except OSError as error:
        raise _unmapped(table.table, str(error.strerror)) from error


def _refusal(fact: str) -> SandboxError:
    return SandboxError(
        f"sandbox: {fact}. 'agent doctor' tells what this machine gives and how to get better."
    )


def _unmapped(names: str, fact: str) -> SandboxError:
    return SandboxError(
        f"{names}: the columnar file cannot be mapped: {fact}. Delete cached_mem/tables; the next "
        "run reads the tables again.",
        code="table-not-mapped",
    )


def _prefer_for_out_of_memory(pid: int) -> None:
    with suppress(OSError):
        Path(f"/proc/{pid}/oom_score_adj").write_text(OUT_OF_MEMORY_SCORE)
