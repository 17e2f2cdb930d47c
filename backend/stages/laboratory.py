"""One step of a stage's program, run isolated over exactly the tables that it may see.

Rules of this file: a step's memory never holds a table that it was not given, nor does the process
that it is forked from; what it gives back is JSON and files; the files are moved, and never
unpickled.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Protocol, Self, TypeAlias

import pandas as pd
import pyarrow as pa
from pydantic import JsonValue

from backend.contracts.errors import AgentError, DataError, ProgramError
from backend.contracts.ports import Sandbox
from backend.contracts.program import Job, Outcome, OutcomeStatus, Program, ResultKind, TableFile
from backend.contracts.settings import SandboxSettings
from backend.store.atomic import cannot_write
from backend.tables.sealed import write_sealed

Table: TypeAlias = pd.DataFrame | pa.Table

BYTES = "bytes"
"""The one column of a table that carries a file into a step."""
PRINTS = "live.jsonl"
"""The file of a step's folder that has what the step prints, as it prints it."""
LOOK_SECONDS = 0.2
"""How often a running step is looked after."""
_CODES = {
    OutcomeStatus.FAILED: "program-failed",
    OutcomeStatus.TIMEOUT: "timeout",
    OutcomeStatus.MEMORY: "memory",
    OutcomeStatus.CRASHED: "crashed",
    OutcomeStatus.BAD_RESULT: "bad-result",
}


class StepSandbox(Sandbox, Protocol):
    """A sandbox that may go from the tables of one step to those of the next."""

    def exchange(self, files: Mapping[str, TableFile]) -> None:
        """Serve these tables from now on; every process that held the former ones ends."""
        ...


OpenSandbox = Callable[[Mapping[str, TableFile], SandboxSettings], StepSandbox]


class Finished(NamedTuple):
    """What a step gave: its JSON value, the names of its files, the time it took."""

    value: JsonValue
    files: tuple[str, ...]
    """Below the folder that they were left to, sorted."""
    seconds: float
    stdout: str = ""


class StepDone(NamedTuple):
    """A step for the record: what it was given, and what it left."""

    step: str
    tables: dict[str, int]
    """Rows by table."""
    arguments: dict[str, JsonValue]
    files: tuple[str, ...]


class StepFailed(ProgramError):
    """A step that raised, passed a limit, or gave what is no JSON; ``trace`` is for the record."""

    def __init__(self, message: str, *, code: str, trace: str = "") -> None:
        super().__init__(message, code=code)
        self.trace = trace


class StageCancelled(AgentError):
    """A person cancelled the stage while it ran."""

    code = "cancelled"


