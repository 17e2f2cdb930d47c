"""``checks_rollup.csv``: the latest verdict of every check, its trend and its counts.

Rules of this file: the roll-up is derived from the runs log and worked out anew where it is lost;
runs that were killed before they were counted are counted by the next; a run that is already
counted is not counted again; a run that judged nothing (ERROR, SKIPPED)
makes no trend, because its zero flagged rows say nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.contract import Contract
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store.last_runs import read_since
from backend.store.remembered import move_away
from backend.store.rollup_lines import RollupLines, read_sealed, write_sealed
from backend.store.text import csv_text, to_bytes

_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)
_WORST_FIRST = (Verdict.ERROR, Verdict.FAIL, Verdict.WARN, Verdict.SKIPPED, Verdict.PASS)
_COUNTS = {
    Verdict.PASS: "passes",
    Verdict.WARN: "warns",
    Verdict.FAIL: "fails",
    Verdict.ERROR: "errors",
    Verdict.SKIPPED: "skips",
}


class Trend(StrEnum):
    """How many rows are flagged, beside the last run before that judged."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"
    NONE = ""
    """This run judged nothing."""


class RollupRow(Contract):
    """One check: its latest run, the one before, and what it has come to over all runs.

    ``since`` is when the verdict became what it is; times are ISO 8601, UTC.
    """

    check_id: str = ""
    check_name: str = ""
    severity: str = ""
    owner: str = ""
    stage: str = ""
    verdict: Verdict
    summary: str = ""
    code: str = ""
    tested: int = 0
    flagged: int = 0
    previous_flagged: int | None = None
    trend: Trend = Trend.NONE
    since: str = ""
    last_run_id: str
    last_run_at: str
    last_pass_at: str | None = None
    runs: int = 0
    passes: int = 0
    warns: int = 0
    fails: int = 0
    errors: int = 0
    skips: int = 0


_COLUMNS = tuple(RollupRow.model_fields)


class RollupRead(NamedTuple):
    """The rows by ``check_id``; None where there is no roll-up, or a damaged one (told)."""

    rows: dict[str, RollupRow] | None
    trouble: tuple[str, ...]


def read_rollup(workspace: Workspace, *, holds_lock: bool = True) -> RollupRead:
    """Read the roll-up; a damaged one is moved aside, unless the caller holds no lock.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    path = workspace.rollup_file
    if not path.exists():
        return RollupRead(None, ())
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = [_read_row(cells) for cells in csv.DictReader(stream, strict=True)]
    except (OSError, ValueError, csv.Error):
        fact = "it does not hold one row for each check"
        return RollupRead(None, (move_away(path, fact, holds_lock=holds_lock),))
    return RollupRead({row.check_id: row for row in rows}, ())


def write_rollup(
    workspace: Workspace,
    records: Sequence[RunRecord],
    *,
    check_ids: Sequence[str],
) -> tuple[str, ...]:
    """Add a run's records to the roll-up and write it; give what could not be read.

    The rows are those of ``check_ids``, in that order: a check that is gone loses its row (not
    its records), one that was not run keeps it. Runs of the log after the last that was counted
    (they were killed between log and roll-up) are counted first; where there is no roll-up to add
    to, the whole log is read.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    lines = read_sealed(workspace, _COLUMNS)
    trouble: tuple[str, ...] = ()
    if lines is None:
        rows, trouble = _read_whole(workspace, records)
    else:
        rows = _Rows(lines)
        _fold(rows, read_since(workspace, lines, but=_run_of(records)))
    _fold(rows, records)
    told = [_line(rows, lines, check_id) for check_id in dict.fromkeys(check_ids)]
    data = b"".join([to_bytes(csv_text([_COLUMNS])), *told])
    if lines is None or data != lines.data:
        write_sealed(workspace, data)
    return trouble


