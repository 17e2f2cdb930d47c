"""``runs_log.jsonl``: one line for each check of each run; only grows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.store.journal import append_lines, read_lines
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
    """Read every record that was written in full.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    records: list[RunRecord] = []
    trouble: list[str] = []
    path = workspace.runs_log_file
    for number, line in enumerate(read_lines(path), start=1):
        try:
            records.append(RunRecord.model_validate(json.loads(line)))
        except (ValueError, RecursionError):
            trouble.append(f"{path.name}, line {number} is not the record of a check; left out.")
    return RunsRead(tuple(records), tuple(trouble))
