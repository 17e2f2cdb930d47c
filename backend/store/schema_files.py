"""``table_snapshots.json`` and ``schema_cols.json``: what the tables looked like.

The snapshots are read again; the columns are written for people and other tools.
"""

from __future__ import annotations

from typing import NamedTuple

from pydantic import ValidationError

from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.remembered import move_away, read_json_object
from backend.store.text import json_text


class SchemaRead(NamedTuple):
    """The tables as they were last read (none, if that is lost), and what could not be read."""

    schema: Schema
    trouble: tuple[str, ...]


def read_schema(workspace: Workspace, *, holds_lock: bool = True) -> SchemaRead:
    """Read the snapshots; a damaged file is moved aside, unless the caller holds no lock.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    trouble: list[str] = []
    path = workspace.snapshots_file
    content = read_json_object(path, trouble, holds_lock=holds_lock)
    try:
        schema = Schema.model_validate(content)
    except ValidationError:
        fact = "it does not hold tables as this version reads them"
        trouble.append(move_away(path, fact, holds_lock=holds_lock))
        schema = Schema()
    return SchemaRead(schema, tuple(trouble))


def write_schema(workspace: Workspace, schema: Schema) -> None:
    """Write both files, the tables in the order given; the table of the files is none of them.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    lasting = schema.lasting
    columns = {name: list(table.column_names) for name, table in lasting.tables.items()}
    write_atomic(workspace.schema_cols_file, json_text(columns))
    write_atomic(workspace.snapshots_file, json_text(lasting.model_dump(mode="json")))
