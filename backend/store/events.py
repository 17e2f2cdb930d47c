"""``events/<run_id>.jsonl``: a run as it goes, for whoever looks on; the newest runs are kept.

Rules of this file: events are comfort, not record (that is the runs log): they are written without
sync, and a disk that refuses them costs the run nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from backend.contracts.event import Happening, RunEvent
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.store.text import quick_line, to_bytes

KEPT_RUNS = 50


class EventLog:
    """A watcher that puts down what it sees."""

    def __init__(self, workspace: Workspace, run_id: str) -> None:
        """Nothing is written yet."""
        self._path = workspace.events / f"{run_id}.jsonl"
        self._run_id = run_id
        self._number = self._total = 0
        self._kept: Counter[str] = Counter()
        self._stream: BinaryIO | None = None

    def begins(self, total: int) -> None:
        """So many checks are to be run; the oldest runs' events go."""
        self._total = total
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            for old in sorted(self._path.parent.glob("*.jsonl"))[: -KEPT_RUNS + 1]:
                old.unlink()
        self._append(Happening.RUN_BEGAN, pid=os.getpid())

    def runs(self, name: str) -> None:
        """This check is next."""
        self._tell_kept()
        self._number += 1
        self._append(Happening.CHECK_BEGAN, check=name)

    def ends(self, record: RunRecord) -> None:
        """It is done; those that kept their verdicts are told together."""
        if record.unchanged_since:
            self._number += 1
            self._kept[record.verdict.value] += 1
            return
        self._append(
            Happening.CHECK_ENDED,
            check=f"{record.check_id} {record.check_name}",
            verdict=record.verdict.value,
            summary=record.summary,
            seconds=record.seconds,
        )

    def closes(self, exit_code: int | None, seconds: float) -> None:
        """The run is over; without an exit code it was interrupted."""
        self._tell_kept()
        self._append(Happening.RUN_ENDED, exit_code=exit_code, seconds=seconds)
        if self._stream:
            self._stream.close()

    def _tell_kept(self) -> None:
        if self._kept:
            self._append(Happening.CHECKS_KEPT, kept=self._kept)
            self._kept = Counter()

    def _append(self, happening: Happening, **told: Any) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": at, "run_id": self._run_id, "happening": happening.value}
        line |= {"number": self._number, "total": self._total, **told}
        with contextlib.suppress(OSError):
            self._stream = self._stream or self._path.open("ab", buffering=0)
            self._stream.write(to_bytes(quick_line(line)))


def read_events(path: Path) -> tuple[RunEvent, ...]:
    """The events of one run so far; a line that is still being written is left out."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return ()
    found = []
    for line in lines:
        with contextlib.suppress(ValueError, RecursionError):
            found.append(RunEvent.model_validate(json.loads(line)))
    return tuple(found)
