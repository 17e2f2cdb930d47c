"""A sandbox on every node of a Ray cluster, which looks like the one of this machine.

Programs run there; flagged rows and files come back, and are judged and written here alone. A node
that is lost costs its programs another try on the others.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from types import TracebackType
from typing import Self

from backend.contracts.engine_settings import EngineSettings
from backend.contracts.errors import AgentError, SandboxError
from backend.contracts.program import Job, Outcome, TableFile
from backend.contracts.settings import SandboxSettings
from backend.engine.answer import read_answer
from backend.engine.cluster import Cluster
from backend.engine.node import Greeting
from backend.engine.place import NodeLost, Place
from backend.engine.table_store import TableStore
from backend.engine.waiting import Given, Ticket, Waiting
from backend.sandbox import machine
from backend.sandbox.sandbox import tables_of

LEVELS = (machine.NONE, machine.REDUCED, machine.FULL_SLOW, machine.FULL)
"""The weakest first: what holds on one node alone holds for no run."""


class RaySandbox:
    """Runs programs in the sandboxes of all nodes; joins the cluster when it is entered."""

    def __init__(
        self,
        files: Mapping[str, TableFile],
        limits: SandboxSettings,
        engine: EngineSettings,
        *,
        unsafe: bool,
    ) -> None:
        """Nothing is started; ``level`` and ``backend`` are told once it is entered."""
        self.level = machine.NONE if unsafe else ""
        self.backend = ""
        self._files = files
        self._limits = limits
        self._unsafe = unsafe
        self._cluster = Cluster(engine, cpus=limits.programs or os.cpu_count() or 1)
        self._places: list[Place] = []
        self._greetings: list[Greeting] = []
        self._threads: list[threading.Thread] = []
        self._serving = 0
        self._lock = threading.Lock()
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Join the cluster and wait for its nodes.

        Raises:
            SandboxError: there is no cluster, or a node that is not fit.
        """
        with ExitStack() as held:
            self._cluster.open()
            held.callback(self._cluster.close)
            held.callback(self._close_places)
            found = self._open_places()
            self._store = TableStore(self._files)
            programs = sum(place.programs for place in self._places)
            self._waiting = Waiting(self._count_rows, programs=programs)
            held.callback(self._close_waiting)
            self._tell(found)
            self._serve_places()
            self._held = held.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the programs, the nodes' processes, and a cluster of our own."""
        self._held.close()

    def announce(self, jobs: Iterable[Job]) -> None:
        """Begin these jobs, of different checks, in the order in which they will be asked for."""
        self._waiting.announce(jobs)

    def run(self, job: Job) -> Outcome:
        """Execute one program; a failing program is an Outcome, never an exception.

        Raises:
            SandboxError: no node is to be had, or a table is not there.
            WorkspaceError: the folder for its files cannot be written.
        """
        rows = {file.table: file.rows for file in tables_of(job, self._files)}
        given = self._waiting.ask(job).result()
        outcome = read_answer(given.answer, job, rows.get(job.program.table, 0), self._limits)
        return replace(outcome, node=given.node)

    def _count_rows(self, job: Job) -> int:
        return sum(file.rows for file in tables_of(job, self._files))

    def _open_places(self) -> int:
        """Keep the nodes that are ready in time; gives how many there are."""
        nodes = self._cluster.nodes()
        for node in nodes:
            place = Place(node, self._cluster, self._limits, unsafe=self._unsafe)
            self._places.append(place)
        deadline = time.monotonic() + self._limits.start_seconds
        self._places = [place for place in [*self._places] if self._is_ready(place, deadline)]
        if not self._places:
            raise SandboxError(
                "engine: no node of the Ray cluster is free or answers. Look at 'ray status', or "
                'set name = "local" under [engine] in settings.toml.',
                code="no-node",
            )
        return len(nodes)

    def _is_ready(self, place: Place, deadline: float) -> bool:
        try:
            greeting = place.greet(max(0.0, deadline - time.monotonic()))
        except NodeLost:
            place.close(seconds=0)
            return False
        self._greetings.append(greeting)
        return True

    def _tell(self, found: int) -> None:
        """Say what the weakest node gives."""
        self.level = min((greeting.level for greeting in self._greetings), key=LEVELS.index)
        there = len(self._places)
        number = f"{there} nodes" if there == found else f"{there} of {found} nodes"
        number = "1 node" if there == found == 1 else number
        backends = " or ".join(sorted({greeting.backend for greeting in self._greetings}))
        self.backend = f"{backends}, on {number} of Ray {self._cluster.version}"

    def _serve_places(self) -> None:
        self._threads = [
            threading.Thread(target=self._serve, args=(place,), name=f"node {place.name}")
            for place in self._places
            for _ in range(place.programs)
        ]
        self._serving = len(self._threads)
        for thread in self._threads:
            thread.start()

    def _serve(self, place: Place) -> None:
        """Give one program after the other to a node, until there is nothing more, or no node."""
        try:
            while batch := self._waiting.take():
                if not self._hand_over(batch, place):
                    break
        finally:
            with self._lock:
                self._serving -= 1
            if not self._serving:
                self._waiting.close(_no_node_left())

    def _hand_over(self, batch: list[Ticket], place: Place) -> bool:
        """Run a batch; tells whether the node serves on."""
        times_opened = place.times_opened
        with ExitStack() as unless_told:
            unless_told.callback(_tell_error, batch, _no_node_left())
            try:
                jobs = [ticket.job for ticket in batch]
                answers = place.run(jobs, self._store.send(jobs))
                for ticket, answer in zip(batch, answers, strict=True):
                    ticket.given.set_result(Given(answer, place.name))
            except NodeLost:
                unless_told.pop_all()
                self._waiting.give_back(batch, place.name)
                return not self._waiting.is_closed and place.reopen(times_opened)
            except AgentError as error:
                _tell_error(batch, error)
        return True

    def _close_waiting(self) -> None:
        self._waiting.close(SandboxError("engine: it is closed. Open another.", code="closed"))

    def _close_places(self) -> None:
        for place in self._places:
            place.close()
        for thread in self._threads:
            thread.join()


def _tell_error(batch: list[Ticket], error: AgentError) -> None:
    for ticket in batch:
        if not ticket.given.done():
            ticket.given.set_exception(error)


def _no_node_left() -> SandboxError:
    return SandboxError(
        "engine: every node of the Ray cluster was lost. Look at 'ray status', then run again.",
        code="no-node",
    )
