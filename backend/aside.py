"""A workspace with a table cache of its own: looking at its tables writes nothing into it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backend.contracts.workspace import Workspace


@dataclass(frozen=True)
class _Aside(Workspace):
    shelf: Path

    @property
    def tables(self) -> Path:
        """Where tables that changed are cached meanwhile."""
        return self.shelf

    @property
    def spill(self) -> Path:
        """Where what does not fit into memory goes meanwhile."""
        return self.shelf / "spill"


@contextlib.contextmanager
def aside(workspace: Workspace) -> Iterator[Workspace]:
    """The same workspace, whose cached tables are read, and whose new ones go to another folder."""
    with tempfile.TemporaryDirectory(prefix="tables-") as shelf:
        for cached in _readable(workspace.tables):
            (Path(shelf) / cached.name).symlink_to(cached)
        yield _Aside(workspace.base, Path(shelf))


def _readable(tables: Path) -> list[Path]:
    try:
        found = list(tables.glob("*.arrow"))
    except OSError:
        return []
    return [path for path in found if os.access(path, os.R_OK)]
