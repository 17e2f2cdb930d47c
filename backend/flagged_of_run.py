"""The flagged rows of a run, brought back to the table that they came from.

Nothing here runs a program or writes into the workspace. Where a table has changed since the run,
its rows stand elsewhere or are others: that is refused, never guessed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from backend.aside import aside
from backend.contracts.errors import DataError
from backend.contracts.plan import Plan
from backend.contracts.schema import TableSnapshot
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.outputs.annotated_book import Mark, annotate_book
from backend.outputs.flagged import write_part
from backend.outputs.flagged_file import Place, read_places
from backend.outputs.split_text import Delimited, name_new_column, split_text
from backend.run_outputs import flagged_file
from backend.store.history import versions
from backend.store.last_runs import read_run
from backend.store.schema_files import read_schema
from backend.store.workflows import read_workflows
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame, row_lines
from backend.tables.fingerprint import content_hash
from backend.tables.snapshot import snapshot_tables
from backend.tables.sources import find_source, read_content, table_name


class Copy(NamedTuple):
    """A marked workbook; ``notes`` tell what it does not carry or mark."""

    data: bytes
    says: str
    notes: tuple[str, ...] = ()


class Parts(NamedTuple):
    """Good and flagged rows as the contents of two files, named with this suffix.

    ``unjudged`` tells of checks that gave no verdict, so that good rows may be bad ones.
    """

    good: bytes
    bad: bytes
    suffix: str
    says: str
    notes: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()


class _Judged(NamedTuple):
    """A check of the run over a table, and the rows that it flagged there."""

    record: RunRecord
    places: tuple[Place, ...]

    @property
    def is_about_groups(self) -> bool:
        return self.record.flagged > 0 and not self.places


def annotate_copy(workspace: Workspace, book: str, run_id: str = "") -> Copy:
    """A copy of a workbook of the data folder with the flagged cells marked.

    Raises:
        AgentError: there is no such workbook or run, the workbook has changed since, or its
            flagged rows are not there any more.
    """
    file = _file_of(workspace, book)
    records, _, _, lost = read_run(workspace, run_id)
    sheets = _snapshots(workspace, table_name(file), file)
    judged = [(sheet, each) for sheet in sheets for each in _judge(workspace, sheet, records)]
    if not judged:
        raise _not_judged(file, records)
    plans = _Plans(workspace)
    marks = [mark for sheet, each in judged for mark in _marks(sheet, each, plans)]
    stream = io.BytesIO()
    headers = {sheet.sheet or "": sheet.column_names for sheet in sheets}
    notes = annotate_book(stream, _content(workspace, sheets[0]), headers, marks)
    rows = len({(mark.sheet, mark.line) for mark in marks})
    checks = sum(bool(each.places) for _, each in judged)
    says = f"{_count(rows, 'row')} marked by {_count(checks, 'check')}"
    found = [each for _, each in judged]
    told = (*notes, *lost, *_say_groups(found), *_say_unjudged(found))
    return Copy(stream.getvalue(), says, told)


def split_table(workspace: Workspace, table: str, run_id: str = "") -> Parts:
    """The rows of a table, parted into those that no check flagged and those that one did.

    Raises:
        AgentError: there is no such table or run, the table has changed since, or its flagged
            rows are not there any more.
    """
    records, _, _, lost = read_run(workspace, run_id)
    snapshot = _snapshots(workspace, table)[0]
    judged = _judge(workspace, snapshot, records)
    if not judged:
        raise _not_judged(table, records)
    flagged: dict[int, list[str]] = {}
    for each in judged:
        for place in each.places:
            flagged.setdefault(place.row, []).append(each.record.check_id)
    is_text = snapshot.sheet is None and not snapshot.origin
    part = _split_file if is_text else _split_sheet
    good, bad = part(workspace, snapshot, flagged)
    counted = f"{_count(snapshot.rows - len(flagged), 'row')} good, {len(flagged):,} flagged"
    suffix = Path(snapshot.file).suffix if is_text else ".csv"
    notes, unjudged = tuple(_say_groups(judged)), (*lost, *_say_unjudged(judged))
    return Parts(good, bad, suffix, counted, notes, unjudged)


class _Plans:
    """The plans of programs, as remembered now or in the history."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._now = read_workflows(workspace, holds_lock=False).workflows

    def of(self, record: RunRecord) -> Plan | None:
        """The plan of the program that judged; None where nobody remembers it."""
        key = f"{record.check_id}::{record.check_name}"
        now = self._now.get(key)
        if now and now.program and now.program.sha256 == record.program:
            return now.plan
        older = versions(self._workspace, record.check_id)
        programs = ((each.plan, each.program) for each in older)
        return next((plan for plan, its in programs if its and its.sha256 == record.program), None)


def _file_of(workspace: Workspace, book: str) -> str:
    """The name in the data folder of a workbook that is given by name or path."""
    path = Path(book)
    if path.name != book and path.resolve() != (workspace.data / path.name).resolve():
        fact = f"{book} is not in the data folder {workspace.data}, so no run has read it."
        raise DataError(f"{fact} Name a workbook of that folder.", code="unknown-table")
    if path.suffix.lower() != ".xlsx":
        fact = f"{book} is no Excel workbook, and only its cells can be marked."
        raise DataError(f"{fact} To part a CSV use: agent split.", code="not-a-workbook")
    return path.name


