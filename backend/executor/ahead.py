"""Programs that are begun before their turn, so that no core waits for the record of another."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from backend.contracts.ports import Sandbox
from backend.contracts.program import Job, Outcome

MOST_WAITING = 16
"""Outcomes that may lie ready: each holds its flagged rows."""


class AheadSandbox:
    """A sandbox that begins announced jobs before it is asked for them.

    It gives what the sandbox gives, only sooner. Entered inside the sandbox's own context.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        """Nothing is announced yet."""
        self.level = sandbox.level
        self.backend = sandbox.backend
        self._sandbox = sandbox
        self._announced: deque[Job] = deque()
        self._begun: dict[str, tuple[Job, Future[Outcome]]] = {}
        self._threads = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="program")

    def __enter__(self) -> Self:
        """Nothing is begun before it is announced."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Begin nothing more."""
        self._threads.shutdown(wait=error is None, cancel_futures=True)

    def announce(self, jobs: Iterable[Job]) -> None:
        """Begin these jobs, of different checks, in the order in which they will be asked for."""
        self._announced.extend(jobs)
        self._begin_more()

    def run(self, job: Job) -> Outcome:
        """The outcome of a job, from ahead where it was begun.

        Raises:
            SandboxError: the sandbox itself is not to be had or was lost.
        """
        announced, outcome = self._begun.pop(job.check_id, (None, None))
        try:
            if outcome is None or announced != job:
                return self._sandbox.run(job)
            return outcome.result()
        finally:
            self._begin_more()

    def _begin_more(self) -> None:
        while self._announced and len(self._begun) < MOST_WAITING:
            job = self._announced.popleft()
            self._begun[job.check_id] = job, self._threads.submit(self._sandbox.run, job)
