"""What runs on a node: its own sandbox, and the programs that it is sent.

Ray makes one of these on each node, in a process of its own; threads of it run programs at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from backend.contracts.contract import Contract
from backend.contracts.errors import AgentError
from backend.contracts.program import Job
from backend.contracts.settings import SandboxSettings
from backend.engine.answer import pack, pack_error, pack_lost
from backend.engine.node_tables import NodeTables, Sent
from backend.engine.release import this_release
from backend.sandbox.launch import WorkerLost
from backend.sandbox.open import open_sandbox
from backend.sandbox.sandbox import IsolatedSandbox


class Greeting(Contract):
    """What a node is fit for; ``error`` and ``code`` tell why it is not."""

    level: str = ""
    backend: str = ""
    release: dict[str, str] = {}
    error: str = ""
    code: str = ""


class Node:
    """The sandbox of one node, at the level that the node itself gives."""

    def __init__(self, limits: str, *, unsafe: bool, fetch: Callable[[Any], Any]) -> None:
        """Nothing is started; ``limits`` are the sandbox's settings as JSON."""
        self._limits = SandboxSettings.model_validate_json(limits)
        self._unsafe = unsafe
        self._tables = NodeTables(fetch)

    @cached_property
    def _sandbox(self) -> IsolatedSandbox:
        return open_sandbox(self._tables, self._limits, unsafe=self._unsafe)

    def greet(self) -> str:
        """A `Greeting` as JSON, after a worker passed its self-test here."""
        try:
            self._sandbox.start()
        except AgentError as error:
            return Greeting(error=str(error), code=error.code).model_dump_json()
        level, backend = self._sandbox.level, self._sandbox.backend
        greeting = Greeting(level=level, backend=backend, release=this_release())
        return greeting.model_dump_json()

    def run(self, jobs: Sequence[str], tables: Mapping[str, Sent]) -> list[bytes]:
        """Run these jobs (JSON), one after the other; their answers in the same order."""
        self._tables.hold(tables)
        return [self._run(Job.model_validate_json(job)) for job in jobs]

    def _run(self, job: Job) -> bytes:
        try:
            return self._sandbox.read(job, pack)
        except WorkerLost:
            return pack_lost()
        except AgentError as error:
            return pack_error(error)

    def close(self) -> None:
        """End every process of the sandbox."""
        self._sandbox.__exit__(None, None, None)


def as_sent(job: Job) -> str:
    """A job without the places of this machine; whether it keeps files is told by a name."""
    plain = {"artifacts": job.artifacts and "artifacts", "prints": None}
    return job.model_copy(update=plain).model_dump_json()
