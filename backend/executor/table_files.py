"""The tables of a run as files that a sandbox maps, each made when a program first needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping

from backend.contracts.program import TableFile
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.run_history import RunHistory
from backend.tables.cached_tables import table_file


class TableFiles(Mapping[str, TableFile]):
    """Table to file; looking one up may write the columnar cache.

    With ``as_of``, the day that counts as today, it also has the history of each table, which does
    not count among the tables.

    Raises:
        DataError: on a look-up, when the table is no longer as it was read.
    """

    def __init__(self, workspace: Workspace, schema: Schema, as_of: str = "") -> None:
        """Nothing is written yet."""
        self.history = RunHistory(workspace, schema, as_of) if as_of else None
        self._workspace = workspace
        self._tables = schema.tables
        self._made: dict[str, TableFile] = {}
        self._lock = threading.Lock()

    def __getitem__(self, table: str) -> TableFile:
        with self._lock:
            if table not in self._made:
                self._made[table] = self._make(table)
            return self._made[table]

    def __contains__(self, table: object) -> bool:
        return table in self._tables or (self.history is not None and table in self.history)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def _make(self, table: str) -> TableFile:
        if self.history is not None and table in self.history:
            return self.history.table_file(table)
        return table_file(self._workspace, self._tables[table])
