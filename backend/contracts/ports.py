"""What the rooms above need of the rooms below, as protocols."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

if TYPE_CHECKING:
    from backend.contracts.check import Check
    from backend.contracts.model import ModelReply, ModelRequest, Spent
    from backend.contracts.plan import Plan
    from backend.contracts.program import Job, Outcome
    from backend.contracts.prompt import PromptRecord
    from backend.contracts.schema import Schema

NOT_ISOLATED = "none"
"""The level of a sandbox that is none."""


class Planner(Protocol):
    """English to plan."""

    name: str
    """``offline@1``: who plans, with the version that changes when its reading does."""

    def plan(self, check: Check, schema: Schema) -> Plan:
        """Understand one check wholly, or decline.

        Raises:
            CannotPlan: words that are not understood, a table or column that is not there.
            AmbiguousCheck: two readings that differ.
        """
        ...


class Model(Protocol):
    """A language model behind a provider, within a budget and on the record."""

    name: str
    """``claude@…``: the provider and its ladder of models; a decline holds until it changes."""
    rungs: int
    """How many models its ladder has."""

    @property
    def spent(self) -> Spent:
        """What its calls came to since it was opened."""
        ...

    def ask(self, request: ModelRequest) -> ModelReply:
        """Send one request; whatever comes of it is in the prompt log before this returns.

        Raises:
            ProviderError: no answer came: ``no-key``, ``no-network``, ``refused``,
                ``budget-spent``, ``truncated``, ``overloaded``, … (`backend.llm`).
        """
        ...


class PromptLog(Protocol):
    """Where exchanges are put on record; nothing is parsed before it is there."""

    def begin(self, record: PromptRecord) -> PromptRecord:
        """Note that this call goes out now: it is on record even if the process dies.

        Gives the record with its ``call`` named; several calls may be out at once.
        """
        ...

    def end(self, record: PromptRecord) -> str:
        """Append the record of a call that was begun, or of a compile; gives its hash."""
        ...


@runtime_checkable
class BeginsAhead(Protocol):
    """A sandbox that itself begins jobs before it is asked for them."""

    def announce(self, jobs: Iterable[Job]) -> None:
        """Begin these jobs, of different checks, in the order in which they will be asked for."""
        ...


@runtime_checkable
class RunsTogether(Protocol):
    """A sandbox that runs small programs with less effort where it gets them together."""

    def run_together(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Execute programs over the same tables; each outcome is the one that ``run`` gives.

        Raises:
            SandboxError: the sandbox itself is not to be had or was lost.
        """
        ...


@runtime_checkable
class Retires(Protocol):
    """A sandbox that can end while its user goes on with other things."""

    def retire(self) -> None:
        """Begin to end all processes, since no program follows."""
        ...


class Sandbox(Protocol):
    """Runs programs over the tables that it was opened with.

    Opened once a run with every table file (``Mapping[str, TableFile]``); a job sees only the
    tables that its program names. Use as a context manager; leaving it ends all processes.
    """

    level: str
    """The guarantee: ``full``, ``full, slow``, ``reduced``, or ``none`` on a person's own word."""
    backend: str
    """What gives it, for the record: ``bubblewrap 0.8.0, Landlock 7, seccomp``."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def run(self, job: Job) -> Outcome:
        """Execute one program; a failing program is an Outcome, never an exception.

        Raises:
            SandboxError: the sandbox itself is not to be had or was lost.
        """
        ...