@dataclass(frozen=True)
class Laboratory:
    """Runs the steps of one stage's program, each in a process that holds its tables alone.

    Within a ``with`` those processes are forks of one worker, which has the libraries imported;
    leaving it ends the worker. Outside of one each step has a worker of its own.
    """

    check_id: str
    program: Program
    """The page, whose ``check(tables, *, step, artifacts, arguments)`` does the named step."""
    open_sandbox: OpenSandbox
    limits: SandboxSettings
    """``wall_seconds`` and ``memory_mb`` are those of one step."""
    scratch: Path
    """A folder of this run, on the file system of the folders that files are left to."""
    is_cancelled: Callable[[], bool] = lambda: False
    """Asked again and again while a step runs."""
    done: list[StepDone] = field(default_factory=list)
    """The steps that came to their end, in order."""
    kept: list[StepSandbox | None] = field(default_factory=list)
    """The sandbox that serves step after step; None before the first, empty outside of a ``with``.
    """

    def __enter__(self) -> Self:
        """Nothing is started before the first step."""
        self.kept[:] = [None]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all processes."""
        end_kept(self.kept)
        self.kept.clear()

    def anew(self) -> Self:
        """One like this whose worker is another: what it shows again hangs on no process."""
        return replace(self, kept=[])

    def run(
        self,
        step: str,
        tables: Mapping[str, Table],
        arguments: Mapping[str, JsonValue],
        leave: Path,
        *,
        seconds: float | None = None,
    ) -> Finished:
        """Do one step over these tables and no others; move the files that it left to ``leave``.

        A frame's index does not travel: rows are numbered from 0 inside. ``seconds`` may shorten
        the wall-clock limit, never lengthen it.

        Raises:
            StepFailed: (a `ProgramError`) the step raised (``program-failed``), passed a limit
                (``timeout``, ``memory``), died (``crashed``) or gave no JSON (``bad-result``).
            DataError: a table that Arrow has no form for.
            SandboxError: no sandbox is to be had.
            StageCancelled: somebody wants the stage cancelled.
            WorkspaceError: the disk refuses.
        """
        folder = self._new_folder()
        try:
            files = {name: _write(folder, name, table) for name, table in tables.items()}
            outcome = self._outcome(
                self._job(step, files, arguments, folder / "left", seconds), files
            )
            value = self._value_of(step, outcome)
            _move(folder / "left", outcome.files, leave)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        rows = {name: file.rows for name, file in files.items()}
        self.done.append(StepDone(step, rows, dict(arguments), outcome.files))
        return Finished(value, outcome.files, outcome.seconds, outcome.stdout)

    def _outcome(self, job: Job, files: Mapping[str, TableFile]) -> Outcome:
        """Run the job; where it is cancelled meanwhile, its processes end."""
        with ThreadPoolExecutor(1) as thread, self._sandbox(files) as sandbox:
            running = thread.submit(sandbox.run, job)
            while not wait([running], LOOK_SECONDS).done:
                if self.is_cancelled():
                    fact = "the stage was cancelled, and what it had begun is cleared away"
                    raise StageCancelled(f"{self.check_id}: {fact}. Run again to begin it anew.")
            return running.result()

    @contextmanager
    def _sandbox(self, files: Mapping[str, TableFile]) -> Iterator[StepSandbox]:
        """One over these tables, which stays for the next step, if it is kept and nothing fails."""
        if not self.kept:
            with self.open_sandbox(files, self.limits) as sandbox:
                yield sandbox
            return
        kept = self.kept[0] or self.open_sandbox({}, self.limits).__enter__()
        self.kept[0] = kept
        try:
            kept.exchange(files)
            yield kept
            kept.exchange({})
        except BaseException:
            end_kept(self.kept)
            raise

    def _new_folder(self) -> Path:
        try:
            self.scratch.mkdir(parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix="step-", dir=self.scratch))
        except OSError as error:
            raise cannot_write(self.scratch, error) from error

    def _job(
        self,
        step: str,
        files: Mapping[str, TableFile],
        arguments: Mapping[str, JsonValue],
        artifacts: Path,
        seconds: float | None,
    ) -> Job:
        names = tuple(files)
        tables = {"table": names[0] if names else "", "tables": names}
        most = self.limits.wall_seconds
        return Job(
            check_id=self.check_id,
            program=self.program.model_copy(update=tables),
            arguments={"step": step, "arguments": dict(arguments)},
            seconds=most if seconds is None else min(seconds, most),
            memory_mb=self.limits.memory_mb,
            any_result=True,
            artifacts=artifacts,
            prints=artifacts.with_name(PRINTS),
        )

    def _value_of(self, step: str, outcome: Outcome) -> JsonValue:
        if outcome.status is not OutcomeStatus.OK:
            fact = outcome.error.rstrip(".") or "it gave no reason"
            raise StepFailed(
                f"{self.check_id}: step {step!r} failed: {fact}.",
                code=_CODES[outcome.status],
                trace="\n".join(filter(None, [outcome.stdout, outcome.trace])),
            )
        if outcome.kind is not ResultKind.VALUE:
            fact = "gave a table where a step gives JSON. Let it write the table to artifacts"
            raise StepFailed(f"{self.check_id}: step {step!r} {fact}.", code="bad-result")
        return outcome.value


def end_kept(kept: list[StepSandbox | None]) -> None:
    """End the sandbox that laboratories keep here; the next step opens another."""
    sandbox = kept[0] if kept else None
    if sandbox is not None:
        kept[0] = None
        sandbox.__exit__(None, None, None)


def file_table(path: Path) -> pa.Table:
    """A file as the table of one row that carries it into a step (``tables[name].at[0, "bytes"]``).

    Raises:
        WorkspaceError: it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(
            f"{path.name}: the file that an earlier step left cannot be read ({error.strerror}). "
            "Run the session's stages again, from the first.",
            code="lost-artifact",
        ) from error
    return pa.table({BYTES: pa.array([data], pa.large_binary())})


def _write(folder: Path, name: str, table: Table) -> TableFile:
    try:
        arrow = (
            table
            if isinstance(table, pa.Table)
            else pa.Table.from_pandas(table.reset_index(drop=True), preserve_index=False)
        )
    except (pa.ArrowException, TypeError, ValueError) as error:
        raise DataError(
            f"{name}: the table has a column that Arrow has no form for ({error}). "
            "Let each column hold values of one type.",
            code="unreadable-table",
        ) from error
    path = folder / f"{len(list(folder.iterdir()))}.arrow"
    write_sealed(path, arrow)
    return TableFile(table=name, path=path, rows=arrow.num_rows)


def _move(left: Path, names: tuple[str, ...], leave: Path) -> None:
    for name in names:
        target = leave / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            (left / name).replace(target)
        except OSError as error:
            raise cannot_write(target, error) from error
