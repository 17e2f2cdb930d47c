"""``runs_log.jsonl``: one line for each check of each run; only grows.

Its closed months lie in files of their own (`closed_months`); log and months are read as one.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import NamedTuple, Self

from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.store.atomic import SyncedTogether
from backend.store.closed_months import Parts, read_month, reading_parts
from backend.store.journal import OpenLog, append_lines, whole_lines
from backend.store.text import quick_line


class RunsRead(NamedTuple):
    """The log's records, oldest first, and a sentence for each line that is none."""

    records: tuple[RunRecord, ...]
    trouble: tuple[str, ...]


SYNC_RECORDS, SYNC_SECONDS = 256, 5.0
"""After so many records, or so long, what a run wrote so far is made durable."""


class RunsLog:
    """The log while a run goes on; a context manager, with one writer.

    Each record is written as it comes, so that a kill loses none. They are made durable together,
    on a thread beside, and always after the files of flagged rows that they name: while the log
    itself is synced, no record is added.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Nothing is opened yet."""
        self._path = workspace.runs_log_file
        self._evidence = SyncedTogether(workspace.artifacts)
        self._log: OpenLog | None = None
        self._adding = threading.Lock()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="log")
        self._syncing: Future[None] | None = None
        self._unsynced = 0
        self._synced_at = time.monotonic()

    def __enter__(self) -> Self:
        """The log is opened by its first record."""
        self._evidence.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Make everything durable.

        Raises:
            WorkspaceError: the disk refuses.
        """
        self._beside.shutdown()
        try:
            self._evidence.__exit__(kind, error, trace)
        finally:
            if self._log is not None:
                with self._log as log:
                    log.sync()
        if error is None:
            self._refuse_lost()

    def append(self, record: RunRecord) -> None:
        """Put a check on record.

        Raises:
            WorkspaceError: the disk or the folder's permissions refuse.
        """
        line = quick_line(record)
        if self._log is None:
            self._log = OpenLog(self._path)
        with self._adding:
            self._log.append(line)
        self._unsynced += 1
        is_long_ago = time.monotonic() - self._synced_at > SYNC_SECONDS
        if is_long_ago or self._unsynced >= SYNC_RECORDS:
            self._begin_sync(self._log)

    def _begin_sync(self, log: OpenLog) -> None:
        """Begin to make durable what is there, unless that is still going on."""
        if self._syncing is None or self._syncing.done():
            self._refuse_lost()
            self._syncing = self._beside.submit(self._sync, log)
            self._unsynced, self._synced_at = 0, time.monotonic()

    def _refuse_lost(self) -> None:
        if self._syncing is not None:
            self._syncing.result()

    def _sync(self, log: OpenLog) -> None:
        self._evidence.settle()
        with self._adding:
            self._evidence.settle()  # what was written meanwhile
            log.sync()


def append_records(workspace: Workspace, records: Iterable[RunRecord]) -> None:
    """Append records as whole lines and make them durable.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    text = "".join(map(quick_line, records))
    if text:
        append_lines(workspace.runs_log_file, text)


def read_records(workspace: Workspace) -> RunsRead:
    """Read every record that was written in full, of all months.

    Raises:
        WorkspaceError: the log cannot be read.
    """
    records: list[RunRecord] = []
    trouble: list[str] = []
    with reading_parts(workspace) as parts:
        for name, number, line in _told_lines(workspace, parts):
            try:
                records.append(RunRecord.model_validate(json.loads(line)))
            except (ValueError, RecursionError):
                trouble.append(f"{name}, line {number} is not the record of a check; left out.")
    return RunsRead(tuple(records), tuple(trouble))


def _told_lines(workspace: Workspace, parts: Parts) -> Iterator[tuple[str, int, bytes]]:
    """Each line with the file that it stands in and its number there."""
    for month in parts.months:
        name = f"{month.parent.name}/{month.name}"
        for number, line in enumerate(read_month(month), start=1):
            yield name, number, line
    parts.live.seek(0)
    passed = parts.live.read(parts.start).count(b"\n")
    for number, line in enumerate(whole_lines(parts.live), start=passed + 1):
        yield workspace.runs_log_file.name, number, line
