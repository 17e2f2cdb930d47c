"""Exams of several proofs as one job of the sandbox: a process takes long to start.

Rules of this file: only exams of programs that the compiler wrote share a process, only over the
same tables, and only at level full; what comes of an exam is what would come of it alone; where a
shared job does not come to its end, each sits alone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from types import TracebackType
from typing import Any, NamedTuple, Self

from backend.contracts.errors import AgentError
from backend.contracts.ports import Sandbox
from backend.contracts.program import Job, Outcome, OutcomeStatus
from backend.sandbox import machine

MOST_TOGETHER = 8
"""Exams of one job."""
EXAMS = "exams"
"""The argument of the page that holds them."""

Companions = tuple[tuple[str, ...], int]
"""Jobs over the same tables (0), or a job that shares with none (a number of its own)."""


class _Waiting(NamedTuple):
    """A job that has not been sat yet."""

    job: Job
    outcome: Future[Outcome]


class SharedSandbox:
    """A sandbox in which exams that wait for a process are sat together in the next.

    As long as a process is free an exam is sat at once, and alone. Of the threads that work with it
    one at a time works, while the others wait for their exams: Python runs one thread at a time
    anyway, and loses much time where several want to.
    """

    def __init__(self, sandbox: Sandbox, *, processes: int = 1) -> None:
        """Nothing waits yet; so many processes are busy at once."""
        self.level = sandbox.level
        self.backend = sandbox.backend
        self._sandbox = sandbox
        self._waiting: dict[Companions, list[_Waiting]] = {}
        self._alone = count(1)
        self._idle = threading.local()
        self._lock = threading.Lock()
        self._working = threading.Lock()
        self._free = processes
        self._proctors = ThreadPoolExecutor(self._free, thread_name_prefix="exams")

    def __enter__(self) -> Self:
        """Nothing is started."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let nothing more be sat; who opened the sandbox ends it."""
        self._proctors.shutdown(wait=error is None)

    @contextmanager
    def working(self) -> Iterator[None]:
        """The turn of a thread to work, until it waits for an exam or is done."""
        with self._working:
            yield

    def run(self, job: Job) -> Outcome:
        """The outcome of a job that shares its process with none; within `working`.

        Raises:
            SandboxError: the sandbox itself is not to be had or was lost.
        """
        return self.wait(self.begin(job, may_share=False))

    def begin(self, job: Job, *, may_share: bool) -> Future[Outcome]:
        """Let a job be done; one of a single exam may share its process with others."""
        mine = _Waiting(job, Future())
        with self._lock:
            shares = may_share and self.level == machine.FULL
            companions = (job.program.tables, 0 if shares else next(self._alone))
            self._waiting.setdefault(companions, []).append(mine)
            if self._free:
                self._free -= 1
                self._proctors.submit(self._proctor)
        return mine.outcome

    def wait(self, begun: Future[Outcome]) -> Outcome:
        """The outcome of a job that was begun; within `working`.

        Raises:
            SandboxError: the sandbox itself is not to be had or was lost.
        """
        started = time.monotonic()
        self._working.release()
        try:
            outcome = begun.result()
        finally:
            self._working.acquire()
        waited = time.monotonic() - started - outcome.seconds
        self._idle.seconds = self._waited() + max(0.0, waited)
        return outcome

    def clock(self) -> float:
        """The monotonic clock of a thread, which stands while it waits for others."""
        return time.monotonic() - self._waited()

    def _waited(self) -> float:
        return float(getattr(self._idle, "seconds", 0.0))

    def _proctor(self) -> None:
        """Sit what waits, until nothing does."""
        while together := self._take():
            try:
                self._sit(together)
            finally:
                for each in together:
                    each.outcome.cancel()  # nobody waits for what cannot come any more

    def _take(self) -> list[_Waiting]:
        """Those that have waited longest, and may share a process; the core is free after none."""
        with self._lock:
            if not self._waiting:
                self._free += 1
                return []
            companions = next(iter(self._waiting))
            waiting = self._waiting.pop(companions)
            if len(waiting) > MOST_TOGETHER:  # the rest goes behind the others
                self._waiting[companions] = waiting[MOST_TOGETHER:]
            return waiting[:MOST_TOGETHER]

    def _sit(self, together: Sequence[_Waiting]) -> None:
        try:
            outcomes = self._outcomes([each.job for each in together])
        except AgentError as error:
            for each in together:
                each.outcome.set_exception(error)
            return
        for each, outcome in zip(together, outcomes, strict=True):
            each.outcome.set_result(outcome)

    def _outcomes(self, jobs: Sequence[Job]) -> list[Outcome]:
        outcomes = self._together(jobs) if len(jobs) > 1 else []
        return outcomes or [self._sandbox.run(job) for job in jobs]

    def _together(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Of jobs that were sat together; none where they have to be sat one by one."""
        outcome = self._sandbox.run(_joined(jobs))
        values: Any = outcome.value
        if outcome.status is not OutcomeStatus.OK or not isinstance(values, list):
            return []
        if len(values) != len(jobs) or any(map(_ran_short, values)):
            return []
        share = outcome.seconds / len(jobs)
        return [replace(outcome, value=[value], seconds=share) for value in values]


def _joined(jobs: Sequence[Job]) -> Job:
    """One job that holds the exams of all."""
    exams = [exam for job in jobs for exam in _exams(job)]
    update = {"arguments": {EXAMS: exams}, "seconds": sum(job.seconds for job in jobs)}
    return jobs[0].model_copy(update=update)


def _exams(job: Job) -> list[Any]:
    found = job.arguments[EXAMS]
    assert isinstance(found, list)
    return found


def _ran_short(value: Any) -> bool:
    """Whether memory ran out in an exam, which may be the doing of another one."""
    try:
        found = [*value["runs"], *value["duels"], *(own for _, own in value["owns"])]
        return any(each is not None and each.get("error") == "MemoryError" for each in found)
    except (KeyError, TypeError, ValueError, AttributeError):
        return True  # it is not what the page gives: each tells for itself
