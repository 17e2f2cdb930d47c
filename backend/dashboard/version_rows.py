"""The rows that two versions of a check flag unlike, from what they left on record.

No program runs here: a version's rows are those of the last run in which its program judged.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.contracts.workflow import Workflow
from backend.dashboard.flagged_rows import read_flagged
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_runs import Point, history_of, read_runs

_JUDGED = ("PASS", "WARN", "FAIL")
_KEY = ("_table", "_row", "_source")

Row = tuple[str, ...]


class Difference(NamedTuple):
    """``added`` rows are flagged by the newer version only, ``removed`` by the older only."""

    says: str
    columns: tuple[str, ...] = ()
    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()


class _Rows(NamedTuple):
    point: Point
    columns: tuple[str, ...]
    by_key: dict[Row, Row]


def compare_rows(snapshot: Snapshot, older: Workflow, newer: Workflow) -> Difference:
    """What one version flags and the other does not, each in its own last run."""
    if older.program and newer.program and older.program.sha256 == newer.program.sha256:
        return Difference("Both are the same program, so both flag the same rows.")
    runs = history_of(read_runs(snapshot), newer.check_id)
    sides = [_rows_of(snapshot, version, runs) for version in (older, newer)]
    before, after = sides
    if isinstance(before, str) or isinstance(after, str):
        return Difference(next(side for side in sides if isinstance(side, str)))
    added = tuple(row for key, row in after.by_key.items() if key not in before.by_key)
    removed = tuple(row for key, row in before.by_key.items() if key not in after.by_key)
    says = (
        f"{len(added):,} more and {len(removed):,} fewer: the older version as it judged in run "
        f"{before.point.run_id} ({before.point.flagged:,} rows), the newer in run "
        f"{after.point.run_id} ({after.point.flagged:,} rows). Where the data changed between "
        "the two, so may the rows."
    )
    return Difference(says, after.columns or before.columns, added, removed)


def _rows_of(snapshot: Snapshot, version: Workflow, runs: list[Point]) -> _Rows | str:
    """The rows of a version, or why there are none to be had."""
    when = version.compiled_at
    if version.program is None:
        return f"The version of {when} has no program, so it flags no row."
    own = [run for run in runs if run.program == version.program.sha256 and run.verdict in _JUDGED]
    if not own:
        return f"The version of {when} judged in no run that is on record, so it left no rows."
    if not own[-1].flagged:
        return _Rows(own[-1], (), {})
    path = f"cached_mem/artifacts/{own[-1].run_id}/{version.check_id}/flagged.csv"
    found = read_flagged(snapshot.workspace, snapshot.memo, path)
    if found.trouble:
        return found.trouble
    names = tuple(found.rows.column_names)
    rows = list(zip(*(column.to_pylist() for column in found.rows.columns), strict=True))
    return _Rows(own[-1], names, {_key(names, row): row for row in rows})


def _key(names: tuple[str, ...], row: Row) -> Row:
    """A row's place in its table; a failing group has none, and is known by all its values."""
    place = tuple(cell for name, cell in zip(names, row, strict=True) if name in _KEY)
    return place if place[1:2] and place[1] else row
