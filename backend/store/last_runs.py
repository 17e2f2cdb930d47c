"""Runs of the runs log, found from its end: the log of years is not read for last night's.

From the beginning of ``runs_log.jsonl`` it goes on into the closed months, newest first.

Rules of this file: it writes nothing; a line that is no record costs itself only, and is told.
"""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterator
from typing import BinaryIO, NamedTuple

from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.store.closed_months import read_month_backwards, reading_parts
from backend.store.text import json_line, to_bytes
from backend.store.unchanged_runs import read_unchanged_runs

_BLOCK = 1 << 20


class RunFound(NamedTuple):
    """The records of a run and of the one before it, each in the order of the log."""

    records: tuple[RunRecord, ...]
    before: tuple[RunRecord, ...]
    trouble: tuple[str, ...]


def read_run(workspace: Workspace, run_id: str = "") -> RunFound:
    """The run of this id, or the last one; ``before`` is empty for the first of all.

    Raises:
        WorkspaceError: ``no-runs``, ``unknown-run``, or the log cannot be read.
    """
    trouble: list[str] = []
    runs: list[list[RunRecord]] = []
    for record in _records(workspace, run_id, trouble):
        if not runs or runs[-1][0].run_id != record.run_id:
            if len(runs) == 2:
                break
            runs.append([])
        runs[-1].append(record)
    if not runs:
        raise _nothing(workspace, run_id)
    found = [tuple(reversed(run)) for run in runs]
    return RunFound(found[0], found[1] if len(found) > 1 else (), tuple(trouble))


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
