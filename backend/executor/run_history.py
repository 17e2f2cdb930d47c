"""What earlier runs measured, as tables for the programs of this run; and what this run leaves.

A run is compared with the runs before it: those of earlier days, and those of its own day that saw
other data. Runs of one day over the same data are one run, so that repeating a run neither hides
nor makes a change. With ``as_of`` in the past, later days are not there yet.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from backend.contracts.errors import DataError
from backend.contracts.history import (
    COLUMNS,
    MEASURES,
    Part,
    TableMeasures,
    TableProfile,
    is_history,
    source_of,
)
from backend.contracts.program import TableFile
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.executor.told_measures import told_days, told_measures, values_known
from backend.store.profiles import ProfilesRead, append_profiles, read_profiles
from backend.tables.fingerprint import content_hash, sealed_hash
from backend.tables.sealed import write_sealed

if TYPE_CHECKING:
    import pyarrow as pa

MOST_RUNS = 100
"""How far back every run is there; of the days before, only the last run of each."""
MOST_DAYS = 400

Parts = frozenset[Part]
Row = tuple[int, int, str, str, str, str, float | None]
"""One measure of one run, as `backend.contracts.history.COLUMNS` has it."""


class Past(NamedTuple):
    """An earlier run over a table."""

    as_of: str
    measures: TableMeasures


class RunHistory:
    """What the runs before this one measured; read from disk when it is first asked for."""

    def __init__(self, workspace: Workspace, schema: Schema, as_of: str) -> None:
        """Nothing is read yet; ``as_of`` is the ISO date that counts as today."""
        self._workspace = workspace
        self._schema = schema
        self._today = as_of[:10]
        self._files: dict[str, TableFile] = {}

    @cached_property
    def _read(self) -> ProfilesRead:
        return read_profiles(self._workspace)

    @cached_property
    def _profiles(self) -> dict[str, list[TableProfile]]:
        """Of each table the lines of this version, by day and then as they were written."""
        found: dict[str, list[TableProfile]] = {}
        for profile in self._read.profiles:
            if profile.version == MEASURES:
                found.setdefault(profile.table, []).append(profile)
        for lines in found.values():
            lines.sort(key=lambda profile: profile.as_of)
        return found

    def __contains__(self, table: object) -> bool:
        """Whether this names the history of a table that is there."""
        return (
            isinstance(table, str) and is_history(table) and source_of(table) in self._schema.tables
        )

    def past(self, table: str) -> list[Past]:
        """The runs that this one is compared with, the last one first."""
        now = self._schema.tables[table].fingerprint
        lines = self._profiles.get(table, [])
        known = {line.fingerprint: line.measures for line in lines if line.measures}
        before = [each for each in lines if each.as_of <= self._today]
        while before and (before[-1].as_of, before[-1].fingerprint) == (self._today, now):
            before.pop()
        runs = [
            Past(each.as_of, known[each.fingerprint])
            for each, earlier in zip(before, [None, *before], strict=False)
            if each.fingerprint in known and not _is_again(each, earlier)
        ]
        return list(_kept(reversed(runs)))

    def table_file(self, history: str) -> TableFile:
        """The history of a table as programs read it.

        Raises:
            WorkspaceError: the cache cannot be written.
        """
        if history not in self._files:
            table = history_table(self._rows(source_of(history)))
            digits = content_hash(history.encode()).removeprefix("xxh3:")
            path = self._workspace.tables / f"history-{digits}.arrow"
            write_sealed(path, table)
            self._files[history] = TableFile(table=history, path=path, rows=table.num_rows)
        return self._files[history]

    def fingerprints(self, tables: Iterable[str]) -> dict[str, str]:
        """A hash of what programs are given, for each of these that is the history of a table."""
        return {name: content_hash(self._bytes(name)) for name in tables if name in self}

    def seals(self, tables: Iterable[str]) -> dict[str, str]:
        """The same, on which an auditor may rely."""
        return {name: sealed_hash([self._bytes(name)]) for name in tables if name in self}

    def say_nothing(self, tables: Iterable[str]) -> str:
        """Why there is nothing to compare with; empty where these are no history."""
        for name in tables:
            if name in self:
                return _say_nothing(source_of(name), len(self.past(source_of(name))))
        return ""

    def _bytes(self, history: str) -> bytes:
        return json.dumps(self._rows(source_of(history))).encode()

    def _rows(self, table: str) -> list[Row]:
        snapshot = self._schema.tables[table]
        past = self.past(table)
        today = date.fromisoformat(self._today)
        values = values_known([run.measures for run in past], snapshot.columns)
        rows: list[Row] = [
            (0, 0, self._today, column.name, "type", column.type.value, None)
            for column in snapshot.columns
            if column.missing < snapshot.rows
        ]
        for number, run in enumerate(past, start=1):
            days = (today - date.fromisoformat(run.as_of)).days
            known = told_measures(run.measures, values), told_days(run.measures, run.as_of)
            for column, measure, value, told in chain(*known):
                rows.append((number, days, run.as_of, column, measure, value, told))
        return rows

    def leave(self, run_id: str, asked: Mapping[str, Parts] | None = None) -> tuple[str, ...]:
        """Put on record what this run saw; gives what could not be, in sentences.

        ``asked`` are the parts of tables that checks compare with, by table.

        Raises:
            WorkspaceError: the disk or the folder's permissions refuse.
        """
        trouble = list(self._read.trouble)
        profiles = []
        for table in self._schema.tables:
            try:
                profiles += self._profile(table, run_id, (asked or {}).get(table, frozenset()))
            except DataError as error:
                trouble.append(f"{error} Later runs cannot be compared with this one.")
        append_profiles(self._workspace, profiles)
        return tuple(trouble)

    def _profile(self, table: str, run_id: str, asked: Parts) -> list[TableProfile]:
        """The line that this run leaves; none where the last run of its day left the same."""
        snapshot = self._schema.tables[table]
        lines = self._profiles.get(table, [])
        of_today = [line.fingerprint for line in lines if line.as_of == self._today]
        same = [line.measures for line in lines if line.fingerprint == snapshot.fingerprint]
        known = [measures for measures in same if measures][-1:]
        has_all = any(asked <= _parts_of(measures) for measures in known)
        if has_all and of_today[-1:] == [snapshot.fingerprint]:
            return []
        wanted = asked.union(*map(_parts_of, known))
        measures = None if has_all else _measure(self._workspace, snapshot, wanted)
        return [
            TableProfile(
                version=MEASURES,
                run_id=run_id,
                at=datetime.now(UTC).isoformat(timespec="milliseconds"),
                as_of=self._today,
                table=table,
                fingerprint=snapshot.fingerprint,
                measures=measures,
            )
        ]


def _is_again(line: TableProfile, earlier: TableProfile | None) -> bool:
    """Whether a line tells more of the run before it: a check was added that asks for it."""
    if earlier is None:
        return False
    return (line.as_of, line.fingerprint) == (earlier.as_of, earlier.fingerprint)


def _parts_of(measures: TableMeasures) -> Parts:
    parts = (Part(of=each.of, by=each.by) for each in measures.parts)
    return frozenset(chain(parts, (Part(of=each.of) for each in measures.newest)))


def _measure(workspace: Workspace, snapshot: TableSnapshot, asked: Parts) -> TableMeasures:
    from backend.tables.measures import measure_table  # most runs meet tables they know

    return measure_table(workspace, snapshot, asked)


def _say_nothing(table: str, runs: int) -> str:
    if not runs:
        return (
            f"this is the first run that measured {table}, so there is nothing to compare with. "
            "The next run will have it."
        )
    word = "run" if runs == 1 else "runs"
    return (
        f"{runs} earlier {word} measured {table}, but what the rule compares with is not among "
        f"them, or {table} has nothing of it today, so nothing was tested."
    )


def _kept(runs: Iterable[Past]) -> Iterator[Past]:
    """The last runs, then the last one of each day; ``runs`` come latest first."""
    days: set[str] = set()
    for place, run in enumerate(runs):
        if place < MOST_RUNS or run.as_of not in days:
            yield run
        days.add(run.as_of)
        if len(days) >= MOST_DAYS:
            return


def history_table(rows: Sequence[Sequence[object]]) -> pa.Table:
    """The rows of a history, typed for programs; the columns are `COLUMNS`."""
    import pandas as pd  # a run without histories is spared the imports
    import pyarrow as pa

    types = ("int64", "int64", "str", "str", "str", "str", "float64")
    empty = pd.DataFrame(
        {name: pd.Series([], dtype=kind) for name, kind in zip(COLUMNS, types, strict=True)}
    )
    schema = pa.Schema.from_pandas(empty, preserve_index=False)
    columns = zip(*rows, strict=True) if rows else [()] * len(COLUMNS)
    cells = [pa.array(each, field.type) for each, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(cells, schema=schema)
