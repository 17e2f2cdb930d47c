"""What a file holds, told before it is kept: as JSON for the dashboard, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backend.contracts.settings import DashboardSettings
from backend.contracts.workspace import Workspace
from backend.session_begin import free_names
from backend.upload_reading import Look, look_at, read_offered


def tell_preview(
    workspace: Workspace, file: Path, called: str | None, settings: DashboardSettings
) -> dict[str, Any]:
    """The tables of a file, what in it is none, and names that are free.

    Raises:
        DataError: it is too large, not there, or not called like a table.
    """
    offered = read_offered(file, called=called, most_mb=settings.upload_mb)
    looks, problems = look_at(offered)
    table, session = free_names(workspace, offered.name)
    return {
        "table": table,
        "session": session,
        "bytes": len(offered.data),
        "sample_rows": settings.upload_rows,
        "tables": [_tell(each, settings.upload_rows) for each in looks],
        "problems": [each.message for each in problems],
    }


def say_preview(told: dict[str, Any]) -> Iterator[str]:
    """A preview in lines."""
    yield from told["problems"]
    for table in told["tables"]:
        yield f"{table['table']}: {table['rows']:,} rows, {len(table['columns'])} columns"
        for column in table["columns"]:
            yield f"  {column['name']}  {column['type']}, {column['missing']:,} empty"
        target = table["target"]
        yield f"  target: {target!r}. {table['why']}" if target else f"  no target: {table['why']}"


def _tell(look: Look, most_rows: int) -> dict[str, Any]:
    return {
        "table": look.table,
        "sheet": look.sheet,
        "rows": look.rows,
        "columns": [
            {"name": each.name, "type": each.type.value, "missing": each.missing}
            for each in look.columns
        ],
        "encoding": look.encoding,
        "delimiter": look.delimiter,
        "first": [list(row) for row in look.first],
        "target": look.target,
        "why": look.why,
        "is_long": look.rows > most_rows,
    }
