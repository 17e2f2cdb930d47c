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

from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import Signature, signature
from backend.dashboard.snapshot import Snapshot
from backend.store.closed_months import find_months
from backend.store.runs_query import lines_of_run

_KEPT = 4
"""Runs that are kept in memory; one of 5,000 checks takes some 20 MB."""


class RunInFull(NamedTuple):
    """The records of a run in the order in which its checks ran; ``damaged`` lines are left out."""

    records: tuple[RunRecord, ...]
    damaged: int = 0


class _Kept:
    """The runs that were asked for last; safe among threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._runs: OrderedDict[tuple[str, Signature | None], RunInFull] = OrderedDict()

    def read(self, workspace: Workspace, run_id: str) -> RunInFull:
        key = (run_id, signature(workspace.runs_log_file))
        with self._lock:
            if key not in self._runs:
                self._runs[key] = _read(workspace, run_id)
            self._runs.move_to_end(key)
            while len(self._runs) > _KEPT:
                self._runs.popitem(last=False)
            return self._runs[key]


def read_run(snapshot: Snapshot, run_id: str) -> RunInFull:
    """Every record of a run; none where the log has none, or cannot be read."""
    path = snapshot.workspace.runs_log_file
    kept = snapshot.memo.hold(path, "runs in full", _Kept)
    return kept.read(snapshot.workspace, run_id)


def _read(workspace: Workspace, run_id: str) -> RunInFull:
    live = _read_live(workspace.runs_log_file, run_id)
    try:
        closed = lines_of_run(find_months(workspace), run_id)
    except OSError:
        closed = []
    # a kill while a month was closed leaves its lines in both, until the next run
    return _parse(iter(dict.fromkeys((*closed, *live))), run_id)


def _read_live(path: Path, run_id: str) -> list[bytes]:
    try:
        with (
            path.open("rb") as stream,
            mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as log,
        ):
            return [*_lines_of(log, run_id)]
    except (OSError, ValueError):  # not there, empty, or not to be read
        return []


def _lines_of(log: mmap.mmap, run_id: str) -> Iterator[bytes]:
    """The lines from the first to the last of this run."""
    mark = _mark(run_id)
    start = _first(log, lambda line: _run_of(line) >= run_id)
    if log[start : start + len(mark)] != mark:  # the clock was set back, or there is none
        start = log.find(mark)
    while 0 <= start < len(log):
        end = log.find(b"\n", start)
        line = log[start : end if end >= 0 else len(log)]
        if not line.startswith(mark) and _run_of(line):
            return
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


def _parse(lines: Iterator[bytes], run_id: str) -> RunInFull:
    records, damaged = [], 0
    for line in lines:
        if not line.strip():
            continue
        try:
            record = RunRecord.model_validate(json.loads(line))
        except (ValueError, RecursionError):
            damaged += 1
            continue
        if record.run_id == run_id:
            records.append(record)
    return RunInFull(tuple(records), damaged)
