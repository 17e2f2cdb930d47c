"""What is begun before its turn, so that no core waits for the record of another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from types import TracebackType
from typing import Generic, NamedTuple, Self, TypeVar

from backend.contracts.ports import BeginsAhead, Sandbox
from backend.contracts.program import Job, Outcome
from backend.contracts.workflow import Workflow

T = TypeVar("T")

MOST_WAITING = 16
"""Results that may lie ready: an outcome holds its flagged rows."""


class Act(NamedTuple, Generic[T]):
    """Something to be done, under the name by which it will be asked for."""

    name: str
    do: Callable[[], T]


class Ahead(Generic[T]):
    """Acts on threads of their own, as many at once as there are cores."""

    def __init__(self, threads: str) -> None:
        """Nothing is announced yet; ``threads`` names the threads."""
        self._announced: Iterator[Act[T]] = iter(())
        self._begun: dict[str, Future[T]] = {}
        self._threads = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix=threads)

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
        self._announced = iter(())
        self._threads.shutdown(wait=error is None, cancel_futures=True)

    def announce(self, acts: Iterable[Act[T]]) -> None:
        """Begin these, of different names, about in the order in which they will be asked for.

        They are looked at one after the other, when there is room for more.
        """
        self._announced = chain(self._announced, acts)
        self._begin_more()

    def take(self, name: str) -> Future[T] | None:
        """What comes of an announced act, once; None where it was not begun."""
        return self._begun.pop(name, None)

    def taken(self) -> None:
        """One that was taken is done with: the next may begin."""
        self._begin_more()

    def _begin_more(self) -> None:
        for act in islice(self._announced, MOST_WAITING - len(self._begun)):
            self._begun[act.name] = self._threads.submit(act.do)


class AheadSandbox:
    """A sandbox that begins announced jobs before it is asked for them.

    It gives what the sandbox gives, only sooner. Entered inside the sandbox's own context.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        """Nothing is announced yet."""
        self.level = sandbox.level
        self.backend = sandbox.backend
        self._sandbox = sandbox
        self._jobs: dict[str, Job] = {}
        self._ahead: Ahead[Outcome] = Ahead("program")

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
        self._ahead.__exit__(kind, error, trace)

    def announce(self, jobs: Iterable[Job], seconds: Callable[[Job], float] | None = None) -> None:
        """Begin these jobs, of different checks, given in the order they will be asked for.

        ``seconds`` tells what a job took before: of those that may lie ready together the longest
        begins first, so that no core is left alone with it in the end.
        """
        ordered = jobs if seconds is None else longest_first(jobs, seconds)
        if isinstance(self._sandbox, BeginsAhead):
            self._sandbox.announce(ordered)
        else:
            self._ahead.announce(map(self._act, ordered))

    def _act(self, job: Job) -> Act[Outcome]:
        self._jobs[job.check_id] = job
        return Act(job.check_id, lambda: self._sandbox.run(job))

    def run(self, job: Job) -> Outcome:
        """The outcome of a job, from ahead where it was begun.

        Raises:
            SandboxError: the sandbox itself is not to be had or was lost.
        """
        begun = self._ahead.take(job.check_id)
        try:
            if begun is None or self._jobs[job.check_id] != job:
                return self._sandbox.run(job)
            return begun.result()
        finally:
            self._ahead.taken()


def seconds_before(workflows: Mapping[str, Workflow]) -> Callable[[Job], float]:
    """Tells what the program of a job took when it ran last; 0 where that is not known."""
    took = {each.check_id: each.execution.seconds for each in workflows.values() if each.execution}
    return lambda job: took.get(job.check_id, 0.0)


def longest_first(jobs: Iterable[Job], seconds: Callable[[Job], float]) -> Iterator[Job]:
    """The jobs, the longest first of each `MOST_WAITING`; equal ones stay in order."""
    rest = iter(jobs)
    while group := list(islice(rest, MOST_WAITING)):
        yield from sorted(group, key=seconds, reverse=True)
