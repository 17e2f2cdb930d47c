"""``checks_last.csv``: the normalised copy of ``checks.json`` that the last run saw.

One row for each check and one column for each field, in the contract's order. Lists are joined
by commas; what has structure is JSON; a field that is not set is empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue

from backend.contracts.check import Check
from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.text import canonical_json, csv_text


def write_baseline(workspace: Workspace, checks: Sequence[Check]) -> None:
    """Write the baseline of these checks, in the order given.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    columns = list(Check.model_fields)
    rows = [list(map(_cell, check.model_dump(mode="json").values())) for check in checks]
    write_atomic(workspace.baseline_file, csv_text([columns, *rows]))


def _cell(value: JsonValue) -> JsonValue:
    match value:
        case list():
            return ",".join(map(str, value))
        case dict():
            return canonical_json(value).decode() if value else None
    return value
