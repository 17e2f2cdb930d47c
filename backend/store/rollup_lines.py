"""The rows of ``checks_rollup.csv`` as the bytes in which they stand there.

Rules of this file: bytes are taken only from a file whose seal tells that this room wrote it, byte
for byte; whatever is in doubt is left to the reader of the whole, which tells what is damaged.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import xxhash

from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic

Cells = Mapping[str | None, str]


class RollupLines:
    """The lines of a sealed roll-up, by check id; a row is taken apart when it is asked for."""

    def __init__(self, data: bytes, columns: Sequence[str]) -> None:
        """``columns`` are those of the first line."""
        self.data = data
        self._columns = columns
        self._lines = {_first_cell(line): line for line in _rows(data)[1:]}

    def __contains__(self, run_id: object) -> bool:
        """Whether this is the last run of a check."""
        mark = f",{run_id},".encode()
        lines = (line for line in self._lines.values() if mark in line)
        return any(self._cells(line)["last_run_id"] == run_id for line in lines)

    def __len__(self) -> int:
        """How many checks have a row."""
        return len(self._lines)

    def cells(self, check_id: str) -> Cells | None:
        """The row of a check; None where it has none."""
        line = self._lines.get(check_id)
        return None if line is None else self._cells(line)

    def line(self, check_id: str) -> bytes:
        """The line of a check with its line break; empty where it has none."""
        return self._lines.get(check_id, b"")

    def _cells(self, line: bytes) -> Cells:
        (row,) = csv.DictReader(io.StringIO(line.decode(), newline=""), self._columns, strict=True)
        return row


def read_sealed(workspace: Workspace, columns: Sequence[str]) -> RollupLines | None:
    """The roll-up as it was left; None where it is another, or has no rows."""
    try:
        data, seal = workspace.rollup_file.read_bytes(), workspace.rollup_seal.read_text()
    except (OSError, ValueError):
        return None
    is_as_left = seal == _told(data) and data.startswith(f"{','.join(columns)}\n".encode())
    return (RollupLines(data, columns) if is_as_left else None) or None


def write_sealed(workspace: Workspace, data: bytes) -> None:
    """Write the roll-up, then its seal: until that is there, the whole is read.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    write_atomic(workspace.rollup_file, data)
    write_atomic(workspace.rollup_seal, _told(data))


def _told(data: bytes) -> str:
    return f"xxh3:{xxhash.xxh3_128_hexdigest(data)}\n"


def _rows(data: bytes) -> list[bytes]:
    """The rows with their line breaks; one with a quote that is open goes on in the next line."""
    lines = [line + b"\n" for line in data.split(b"\n")[:-1]]
    if b'"' not in data:
        return lines
    rows: list[bytes] = []
    is_open = False
    for line in lines:
        if is_open:
            rows[-1] += line
        else:
            rows.append(line)
        is_open ^= bool(line.count(b'"') % 2)
    return rows


def _first_cell(row: bytes) -> str:
    if row.startswith(b'"'):
        return next(csv.reader(io.StringIO(row.decode(), newline=""), strict=True))[0]
    return row.partition(b",")[0].decode()
