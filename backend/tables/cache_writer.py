"""Tables on their way into the cache: one is written while the next one is read.

No more than one waits, so that no more than two are in memory.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

from backend.contracts.schema import TableSnapshot
from backend.contracts.workspace import Workspace

if TYPE_CHECKING:
    from backend.tables.reading import Reading


class CacheWriter:
    """Writes the tables of one workspace; all of them are written when it is left."""

    def __init__(self, workspace: Workspace) -> None:
        """Nothing is written yet."""
        self.workspace = workspace
        self._thread = ThreadPoolExecutor(1)
        self._last: Future[None] | None = None

    def write(self, snapshot: TableSnapshot, reading: Reading) -> None:
        """Take a table, when the one before it is written.

        Raises:
            WorkspaceError: the one before could not be written.
        """
        from backend.tables.columnar import write_reading  # nothing is written by most runs

        self.wait()
        self._last = self._thread.submit(write_reading, self.workspace, snapshot, reading)

    def wait(self) -> None:
        """Come back when all that was taken is written.

        Raises:
            WorkspaceError: it could not be written.
        """
        last, self._last = self._last, None
        if last is not None:
            last.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.shutdown()
        if error is None:
            self.wait()
