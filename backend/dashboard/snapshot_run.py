"""One run in full: the record of each of its checks, from the runs log.

A log of millions of lines is not read for one run: its lines stand together and in the order of
time, so its place is found by halving. Those of a closed month are asked of its file.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import Signature, signature
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_runs import kept_runs
from backend.store.closed_months import find_months
from backend.store.kept_records import KeptRecords
from backend.store.runs_query import lines_of_runs

_KEPT = 4
"""Runs that are kept in memory; one of 5,000 checks takes some 20 MB."""


class RunInFull(NamedTuple):
    """The records of a run in the order in which its checks ran; ``damaged`` lines are left out.

    Those that it kept come first; ``trouble`` tells where the log has them no more.
    """

    records: tuple[RunRecord, ...]
    damaged: int = 0
    trouble: tuple[str, ...] = ()


class _Kept:
    """The runs that were asked for last; safe among threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._runs: OrderedDict[tuple[str, Signature | None, bool], RunInFull] = OrderedDict()

    def read(self, workspace: Workspace, run_id: str, line: UnchangedRun | None) -> RunInFull:
        key = (run_id, signature(workspace.runs_log_file), line is None)
        with self._lock:
            if key not in self._runs:
                self._runs[key] = _read(workspace, run_id, line)
            self._runs.move_to_end(key)
            while len(self._runs) > _KEPT:
                self._runs.popitem(last=False)
            return self._runs[key]


def read_run(snapshot: Snapshot, run_id: str) -> RunInFull:
    """Every record of a run; none where the log has none, or cannot be read."""
    path = snapshot.workspace.runs_log_file
    kept = snapshot.memo.hold(path, "runs in full", _Kept)
    return kept.read(snapshot.workspace, run_id, kept_runs(snapshot)[0].get(run_id))


def _read(workspace: Workspace, run_id: str, line: UnchangedRun | None) -> RunInFull:
    first = line.kept.base if line and line.kept else run_id
    live = _read_live(workspace.runs_log_file, first, run_id)
    try:
        closed = lines_of_runs(find_months(workspace), first, run_id)
    except OSError:
        closed = []
    # a kill while a month was closed leaves its lines in both, until the next run
    read = _parse(iter(dict.fromkeys((*closed, *live))))
    own = tuple(record for record in read.records if record.run_id == run_id)
    if line is None or line.kept is None:
        return read._replace(records=own)
    kept = KeptRecords(line, line.kept, [record.check_id for record in own])
    for record in reversed(read.records):
        if record.run_id != run_id:
            kept.take(record)
    return read._replace(records=(*kept.records(), *own), trouble=kept.trouble())


def _read_live(path: Path, first: str, run_id: str) -> list[bytes]:
    try:
        with (
            path.open("rb") as stream,
            mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as log,
        ):
            return [*_lines_of(log, first, run_id)]
    except (OSError, ValueError):  # not there, empty, or not to be read
        return []


def _lines_of(log: mmap.mmap, first: str, run_id: str) -> Iterator[bytes]:
    """The lines from the first of one run to the last of another, or of the same."""
    mark, last = _mark(first), _mark(run_id)
    start = _first(log, lambda line: _run_of(line) >= first)
    if log[start : start + len(mark)] != mark:  # the clock was set back, or there is none
        start = log.find(mark)
    is_reached = False
    while 0 <= start < len(log):
        end = log.find(b"\n", start)
        line = log[start : end if end >= 0 else len(log)]
        is_last = line.startswith(last)
        if is_reached and not is_last and _run_of(line):
            return
        is_reached |= is_last
        yield line
        start = end + 1 if end >= 0 else -1


def _first(log: mmap.mmap, is_beyond: Callable[[bytes], bool]) -> int:
    """The beginning of the first line for which this is true, of lines for which it stays true."""
    low, high = 0, len(log)
    while low < high:
        middle = (low + high) // 2
        start = log.rfind(b"\n", low, middle) + 1 or low
        end = log.find(b"\n", start)
        after = end + 1 if end >= 0 else len(log)
        if is_beyond(log[start:after]):
            high = start
        else:
            low = after
    return low


def _run_of(line: bytes) -> str:
    """The run of a record; empty for what is none."""
    with contextlib.suppress(ValueError, RecursionError):
        found = json.loads(line)
        if isinstance(found, dict) and isinstance(found.get("run_id"), str):
            return str(found["run_id"])
    return ""


def _mark(run_id: str) -> bytes:
    return b'{"run_id":' + json.dumps(run_id, ensure_ascii=False).encode("utf-8", "replace")


def _parse(lines: Iterator[bytes]) -> RunInFull:
    records, damaged = [], 0
    for line in lines:
        if not line.strip():
            continue
        try:
            record = RunRecord.model_validate(json.loads(line))
        except (ValueError, RecursionError):
            damaged += 1
            continue
        records.append(record)
    return RunInFull(tuple(records), damaged)
