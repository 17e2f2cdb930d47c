"""The Pandas source of one check, and what an execution of it gives."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from pydantic import JsonValue

from backend.contracts.contract import Contract
from backend.contracts.plan import Grain


class Program(Contract):
    """One page of Pandas.

    The source defines ``check(tables, *, …)``, which returns the rows that break the rule, and
    may define ``scope(tables, *, …)``, which returns the rows that the rule judges (their number
    is ``tested``; without it every row of ``table`` is tested).
    """

    source: str
    sha256: str
    """``sha256:…`` of the source in UTF-8."""
    table: str
    tables: tuple[str, ...]
    grain: Grain
    parameters: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]] = {}
    """Of these tables the source touches only these columns, and is given no others; it may touch
    all of a table that is not named."""


class TableFile(Contract):
    """A typed table as an uncompressed Arrow IPC stream with pandas metadata."""

    table: str
    path: Path
    rows: int


class Job(Contract):
    """One program over some tables, as a sandbox gets it."""

    check_id: str
    program: Program
    arguments: dict[str, JsonValue] = {}
    """Keyword arguments: ``as_of`` as an ISO date-time text, and the check's params."""
    seconds: float = 60.0
    """Wall-clock limit."""
    memory_mb: int = 2048
    any_result: bool = False
    """Whether ``check`` may return any value, and not only what the program's grain asks for."""
    artifacts: Path | None = None
    """The folder, not there yet, that the program's files leave to; None lets none leave.

    ``check`` may always take a parameter ``artifacts``: the one folder that it may write to."""
    prints: Path | None = None
    """The file to which what it prints goes besides, as it prints it; None for none."""


class ResultKind(StrEnum):
    """What a program gave that may return any value."""

    ROWS = "rows"
    RECORDS = "records"
    VALUE = "value"


class OutcomeStatus(StrEnum):
    """How the execution of a program ended, as told by the sandbox and never by the program."""

    OK = "ok"
    FAILED = "failed"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    BAD_RESULT = "bad-result"


@dataclass(frozen=True)
class Outcome:
    """What a sandbox gives back for a job.

    ``rows`` are 0-based positions in ``program.table``, ascending, without repeats (row grain);
    ``records`` are the failing groups or metrics (group grain), each a mapping of JSON scalars.
    Exactly one of the two is filled when the status is OK. Where any value may be returned,
    ``kind`` tells which of ``rows``, ``records`` and ``value`` it is.
    """

    status: OutcomeStatus
    tested: int = 0
    rows: array[int] = field(default_factory=lambda: array("q"))
    records: tuple[dict[str, JsonValue], ...] = ()
    stdout: str = ""
    error: str = ""
    """One line for a person, empty when OK."""
    trace: str = ""
    """The program's own traceback lines, for the run record."""
    seconds: float = 0.0
    kind: ResultKind | None = None
    value: JsonValue = None
    files: tuple[str, ...] = ()
    """Below the job's ``artifacts``, sorted; none where the status is not OK."""
    node: str = ""
    """The node of a cluster that ran it; empty for this machine."""
