"""The tables of a run as files that a sandbox maps, each made when a program first needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping

from backend.contracts.program import TableFile
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.tables.columnar import table_file


class TableFiles(Mapping[str, TableFile]):
    """Table to file; looking one up may write the columnar cache.

    Raises:
        DataError: on a look-up, when the table is no longer as it was read.
    """

    def __init__(self, workspace: Workspace, schema: Schema) -> None:
        """Nothing is written yet."""
        self._workspace = workspace
        self._tables = schema.tables
        self._made: dict[str, TableFile] = {}
        self._lock = threading.Lock()

    def __getitem__(self, table: str) -> TableFile:
        with self._lock:
            if table not in self._made:
                self._made[table] = table_file(self._workspace, self._tables[table])
            return self._made[table]

    def __contains__(self, table: object) -> bool:
        return table in self._tables

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)
