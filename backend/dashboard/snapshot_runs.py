"""Runs, and one check through all of them, from the runs log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from backend.contracts.errors import WorkspaceError
from backend.contracts.event import Happening, RunEvent
from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.workspace import Workspace
from backend.dashboard.runs_index import Reading, RunsIndex, add_parts
from backend.dashboard.runs_lines import RunPart
from backend.dashboard.snapshot import Snapshot
from backend.store.journal import read_tail
from backend.store.kept_records import NOT_BEGUN
from backend.store.unchanged_runs import read_kept_runs, read_unchanged_since

_LOOK_BACK = 5
"""Runs before the last one in which all verdicts before are looked for."""
_LOOK_FURTHER = 200
"""Checks whose verdicts before are looked for in all runs: those that a run looked at are few."""

KeptRuns = Mapping[str, UnchangedRun]


class Runs(NamedTuple):
    """All runs that are read so far, the newest first.

    ``is_complete`` is false while older ones are still being read; ``trouble`` tells of lines that
    are no records.
    """

    newest_first: tuple[RunPart, ...]
    is_complete: bool
    trouble: tuple[str, ...]
    reading: Reading
    kept: KeptRuns = MappingProxyType({})
    """The lines of runs that tell which checks were kept, by run."""


class Point(NamedTuple):
    """A check in one run."""

    run_id: str
    started_at: str
    verdict: str
    tested: int
    flagged: int
    program: str


class Change(NamedTuple):
    """A check whose last run came out otherwise than the run before."""

    check_id: str
    before: str
    after: str
    flagged_before: int
    flagged_after: int


class Ending(NamedTuple):
    """The newest happening of the newest run; ``is_over`` is false while it is going."""

    run_id: str
    is_over: bool
    seconds: float
    exit_code: int | None


def read_runs(snapshot: Snapshot, *, wait: bool = False) -> Runs:
    """Every run that is known by now; ``wait`` for the oldest, too."""
    path = snapshot.workspace.runs_log_file
    index = snapshot.memo.hold(path, "runs", lambda: RunsIndex(snapshot.workspace))
    reading = index.refresh(wait=wait)
    trouble = [reading.trouble] if reading.trouble else []
    if reading.damaged:
        trouble.append(f"{path.name}: {_say_damaged(reading.damaged)}; left out.")
    kept, refused = kept_runs(snapshot)
    trouble += refused
    state = (reading, kept)
    runs = snapshot.memo.hold_for(path, "run totals", state, lambda: _totals(reading, kept))
    return Runs(runs, reading.is_complete, tuple(trouble), reading, kept)


def kept_runs(snapshot: Snapshot) -> tuple[KeptRuns, tuple[str, ...]]:
    """The lines of runs that tell which checks were kept, and why they could not be read."""
    path = snapshot.workspace.unchanged_runs_file
    return snapshot.memo.read(path, "kept runs", lambda: _read_kept(snapshot.workspace))


def _read_kept(workspace: Workspace) -> tuple[KeptRuns, tuple[str, ...]]:
    try:
        return read_kept_runs(workspace), ()
    except WorkspaceError as error:
        return {}, (str(error),)


def read_ending(workspace: Workspace) -> Ending | None:
    """How far the newest run is, from the end of its events; None where no event tells."""
    files = sorted(workspace.events.glob("*.jsonl")) if workspace.events.is_dir() else []
    if not files:
        return None
    try:
        event = RunEvent.model_validate(json.loads(read_tail(files[-1]).last))
    except (ValueError, WorkspaceError, RecursionError):
        return None
    is_over = event.happening is Happening.RUN_ENDED
    return Ending(event.run_id, is_over, event.seconds, event.exit_code)


def read_since(snapshot: Snapshot, run_id: str) -> tuple[UnchangedRun, ...]:
    """Runs that came after the last one with records, and found nothing changed since it."""
    path = snapshot.workspace.unchanged_runs_file
    try:
        return snapshot.memo.read(
            path, f"since {run_id}", lambda: read_unchanged_since(snapshot.workspace, run_id)
        )
    except WorkspaceError:
        return ()


def history_of(runs: Runs, check_id: str) -> list[Point]:
    """One check in every run that has a record of it and is read so far, the oldest first."""
    started = {run.run_id: run.started_at for run in runs.newest_first}
    return [
        Point(row["run_id"], started.get(row["run_id"], ""), *_rest(row))
        for row in _rows_of_check(runs, check_id)
    ]


def whole_history_of(runs: Runs, check_id: str) -> list[Point]:
    """`history_of`, with the runs among these that kept what the one before had found."""
    own = {row["run_id"]: row for row in _rows_of_check(runs, check_id)}
    points: list[Point] = []
    holds: dict[str, Any] | None = None
    is_known = False
    for run in reversed(runs.newest_first):
        row, line = own.get(run.run_id), runs.kept.get(run.run_id)
        if row is not None:
            points.append(Point(run.run_id, run.started_at, *_rest(row)))
            holds = holds if row["code"] in NOT_BEGUN else row
        elif line and line.kept and holds and check_id not in line.kept.gone:
            is_known = True
            points.append(Point(run.run_id, run.started_at, *_rest(holds)))
        elif line and line.kept:
            holds = None
    return points if is_known else history_of(runs, check_id)


def read_changes(snapshot: Snapshot, runs: Runs) -> list[Change]:
    """`changes_of`, worked out once for as long as the log stays as it is."""
    path = snapshot.workspace.runs_log_file
    state = (runs.newest_first[0], runs.is_complete) if runs.newest_first else ()
    return snapshot.memo.hold_for(path, "changes", state, lambda: changes_of(runs))


def changes_of(runs: Runs) -> list[Change]:
    """What the last run found otherwise than the run before it that had the same check."""
    if len(runs.newest_first) < 2:
        return []
    last, *earlier = (run.run_id for run in runs.newest_first[: _LOOK_BACK + 1])
    now = _rows_of_run(runs, last)
    before: dict[str, dict[str, Any]] = {}
    for run_id in earlier:
        if not now.keys() - before.keys():
            break
        before = {**_rows_of_run(runs, run_id), **before}
    for check_id in [*(now.keys() - before.keys())][:_LOOK_FURTHER]:
        rows = [row for row in _rows_of_check(runs, check_id) if row["run_id"] != last]
        rows = [row for row in rows if row["code"] not in NOT_BEGUN]
        before |= {check_id: rows[-1]} if rows else {}
    return [
        change
        for check_id, row in now.items()
        if check_id in before and (change := _change(check_id, before[check_id], row))
    ]


def _change(check_id: str, before: dict[str, Any], after: dict[str, Any]) -> Change | None:
    if all(before[name] == after[name] for name in ("verdict", "flagged")):
        return None
    return Change(
        check_id,
        before["verdict"],
        after["verdict"],
        before["flagged"],
        after["flagged"],
    )


def _rows_of_run(runs: Runs, run_id: str) -> dict[str, dict[str, Any]]:
    return {
        row["check_id"]: row
        for block in runs.reading.blocks
        if any(part.run_id == run_id for part in block.parts)
        for row in _rows_of(block.rows, "run_id", run_id)
    }


def _rows_of(rows: pa.Table, column: str, word: str) -> list[dict[str, Any]]:
    """The rows in which a dictionary column has this word: its codes are compared, not texts."""
    if not rows.num_rows:
        return []
    encoded = rows[column].chunk(0)
    code = pc.index(encoded.dictionary, word).as_py()
    if code < 0:
        return []
    found: list[dict[str, Any]] = rows.filter(pc.equal(encoded.indices, code)).to_pylist()
    return found


def _rows_of_check(runs: Runs, check_id: str) -> list[dict[str, Any]]:
    return [
        row for block in runs.reading.blocks for row in _rows_of(block.rows, "check_id", check_id)
    ]


def _rest(row: dict[str, Any]) -> tuple[str, int, int, str]:
    return row["verdict"], row["tested"], row["flagged"], row["program"] or ""


def _totals(reading: Reading, kept: KeptRuns) -> tuple[RunPart, ...]:
    parts = [part for block in reading.blocks for part in block.parts]
    runs = [
        add_parts(list(same), kept[run_id].kept if run_id in kept else None)
        for run_id, same in groupby(parts, key=lambda part: part.run_id)
    ]
    whole = runs if reading.is_complete else runs[1:]
    return tuple(reversed(whole or runs))


def _say_damaged(lines: int) -> str:
    return (
        "1 line is not the record of a check" if lines == 1 else f"{lines:,} lines are no records"
    )
