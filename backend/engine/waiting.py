"""Jobs that wait for a node, and which of them go together.

Nothing here knows Ray. Jobs are announced in the order in which they will be asked for; small ones
go in one batch, since to hand over a batch costs as much as to check a small table.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import NamedTuple

from backend.contracts.errors import AgentError, SandboxError
from backend.contracts.program import Job

LEAST = 20
"""The least weight of a batch, where so much is announced: a check over small tables weighs 1."""
ROWS_THAT_WEIGH = 50_000
"""Every so many rows that a program reads weigh as much again as a small check."""
MOST_TRIES = 3
"""So many nodes may be lost under a job before it counts as the cause."""


class Given(NamedTuple):
    """What a node gave for a job, and which node."""

    answer: bytes
    node: str


@dataclass(eq=False)
class Ticket:
    """A job with what will come of it."""

    job: Job
    given: Future[Given] = field(default_factory=Future)
    weight: int = 0
    """What it counts among the results that lie ready."""
    is_begun: bool = False
    is_asked: bool = False
    tries: int = 0


class Waiting:
    """Announced jobs, and those that somebody waits for now, which go first and alone."""

    def __init__(self, count_rows: Callable[[Job], int], *, programs: int) -> None:
        """Nothing waits; ``programs`` go on at once, and twice as many batches may lie ready."""
        self._count_rows = count_rows
        self._most_ahead = 2 * programs * LEAST
        self._ahead = 0
        self._changed = threading.Condition()
        self._announced: deque[Ticket] = deque()
        self._by_check: dict[str, Ticket] = {}
        self._urgent: deque[Ticket] = deque()
        self._end: SandboxError | None = None

    @property
    def is_closed(self) -> bool:
        """Whether nothing is handed out any more."""
        return self._end is not None

    def announce(self, jobs: Iterable[Job]) -> None:
        """Let these jobs, of different checks, be begun in this order."""
        tickets = [Ticket(job) for job in jobs]
        with self._changed:
            self._announced.extend(tickets)
            self._by_check |= {ticket.job.check_id: ticket for ticket in tickets}
            self._changed.notify_all()

    def ask(self, job: Job) -> Future[Given]:
        """What comes of a job, which nobody but the one who asks waits for.

        Raises:
            SandboxError: nothing is handed out any more.
        """
        with self._changed:
            if self._end is not None:
                raise self._end
            ticket = self._by_check.pop(job.check_id, None)
            if ticket is not None:
                self._leave_ahead(ticket)
            if ticket is None or ticket.job != job:
                ticket = Ticket(job)
            if not ticket.is_begun:
                self._urgent.append(ticket)
            self._changed.notify_all()
            return ticket.given

    def _leave_ahead(self, ticket: Ticket) -> None:
        ticket.is_asked = True
        self._ahead -= ticket.weight
        if not ticket.is_begun:
            self._announced.remove(ticket)

    def take(self) -> list[Ticket]:
        """The next batch, once there is one; none where nothing is handed out any more."""
        while True:
            with self._changed:
                self._changed.wait_for(self._has_work)
                if self._end is not None:
                    return []
                if self._urgent:
                    return [_begun(self._urgent.popleft())]
            batch = self._gather()
            if batch:
                return batch

    def _has_work(self) -> bool:
        return self._end is not None or bool(self._urgent) or self._may_go_ahead()

    def _may_go_ahead(self) -> bool:
        return bool(self._announced) and self._ahead < self._most_ahead

    def _gather(self) -> list[Ticket]:
        """Announced jobs that weigh enough together; a job without its table goes back at once."""
        batch: list[Ticket] = []
        weight = 0
        while weight < LEAST and (ticket := self._begin_next()):
            try:
                own = 1 + self._count_rows(ticket.job) // ROWS_THAT_WEIGH
            except AgentError as error:
                ticket.given.set_exception(error)
                continue
            weight += own
            self._count_ahead(ticket, min(own, LEAST))
            batch.append(ticket)
        return batch

    def _begin_next(self) -> Ticket | None:
        with self._changed:
            if self._end is not None or not self._may_go_ahead():
                return None
            return _begun(self._announced.popleft())

    def _count_ahead(self, ticket: Ticket, weight: int) -> None:
        with self._changed:
            if not ticket.is_asked:
                ticket.weight = weight
                self._ahead += weight

    def give_back(self, batch: Sequence[Ticket], node: str) -> None:
        """Let the jobs of a node that was lost be run by another, each alone."""
        with self._changed:
            for ticket in reversed(batch):
                ticket.tries += 1
                if ticket.tries == MOST_TRIES:
                    ticket.given.set_exception(_lost_too_often(ticket.job, node))
                elif self._end is not None:
                    ticket.given.set_exception(self._end)
                else:
                    self._urgent.appendleft(ticket)
            self._changed.notify_all()

    def close(self, end: SandboxError) -> None:
        """Hand out nothing more; who waits is told this error."""
        with self._changed:
            if self._end is None:
                self._end = end
            for ticket in (*self._urgent, *self._announced):
                ticket.given.set_exception(self._end)
            self._urgent.clear()
            self._announced.clear()
            self._changed.notify_all()


def _begun(ticket: Ticket) -> Ticket:
    ticket.is_begun = True
    return ticket


def _lost_too_often(job: Job, node: str) -> SandboxError:
    return SandboxError(
        f"{job.check_id}: {MOST_TRIES} times the node was lost that ran this check, the last time "
        f"{node}. Look whether its memory is enough, or lower sandbox.memory_mb.",
        code="node-lost",
    )
