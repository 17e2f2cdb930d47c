"""Runs of the runs log, found from its end: the log of years is not read for last night's.

From the beginning of ``runs_log.jsonl`` it goes on into the closed months, newest first.

Rules of this file: it writes nothing; a line that is no record costs itself only, and is told.
"""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterator, Mapping
from typing import BinaryIO, NamedTuple

from backend.contracts.errors import WorkspaceError
from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.store.closed_months import read_month_backwards, reading_parts
from backend.store.journal import read_tail
from backend.store.kept_records import KeptRecords
from backend.store.text import json_line, to_bytes
from backend.store.unchanged_runs import read_kept_runs, read_unchanged_runs

_BLOCK = 1 << 20


class RunFound(NamedTuple):
    """The records of a run and of the one before it, each in the order of the log.

    What a run kept comes before its own. ``lost`` tells, in ``trouble`` too, where the log no
    longer has the records of what the run, or the one before, kept.
    """

    records: tuple[RunRecord, ...]
    before: tuple[RunRecord, ...]
    trouble: tuple[str, ...]
    lost: tuple[str, ...] = ()


def read_run(workspace: Workspace, run_id: str = "") -> RunFound:
    """The run of this id, or the last one; ``before`` is empty for the first of all.

    Raises:
        WorkspaceError: ``no-runs``, ``unknown-run``, or the log cannot be read.
    """
    trouble: list[str] = []
    lines = read_kept_runs(workspace)
    asked = lines.get(run_id)
    start = asked.unchanged_since if asked and not asked.ran else run_id
    runs = _gather(_records(workspace, start, trouble), lines, run_id)
    if not runs:
        raise _nothing(workspace, run_id)
    found = [run.records() for run in runs]
    lost = tuple(told for run in runs for told in run.trouble())
    return RunFound(found[0], found[1] if len(found) > 1 else (), (*trouble, *lost), lost)


def _gather(
    records: Iterator[RunRecord], lines: Mapping[str, UnchangedRun], run_id: str
) -> list[_Gathered]:
    """The run that was asked for and the one before it; the records are given backwards."""
    runs: list[_Gathered] = []
    for record in records:
        if not runs:
            runs += [_Gathered(run.run_id, run) for run in _without_own(lines, record, run_id)]
        if len(runs) < 2 and (not runs or runs[-1].run_id != record.run_id):
            runs.append(_Gathered(record.run_id, lines.get(record.run_id)))
        elif runs[-1].run_id != record.run_id and all(run.is_whole for run in runs):
            break
        for run in runs:
            run.take(record)
    return runs


def _without_own(
    lines: Mapping[str, UnchangedRun], last: RunRecord, run_id: str
) -> list[UnchangedRun]:
    """The run that was asked for, if it came after all records and has none of its own."""
    newest = next(reversed([*lines]), "")
    run = lines.get(run_id or newest)
    return [run] if run and not run.ran and run.unchanged_since == last.run_id else []


class _Gathered:
    """A run, gathered from the log's end backwards: its own records, and those that it kept."""

    def __init__(self, run_id: str, line: UnchangedRun | None) -> None:
        self.run_id = run_id
        self._line = line
        self._own: list[RunRecord] = []
        self._kept: KeptRecords | None = None

    def take(self, record: RunRecord) -> None:
        if record.run_id == self.run_id:
            self._own.append(record)
            return
        if self._kept is None and self._line and self._line.kept:
            own = (each.check_id for each in self._own)
            self._kept = KeptRecords(self._line, self._line.kept, own)
        if self._kept:
            self._kept.take(record)

    @property
    def is_whole(self) -> bool:
        is_kept = self._line is not None and self._line.kept is not None
        return not is_kept or (self._kept is not None and self._kept.is_done)

    def records(self) -> tuple[RunRecord, ...]:
        kept = self._kept.records() if self._kept else []
        return (*kept, *reversed(self._own))

    def trouble(self) -> tuple[str, ...]:
        return self._kept.trouble() if self._kept else ()


