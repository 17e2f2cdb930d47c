"""A run as a file for other people: JUnit XML, Markdown, HTML, Excel.

Nothing here writes into the workspace. What is told is what the runs log and the files of flagged
rows hold; no table is read for it.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

from backend.contracts.schema import ColumnType, Schema, TableSnapshot
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.outputs.excel_book import FlaggedRows, write_workbook
from backend.outputs.html_page import write_html
from backend.outputs.junit_xml import write_junit
from backend.outputs.markdown_summary import markdown_summary
from backend.outputs.run_report import ReportedRun
from backend.store.last_runs import read_run
from backend.store.schema_files import read_schema

FORMS = ("junit", "markdown", "html", "excel")
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


class Reported(NamedTuple):
    """A run as reports have it, and what of the log could not be read."""

    run: ReportedRun
    trouble: tuple[str, ...]


class Written(NamedTuple):
    """A file's content; ``notes`` tell what is in it otherwise, or is not (and it is not whole)."""

    data: bytes
    notes: tuple[str, ...] = ()
    is_whole: bool = True


def read_reported(workspace: Workspace, run_id: str = "") -> Reported:
    """The run of this id, or the last one.

    Raises:
        WorkspaceError: there is none.
    """
    found = read_run(workspace, run_id)
    return Reported(ReportedRun(found.records, found.before), found.trouble)


def write_report(workspace: Workspace, run: ReportedRun, form: str) -> Written:
    """The run in one of `FORMS`."""
    stream = io.BytesIO()
    if form == "junit":
        write_junit(stream, run)
    elif form == "markdown":
        stream.write(markdown_summary(run).encode())
    elif form == "html":
        page = io.StringIO()
        write_html(page, run)
        stream.write(page.getvalue().encode())
    else:
        told = write_workbook(stream, run, _flagged_rows(workspace, run))
        return Written(stream.getvalue(), told.notes, told.is_whole)
    return Written(stream.getvalue())


def flagged_file(workspace: Workspace, record: RunRecord) -> Path | None:
    """Where the flagged rows of a record lie; None for those without, and outside the artifacts."""
    if not record.flagged_path:
        return None
    path = workspace.base / record.flagged_path
    return path if path.resolve().is_relative_to(workspace.artifacts.resolve()) else None


def _flagged_rows(workspace: Workspace, run: ReportedRun) -> dict[int, FlaggedRows]:
    schema = read_schema(workspace, holds_lock=False).schema
    files = ((at, each, flagged_file(workspace, each)) for at, each in enumerate(run.records))
    return {at: FlaggedRows(path, _numbers(schema, each)) for at, each, path in files if path}


def _numbers(schema: Schema, record: RunRecord) -> dict[str, tuple[bool, ...]]:
    """The columns of numbers of each table that is still known as the run read it."""
    found = {name: schema.tables.get(name) for name in record.tables}
    return {
        name: _hold_numbers(snapshot)
        for name, snapshot in found.items()
        if snapshot and snapshot.fingerprint == record.tables[name]
    }


def _hold_numbers(snapshot: TableSnapshot) -> tuple[bool, ...]:
    """A few cells that are no numbers do not make texts of the others."""
    return tuple(column.reads_as in _NUMBERS for column in snapshot.columns)
