"""What is begun before its turn, so that no core waits for the record of another."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from types import TracebackType
from typing import Generic, NamedTuple, Self, TypeVar

from backend.contracts.errors import AgentError
from backend.contracts.ports import BeginsAhead, Retires, RunsTogether, Sandbox
from backend.contracts.program import Job, Outcome
from backend.executor.turns import (
    MOST_SMALL,
    WEIGHT,
    Expected,
    Turn,
    long_first,
    take_turns,
    weight,
)

T = TypeVar("T")

MOST_WAITING = 64
"""Results that may lie ready: an outcome holds its flagged rows."""
MOST_WEIGHT = MOST_WAITING * WEIGHT
"""The same, where small ones count less."""
FIRST_SMALL = 64
"""Small jobs that are looked at before the very first begins: so long every core waits."""


class Act(NamedTuple, Generic[T]):
    """Something to be done, under the name by which it will be asked for."""

    name: str
    do: Callable[[], T]


class Ahead(Generic[T]):
    """Acts on threads of their own, as many at once as there are cores, if not said otherwise."""

    def __init__(self, threads: str, *, at_once: int = 0) -> None:
        """Nothing is announced yet; ``threads`` names the threads."""
        self._announced: Iterator[Act[T]] = iter(())
        self._begun: dict[str, Future[T]] = {}
        self._threads = ThreadPoolExecutor(
            at_once or os.cpu_count() or 1, thread_name_prefix=threads
        )

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


class _Begun(NamedTuple):
    """A job on its way: its turn, its place there, and what comes of the turn."""

    turn: Turn
    place: int
    outcomes: Future[list[Outcome]]


class AheadSandbox:
    """A sandbox that begins announced jobs before it is asked for them.

    It gives what the sandbox gives, only sooner. Entered inside the sandbox's own context; jobs
    may be run from several threads.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        """Nothing is announced yet."""
        self.level = sandbox.level
        self.backend = sandbox.backend
        self._sandbox = sandbox
        self._lock = threading.RLock()
        self._announced: Iterator[Job] = iter(())
        self._expected: Expected | None = None
        self._turns: deque[Turn] = deque()
        self._begun: dict[str, _Begun] = {}
        self._weight = 0
        self._most_small = FIRST_SMALL
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
        with self._lock:
            self._announced = iter(())
            self._turns.clear()
        self._threads.shutdown(wait=error is None, cancel_futures=True)

    def announce(self, jobs: Iterable[Job], expected: Expected | None = None) -> None:
        """Begin these jobs, of different checks, given in the order they will be asked for.

        Of those that may lie ready together the longest begins first, so that no core is left
        alone with it in the end; small ones go together, where the sandbox takes them so.
        """
        if isinstance(self._sandbox, BeginsAhead):
            ordered = jobs if expected is None else long_first(jobs, expected.seconds)
            self._sandbox.announce(ordered)
            return
        with self._lock:
            self._announced, self._expected = chain(self._announced, jobs), expected
        self._begin_more()

    def retire(self) -> None:
        """No job follows: let the processes end while the caller goes on."""
        if isinstance(self._sandbox, Retires):
            self._sandbox.retire()

    def run(self, job: Job) -> Outcome:
        """The outcome of a job, from ahead where it was begun.

        Raises:
            SandboxError: the sandbox itself is not to be had or was lost.
        """
        begun = self._take(job)
        if begun is None:
            return self._sandbox.run(job)
        try:
            if begun.turn[begun.place] != job:
                return self._sandbox.run(job)
            return self._wait(begun)
        finally:
            self._begin_more()

    def _wait(self, begun: _Begun) -> Outcome:
        try:
            return begun.outcomes.result()[begun.place]
        except AgentError:
            if len(begun.turn) == 1:
                raise
        return self._sandbox.run(begun.turn[begun.place])  # for an error of its own

    def _take(self, job: Job) -> _Begun | None:
        """What was begun of a job, once; a turn that waits for room is begun for it."""
        with self._lock:
            if job.check_id not in self._begun:
                self._begin_late(job)
            begun = self._begun.pop(job.check_id, None)
            if begun is not None:
                self._weight -= weight(begun.turn) // len(begun.turn)
            return begun

    def _begin_late(self, job: Job) -> None:
        for turn in self._turns:
            if any(each.check_id == job.check_id for each in turn):
                self._turns.remove(turn)
                self._begin(turn)
                return

    def _begin_more(self) -> None:
        with self._lock:
            while self._may_begin():
                self._begin(self._turns.popleft())

    def _may_begin(self) -> bool:
        """Whether a turn waits, and there is room for what comes of it."""
        if not self._turns and self._weight < MOST_WEIGHT:
            self._turns = take_turns(
                self._announced, MOST_WEIGHT, self._expected, most_small=self._most_small
            )
            self._most_small = MOST_SMALL
        return bool(self._turns) and self._weight + weight(self._turns[0]) <= MOST_WEIGHT

    def _begin(self, turn: Turn) -> None:
        outcomes = self._threads.submit(self._run_turn, turn)
        self._weight += weight(turn)
        for place, job in enumerate(turn):
            self._begun[job.check_id] = _Begun(turn, place, outcomes)

    def _run_turn(self, turn: Turn) -> list[Outcome]:
        if len(turn) > 1 and isinstance(self._sandbox, RunsTogether):
            return self._sandbox.run_together(turn)
        return [self._sandbox.run(job) for job in turn]