def last_run_id(workspace: Workspace) -> str:
    """The run of the log's last line, of those that no closed month has; empty where none tells.

    Raises:
        WorkspaceError: the log cannot be read.
    """
    record = _record(read_tail(workspace.runs_log_file).last)
    return record.run_id if record else ""


def read_backwards(workspace: Workspace) -> Iterator[RunRecord]:
    """Every record, the newest first; lines that are none are left out.

    Raises:
        WorkspaceError: the log cannot be read.
    """
    for line in _lines_backwards(workspace):
        record = _record(line)
        if record is not None:
            yield record


def read_since(workspace: Workspace, run_ids: Container[str], *, but: str) -> list[RunRecord]:
    """The records after the last one of these runs, oldest first, without those of one run.

    Raises:
        WorkspaceError: the log cannot be read.
    """
    found: list[RunRecord] = []
    own = _opening(but)
    for line in _lines_backwards(workspace):
        if but and line.startswith(own):
            continue
        record = _record(line)
        if record is not None and record.run_id in run_ids:
            break
        if record is not None and record.run_id != but:
            found.append(record)
    return found[::-1]


def _opening(run_id: str) -> bytes:
    """How the record of a run begins: its own records need not be parsed to be passed over."""
    return to_bytes(json_line({"run_id": run_id}))[:-2] + b","


def _records(workspace: Workspace, run_id: str, trouble: list[str]) -> Iterator[RunRecord]:
    """The records from the last one of the wanted run on, backwards."""
    wanted = json.dumps(run_id).encode() if run_id else b""
    is_reached = not run_id
    for line in _lines_backwards(workspace):
        if not is_reached and wanted not in line:
            continue
        record = _record(line)
        if record is None:
            name = workspace.runs_log_file.name
            trouble.append(f"{name}: a line is not the record of a check; left out.")
        elif is_reached or record.run_id == run_id:
            is_reached = True
            yield record


def _record(line: bytes) -> RunRecord | None:
    try:
        return RunRecord.model_validate(json.loads(line))
    except (ValueError, RecursionError):
        return None


def _lines_backwards(workspace: Workspace) -> Iterator[bytes]:
    """Whole lines, the last first; what a killed writer left behind is none unless it is whole."""
    with reading_parts(workspace) as parts:
        yield from _live_backwards(parts.live, parts.start)
        for month in reversed(parts.months):
            yield from (line for line in read_month_backwards(month) if line.strip())


def _live_backwards(stream: BinaryIO, begin: int) -> Iterator[bytes]:
    position = stream.seek(0, os.SEEK_END)
    pieces: list[bytes] = []
    is_end = True
    while position > begin:
        start = max(begin, position - _BLOCK)
        stream.seek(start)
        first, *lines = stream.read(position - start).split(b"\n")
        position = start
        if lines:
            lines[-1] += b"".join(reversed(pieces))
            pieces = []
            yield from _ended(lines, is_end=is_end)
            is_end = False
        pieces.append(first)
    yield from _ended([b"".join(reversed(pieces))], is_end=is_end)


def _ended(lines: list[bytes], *, is_end: bool) -> Iterator[bytes]:
    torn = lines[-1] if is_end and _record(lines[-1]) is None else None
    yield from (line for line in reversed(lines) if line.strip() and line is not torn)


def _nothing(workspace: Workspace, run_id: str) -> WorkspaceError:
    name = workspace.runs_log_file.name
    if not run_id:
        fact = f"{name} holds no run."
        return WorkspaceError(f"{fact} Run the checks first: agent run.", code="no-runs")
    for run in reversed(read_unchanged_runs(workspace).runs):
        if run.run_id == run_id:
            fact = f"The run {run_id!r} found nothing changed and has no records of its own."
            cure = f"Those of {run.unchanged_since!r} hold for it: name that run."
            return WorkspaceError(f"{fact} {cure}", code="unknown-run")
    fact = f"{name} knows no run {run_id!r}."
    return WorkspaceError(f"{fact} Its lines name every run.", code="unknown-run")
