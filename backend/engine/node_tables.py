"""The tables that a node was sent, each as a file that its worker can map.

Ray's store holds the tables of every run in one file: handed to a worker, it would show a program
the tables of others. So each table is copied once, into sealed memory that has no name on a disk
and goes with the process.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from backend.contracts.program import TableFile

SEALS = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL


class Sent(NamedTuple):
    """A table in Ray's store: where it is, and how many rows it has."""

    place: Any
    rows: int


class NodeTables(Mapping[str, TableFile]):
    """Table to file; what was held once stays for the run."""

    def __init__(self, fetch: Callable[[Any], Any]) -> None:
        """Nothing is held; ``fetch`` gives the bytes of a place in the store."""
        self._fetch = fetch
        self._files: dict[str, TableFile] = {}
        self._lock = threading.Lock()

    def hold(self, tables: Mapping[str, Sent]) -> None:
        """Take over those of these tables that are not there yet."""
        with self._lock:
            for name, sent in tables.items():
                if name not in self._files:
                    path = _sealed_copy(self._fetch(sent.place))
                    self._files[name] = TableFile(table=name, path=path, rows=sent.rows)

    def __getitem__(self, table: str) -> TableFile:
        return self._files[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _sealed_copy(data: Any) -> Path:
    file = os.memfd_create("table", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    left = memoryview(data).cast("B")
    while left:
        left = left[os.write(file, left) :]
    fcntl.fcntl(file, fcntl.F_ADD_SEALS, SEALS)
    return Path(f"/proc/self/fd/{file}")
