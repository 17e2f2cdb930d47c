"""``runs_log.jsonl``: one line for each check of each run; only grows.

Its closed months lie in files of their own (`closed_months`); log and months are read as one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.store.closed_months import Parts, read_month, reading_parts
from backend.store.journal import append_lines, whole_lines
from backend.store.text import json_line


class RunsRead(NamedTuple):
    """The log's records, oldest first, and a sentence for each line that is none."""

    records: tuple[RunRecord, ...]
    trouble: tuple[str, ...]


def append_records(workspace: Workspace, records: Iterable[RunRecord]) -> None:
    """Append records as whole lines and make them durable.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    text = "".join(json_line(record.model_dump(mode="json")) for record in records)
    if text:
        append_lines(workspace.runs_log_file, text)


def read_records(workspace: Workspace) -> RunsRead:
    """Read every record that was written in full, of all months.

    Raises:
        WorkspaceError: the log cannot be read.
    """
    records: list[RunRecord] = []
    trouble: list[str] = []
    with reading_parts(workspace) as parts:
        for name, number, line in _told_lines(workspace, parts):
            try:
                records.append(RunRecord.model_validate(json.loads(line)))
            except (ValueError, RecursionError):
                trouble.append(f"{name}, line {number} is not the record of a check; left out.")
    return RunsRead(tuple(records), tuple(trouble))


def _told_lines(workspace: Workspace, parts: Parts) -> Iterator[tuple[str, int, bytes]]:
    """Each line with the file that it stands in and its number there."""
    for month in parts.months:
        name = f"{month.parent.name}/{month.name}"
        for number, line in enumerate(read_month(month), start=1):
            yield name, number, line
    parts.live.seek(0)
    passed = parts.live.read(parts.start).count(b"\n")
    for number, line in enumerate(whole_lines(parts.live), start=passed + 1):
        yield workspace.runs_log_file.name, number, line