def _snapshots(workspace: Workspace, name: str, file: str = "") -> list[TableSnapshot]:
    """The table of this name, or all tables of a file, as they are now."""
    with aside(workspace) as same:
        remembered = read_schema(workspace, holds_lock=False).schema
        schema = snapshot_tables(same, remembered, only=[name])
    tables = schema.tables.values()
    wanted = [each for each in tables if (each.file == file if file else each.table == name)]
    for problem in schema.problems.values():
        if problem.file == file or problem.table == name:
            raise DataError(problem.message, code=problem.code)
    if not wanted:
        fact = f"{file or name}: there is no such table in {workspace.data}."
        raise DataError(f"{fact} Name a table, or a file, of that folder.", code="unknown-table")
    return wanted


def _judge(
    workspace: Workspace, snapshot: TableSnapshot, records: Sequence[RunRecord]
) -> list[_Judged]:
    """The run's checks over a table, each with the rows that it flagged."""
    return [
        _Judged(record, _places(workspace, snapshot, record))
        for record in records
        if next(iter(record.tables), "") == snapshot.table
    ]


def _places(workspace: Workspace, snapshot: TableSnapshot, record: RunRecord) -> tuple[Place, ...]:
    if record.tables[snapshot.table] != snapshot.fingerprint:
        what = "what its source gives" if snapshot.origin else snapshot.file
        fact = f"{snapshot.table}: {what} has changed since run {record.run_id}."
        raise DataError(f"{fact} Run the checks again first.", code="table-changed")
    if not record.flagged:
        return ()
    path = flagged_file(workspace, record)
    if path is None:
        fact = f"{record.check_id}: run {record.run_id} left no file of its flagged rows."
        raise DataError(f"{fact} Run the check again.", code="no-flagged-rows")
    found = tuple(read_places(path, snapshot.table))
    if any(place.row >= snapshot.rows for place in found):
        fact = f"{path} names rows that {snapshot.table} does not have."
        raise DataError(f"{fact} Run the check again.", code="no-flagged-rows")
    return found


def _marks(sheet: TableSnapshot, judged: _Judged, plans: _Plans) -> Iterator[Mark]:
    if not judged.places:
        return
    record = judged.record
    columns = _offending(plans.of(record), sheet)
    says = f"{record.check_id} {record.check_name}\n{record.summary}"
    says += f"\nOwner: {record.owner}" if record.owner else ""
    for place in judged.places:
        yield Mark(sheet.sheet or "", place.line, columns, says)


def _offending(plan: Plan | None, sheet: TableSnapshot) -> tuple[str, ...]:
    """The columns that a rule reads in the flagged row; none where it is about the row itself."""
    read = plan.columns_read if plan else ()
    names = dict.fromkeys(each.column for each in read if each.table == sheet.table)
    is_whole_row = len(names) == len(sheet.columns) > 1
    return () if is_whole_row else tuple(names)


def _content(workspace: Workspace, snapshot: TableSnapshot) -> bytes:
    content = read_content(find_source(workspace.data, snapshot.file)).data
    if content_hash(content) != snapshot.content_hash:
        fact = f"{snapshot.file}: the file changed while it was read."
        raise DataError(f"{fact} Try again when it is complete.", code="table-changed")
    return content


def _split_file(
    workspace: Workspace, snapshot: TableSnapshot, flagged: dict[int, list[str]]
) -> tuple[bytes, bytes]:
    with aside(workspace) as same:
        lines = row_lines(same, snapshot).tolist()
    native = "\t" if snapshot.file.lower().endswith(".tsv") else ","
    source = Delimited(
        _content(workspace, snapshot), snapshot.encoding, snapshot.delimiter or native, lines
    )
    good, bad = io.BytesIO(), io.BytesIO()
    split_text(good, bad, source, flagged, column=name_new_column(snapshot.column_names))
    return good.getvalue(), bad.getvalue()


def _split_sheet(
    workspace: Workspace, snapshot: TableSnapshot, flagged: dict[int, list[str]]
) -> tuple[bytes, bytes]:
    with aside(workspace) as same:
        frame = read_frame(table_file(same, snapshot))
        good, bad = io.BytesIO(), io.BytesIO()
        rows = sorted(flagged)
        write_part(good, frame, [row for row in range(len(frame)) if row not in flagged], {})
        ids = [";".join(flagged[row]) for row in rows]
        write_part(bad, frame, rows, {name_new_column(snapshot.column_names): ids})
    return good.getvalue(), bad.getvalue()


def _say_groups(judged: Sequence[_Judged]) -> Iterator[str]:
    for each in judged:
        if each.is_about_groups:
            told = f"{each.record.check_id} flags groups or measures, which are no rows"
            yield f"{told} ({each.record.summary})."


def _say_unjudged(judged: Sequence[_Judged]) -> Iterator[str]:
    for each in judged:
        record = each.record
        if record.verdict is Verdict.ERROR or record.warning:
            yield f"{record.check_id} judged no row ({record.summary})."


def _not_judged(what: str, records: Sequence[RunRecord]) -> DataError:
    fact = f"{what}: no check of run {records[0].run_id} is about it."
    return DataError(f"{fact} Run its checks, or name another run.", code="not-judged")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
