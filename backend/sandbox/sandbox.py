"""The sandbox that the executor sees, whatever isolates it."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import takewhile
from types import TracebackType
from typing import Self, TypeVar

from backend.contracts.errors import SandboxError
from backend.contracts.program import Job, Outcome, OutcomeStatus, TableFile
from backend.contracts.settings import SandboxSettings
from backend.sandbox import early
from backend.sandbox.execute import Read, conclude, execute
from backend.sandbox.launch import Launch, Scope, Worker, WorkerLost
from backend.sandbox.together import execute_together, may_share

MOST_SCOPES = 16
"""Data scopes that are kept open; each holds what its tables need beside the mapped files."""

CLOSE_SECONDS = 5.0

T = TypeVar("T")


def tables_of(job: Job, files: Mapping[str, TableFile]) -> list[TableFile]:
    """The files of the tables that a program names, by name.

    Raises:
        SandboxError: one is not there, or the table whose rows it flags is not among them.
    """
    missing = [name for name in job.program.tables if name not in files]
    is_blank = not job.program.tables and not job.program.table
    if missing or (job.program.table not in job.program.tables and not is_blank):
        named = ", ".join(missing) or job.program.table
        raise SandboxError(
            f"{job.check_id}: the sandbox has no table {named!r}. Name every table that the "
            "program reads, the flagged one first.",
            code="unknown-table",
        )
    return [files[name] for name in sorted(set(job.program.tables))]


def _wants(job: Job) -> tuple[object, ...]:
    """What programs must want alike to share a process."""
    tables, table = frozenset(job.program.tables), job.program.table
    return tables, bool(table), table in tables, job.memory_mb


def lost_twice() -> Outcome:
    """The outcome of a program that took its worker with it, twice."""
    fact = "the sandbox's worker died twice while it ran this program"
    return Outcome(status=OutcomeStatus.CRASHED, error=fact)


class IsolatedSandbox:
    """Runs programs in forks of a warm worker, which starts with the first program.

    Programs may be run from several threads; as many as there are slots go on at once. Where
    the worker dies, the programs in flight are run once more, each alone in a worker of its own.
    """

    def __init__(
        self,
        files: Mapping[str, TableFile],
        *,
        level: str,
        backend: str,
        prepare: Callable[[int], Launch],
        warm: bool,
        limits: SandboxSettings,
    ) -> None:
        """Nothing is started yet; ``prepare`` tells how, given the number of slots.

        Without ``warm`` every program has a worker of its own.
        """
        self.level = level
        self.backend = backend
        self._files = files
        self._prepare = prepare
        self._warm = warm
        self._limits = limits
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._scopes: dict[tuple[str, ...], Scope] = {}
        self._closed = False
        self._slots: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._programs = limits.programs or os.cpu_count() or 1
        for number in range(self._programs):
            self._slots.put(number)

    def __enter__(self) -> Self:
        """Nothing is started before the first program."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all processes."""
        with self._lock:
            self._closed = True
            self._end_worker()

    def retire(self) -> None:
        """Begin to end all processes: no program follows. Leaving the context waits for it."""
        threading.Thread(target=self.__exit__, args=(None, None, None)).start()

    def start(self) -> None:
        """Start a worker now, for its self-test; it serves the programs to come.

        Raises:
            SandboxError: no worker is to be had.
        """
        if self._warm:
            with self._lock:
                self._running_worker()
        else:
            self._start_worker(1).close()

    def exchange(self, files: Mapping[str, TableFile]) -> None:
        """Serve these tables from now on, while no program runs; what held the former ones ends."""
        with self._lock:
            self._files = files
            for scope in self._scopes.values():
                scope.close(CLOSE_SECONDS)
            self._scopes = {}

    def run(self, job: Job) -> Outcome:
        """Execute one program; a failing program is an Outcome, never an exception.

        Raises:
            SandboxError: no worker is to be had, or a table is not there.
        """
        try:
            return self.read(job, lambda ended, files: conclude(ended, files, self._limits))
        except WorkerLost:
            return lost_twice()

    def run_together(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Execute programs; those side by side that are confined and want the same share a process.

        Each outcome is the one that `run` gives: a program that is not confined, that prints, or
        that fails to end well and soon, is run alone, and so is one whose memory is not there.

        Raises:
            SandboxError: no worker is to be had, or a table is not there.
        """
        outcomes: list[Outcome] = []
        while len(outcomes) < len(jobs):
            for job, outcome in self._begin_together(jobs[len(outcomes) :]):
                outcomes.append(outcome or self.run(job))
        return outcomes

    def _begin_together(self, jobs: Sequence[Job]) -> list[tuple[Job, Outcome | None]]:
        """The first of these, at least one, with the outcomes of those that share a process."""
        first = jobs[0]
        alike = list(takewhile(lambda job: may_share(job) and _wants(job) == _wants(first), jobs))
        if len(alike) < 2 or not self._warm:
            return [(first, None)]
        tables = tables_of(first, self._files)
        slot = self._slots.get()
        try:
            found = self._in_scope(
                tables, slot, lambda scope, own: execute_together(alike, scope, own, self._limits)
            )
        except WorkerLost:
            self._refuse_closed()
            found = []
        finally:
            self._slots.put(slot)
        return list(zip(jobs, [*found, None], strict=False))

    def read(self, job: Job, read: Read[T]) -> T:
        """What is read of an ended program before it is judged: for who judges elsewhere.

        Raises:
            SandboxError: no worker is to be had, or a table is not there.
            WorkerLost: the worker died twice.
        """
        tables = tables_of(job, self._files)
        slot = self._slots.get()
        try:
            return self._run_in(slot if self._warm else None, job, tables, read)
        finally:
            self._slots.put(slot)

    def _run_in(self, slot: int | None, job: Job, tables: Sequence[TableFile], read: Read[T]) -> T:
        try:
            if slot is None:
                return self._run_alone(job, tables, read)
            return self._in_scope(
                tables, slot, lambda scope, own: execute(job, scope, own, self._limits, read)
            )
        except WorkerLost:
            self._refuse_closed()  # whoever closed it wants no second try
        return self._run_alone(job, tables, read)

    def _in_scope(
        self, tables: Sequence[TableFile], slot: int, act: Callable[[Scope, str], T]
    ) -> T:
        with self._lock:
            worker = self._running_worker()
            scope = self._open_scope(worker, tables)
            scope.busy += 1
        try:
            return act(scope, worker.slots[slot])
        except WorkerLost:
            with self._lock:
                if self._worker is worker:
                    self._end_worker(seconds=0)
            raise
        finally:
            scope.busy -= 1

    def _refuse_closed(self) -> None:
        if self._closed:
            raise SandboxError("sandbox: it is closed. Open another.", code="sandbox-closed")

    def _running_worker(self) -> Worker:
        self._refuse_closed()
        if self._worker is None:
            self._worker = self._start_worker(self._programs)
        return self._worker

    def _start_worker(self, programs: int) -> Worker:
        launch = self._prepare(programs)
        return early.take(launch) or self._start(launch)

    def _start(self, launch: Launch) -> Worker:
        """One that does not start with its libraries, as where they begin threads, goes without."""
        if launch.libraries:
            with suppress(SandboxError):
                return Worker(launch, start_seconds=self._limits.start_seconds)
            launch = replace(launch, libraries=())
        return Worker(launch, start_seconds=self._limits.start_seconds)

    def _open_scope(self, worker: Worker, tables: Sequence[TableFile]) -> Scope:
        key = tuple(table.table for table in tables)
        scope = self._scopes.pop(key, None)
        if scope is None:
            self._close_idle_scope()
            scope = self._open_new_scope(worker, tables)
        self._scopes[key] = scope
        return scope

    def _open_new_scope(self, worker: Worker, tables: Sequence[TableFile]) -> Scope:
        try:
            return worker.open_scope(tables)
        except WorkerLost:
            self._end_worker(seconds=0)
            raise

    def _close_idle_scope(self) -> None:
        """Make room: the one that was used longest ago goes first."""
        if len(self._scopes) >= MOST_SCOPES:
            idle = next((key for key, scope in self._scopes.items() if not scope.busy), None)
            if idle is not None:
                self._scopes.pop(idle).close(CLOSE_SECONDS)

    def _end_worker(self, *, seconds: float = CLOSE_SECONDS) -> None:
        self._scopes = {}
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close(seconds=seconds)

    def _run_alone(self, job: Job, tables: Sequence[TableFile], read: Read[T]) -> T:
        worker = self._start_worker(1)
        try:
            return execute(job, worker.open_scope(tables), worker.slots[0], self._limits, read)
        finally:
            worker.close()