class _Rows(dict[str, RollupRow]):
    """The rows that change, or that are asked for, of those that stand in these lines."""

    def __init__(self, lines: RollupLines) -> None:
        super().__init__()
        self._lines = lines

    def find(self, check_id: str) -> RollupRow | None:
        if check_id not in self and (cells := self._lines.cells(check_id)) is not None:
            self[check_id] = _read_row(cells)
        return self.get(check_id)


def _read_whole(
    workspace: Workspace, records: Sequence[RunRecord]
) -> tuple[dict[str, RollupRow], tuple[str, ...]]:
    """All rows, with the runs before that were not counted, and what could not be read."""
    known, trouble = read_rollup(workspace)
    if known:
        counted = {row.last_run_id for row in known.values()}
        _fold(known, read_since(workspace, counted, but=_run_of(records)))
        return known, trouble
    from backend.store.runs_query import read_briefly  # DuckDB, where there is no roll-up

    told, rows = [*trouble], dict[str, RollupRow]()
    _fold(rows, read_briefly(workspace, told))
    return rows, tuple(told)


def _run_of(records: Sequence[RunRecord]) -> str:
    return records[0].run_id if records else ""


def _line(rows: Mapping[str, RollupRow], lines: RollupLines | None, check_id: str) -> bytes:
    """The line of a check: anew where its row was changed; none where it has no row."""
    row = rows.get(check_id)
    if row is None:
        return lines.line(check_id) if lines else b""
    return to_bytes(csv_text([[getattr(row, name) for name in _COLUMNS]]))


def _read_row(cells: Mapping[str | None, JsonValue]) -> RollupRow:
    return RollupRow.model_validate({name: cell for name, cell in cells.items() if cell != ""})


def _fold(rows: dict[str, RollupRow], records: Iterable[RunRecord]) -> None:
    find = rows.find if isinstance(rows, _Rows) else rows.get
    for _, run in groupby(records, key=lambda record: record.run_id):
        for check_id, record in _worst_by_check(run).items():
            row = find(check_id)
            if row is None or row.last_run_id != record.run_id:
                rows[check_id] = _add(row, record)


def _worst_by_check(run: Iterable[RunRecord]) -> dict[str, RunRecord]:
    """One record for each id: entries that share an id must not hide each other's verdicts."""
    worst: dict[str, RunRecord] = {}
    for record in run:
        other = worst.get(record.check_id, record)
        worst[record.check_id] = min(
            other, record, key=lambda found: _WORST_FIRST.index(found.verdict)
        )
    return worst


def _add(row: RollupRow | None, record: RunRecord) -> RollupRow:
    previous = _last_judged(row)
    counts = {name: getattr(row, name) if row else 0 for name in ("runs", *_COUNTS.values())}
    counts["runs"] += 1
    counts[_COUNTS[record.verdict]] += 1
    last_pass = row.last_pass_at if row else None
    return RollupRow(
        check_id=record.check_id,
        check_name=record.check_name,
        severity=record.severity,
        owner=record.owner,
        stage=record.stage,
        verdict=record.verdict,
        summary=record.summary,
        code=record.code,
        tested=record.tested,
        flagged=record.flagged,
        previous_flagged=previous,
        trend=_trend(record, previous),
        since=row.since if row and row.verdict is record.verdict else record.started_at,
        last_run_id=record.run_id,
        last_run_at=record.started_at,
        last_pass_at=record.started_at if record.verdict is Verdict.PASS else last_pass,
        **counts,
    )


def _last_judged(row: RollupRow | None) -> int | None:
    if row is None:
        return None
    return row.flagged if row.verdict in _JUDGED else row.previous_flagged


def _trend(record: RunRecord, previous: int | None) -> Trend:
    if record.verdict not in _JUDGED:
        return Trend.NONE
    if previous is None:
        return Trend.NEW
    if record.flagged == previous:
        return Trend.SAME
    return Trend.UP if record.flagged > previous else Trend.DOWN
