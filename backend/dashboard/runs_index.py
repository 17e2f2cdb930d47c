"""The whole of the runs log with its closed months, read once and kept up to date.

Rules of this file: a visitor waits for the newest lines only; the older ones are read behind the
page, from the end backwards, and are told as missing until they are there; of a log that grew only
what is new is read; a log that was replaced (its oldest month was closed) is read anew.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from backend.contracts.unchanged_run import KeptChecks
from backend.contracts.workspace import Workspace
from backend.dashboard.runs_lines import COLUMNS, Block, RunPart, parse_block, parse_month
from backend.store.closed_months import find_months, live_start

_FIRST = 12 * 2**20
"""Bytes of the log's end that the first visitor waits for."""
_STEP = 8 * 2**20
_SHORT = 4096
_REST = 3
"""Times as long as a piece took it is rested behind the page: pages come first."""
_PATIENCE = 2.0
"""Seconds that the older lines wait, so that the first visitor's page is not slowed by them."""


class Reading(NamedTuple):
    """What is known of the log: ``blocks`` are its lines from ``start`` to ``end``, in order.

    Before byte ``begin`` of the log, and in the files of ``months``, are older lines; the months
    that were read are among the blocks and no more among ``months``.
    """

    inode: int
    start: int
    end: int
    blocks: tuple[Block, ...]
    trouble: str = ""
    begin: int = 0
    months: tuple[Path, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every line from the oldest month on is there."""
        return self.start <= self.begin and not self.months

    @property
    def damaged(self) -> int:
        """Lines that are no records, and are left out."""
        return sum(block.damaged for block in self.blocks)


NOTHING = Reading(0, 0, 0, ())


class RunsIndex:
    """One log for all visitors; safe among threads."""

    def __init__(
        self, workspace: Workspace, *, first_bytes: int = _FIRST, step_bytes: int = _STEP
    ) -> None:
        """Nothing is read yet; the first visitor waits for ``first_bytes`` of the log's end."""
        self._workspace = workspace
        self._path = workspace.runs_log_file
        self._first_bytes = first_bytes
        self._step_bytes = step_bytes
        self._lock = threading.Lock()
        self._reading = NOTHING
        self._behind: threading.Thread | None = None
        self._hurry = threading.Event()

    def refresh(self, *, wait: bool = False) -> Reading:
        """The log as it is now, its newest lines for certain; ``wait`` for all of it."""
        with self._lock:
            try:
                self._reading = self._look()
            except (OSError, pa.ArrowException) as error:
                fact = getattr(error, "strerror", None) or error
                why = f"{self._path.name} could not be read ({fact})."
                return self._reading._replace(trouble=f"{why} Let the dashboard read it.")
            if not self._reading.is_complete and not (self._behind and self._behind.is_alive()):
                self._behind = threading.Thread(target=self._read_older, daemon=True)
                self._behind.start()
            behind = self._behind
        if wait and behind:
            self._hurry.set()
            behind.join()
            return self._reading
        return self._reading

    def _look(self) -> Reading:
        known = self._reading
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return NOTHING
        if stat.st_ino != known.inode or stat.st_size < known.end:
            return self._open(stat.st_ino, stat.st_size)
        if stat.st_size == known.end:
            return known
        data = self._whole_lines(known.end, stat.st_size)
        block = parse_block(data)
        return known._replace(end=known.end + len(data), blocks=(*known.blocks, block))

    def _open(self, inode: int, size: int) -> Reading:
        with self._path.open("rb") as stream:
            months = find_months(self._workspace)
            begin = live_start(stream, months)
        start = max(begin, self._line_start(max(0, size - self._first_bytes)))
        data = self._whole_lines(start, size)
        end = start + len(data)
        return Reading(inode, start, end, (parse_block(data),), begin=begin, months=months)

    def _read_older(self) -> None:
        self._hurry.wait(_PATIENCE)
        began = time.monotonic()
        while self._step():
            self._hurry.wait(_REST * (time.monotonic() - began))
            began = time.monotonic()

    def _step(self) -> bool:
        """Read one more piece before what is known; whether there may be another."""
        known = self._reading
        if known.is_complete:
            return False
        try:
            older = self._older_lines(known) if known.start > known.begin else _older_month(known)
        except OSError:
            return False
        with self._lock:
            now = self._reading
            if (now.inode, now.start, now.months) == (known.inode, known.start, known.months):
                blocks = (*older.blocks, *now.blocks)
                self._reading = older._replace(end=now.end, blocks=blocks)
        return True

    def _older_lines(self, known: Reading) -> Reading:
        start = max(known.begin, self._line_start(max(0, known.start - self._step_bytes)))
        data = self._read(start, known.start, known.inode)
        return known._replace(start=start, blocks=(parse_block(data),))

    def _line_start(self, near: int) -> int:
        """The beginning of the line that holds this offset."""
        while near:
            before = max(0, near - _SHORT)
            found = self._read(before, near).rfind(b"\n")
            if found >= 0:
                return before + found + 1
            near = before
        return 0

    def _whole_lines(self, start: int, end: int) -> bytes:
        """What stands there, up to its last line break: a line that is being written can wait."""
        data = self._read(start, end)
        return data[: data.rfind(b"\n") + 1]

    def _read(self, start: int, end: int, inode: int = 0) -> bytes:
        with self._path.open("rb") as stream:
            if inode and os.fstat(stream.fileno()).st_ino != inode:
                raise FileNotFoundError(f"{self._path} was replaced")
            stream.seek(start)
            return stream.read(end - start)


def _older_month(known: Reading) -> Reading:
    """The newest of the months that are left; one that cannot be read is told and passed over."""
    *left, month = known.months
    rest = known._replace(months=tuple(left), blocks=())
    try:
        return rest._replace(blocks=(parse_month(pq.read_table(month, columns=[*COLUMNS])),))
    except (OSError, pa.ArrowException):
        fact = f"{month.parent.name}/{month.name} could not be read; its runs are not shown."
        return rest._replace(trouble=f"{known.trouble} {fact}".strip())


def add_parts(parts: list[RunPart], kept: KeptChecks | None = None) -> RunPart:
    """One run from its parts, the oldest first, and what it kept."""
    first, verdicts = parts[0], dict(kept.verdicts) if kept else {}
    for part in parts:
        for verdict, count in part.verdicts.items():
            verdicts[verdict] = verdicts.get(verdict, 0) + count
    return first._replace(
        sandbox=next((part.sandbox for part in parts if part.sandbox), ""),
        kept=kept.checks if kept else 0,
        checks=sum(part.checks for part in parts) + (kept.checks if kept else 0),
        verdicts=verdicts,
        flagged=sum(part.flagged for part in parts) + (kept.flagged if kept else 0),
        tested=sum(part.tested for part in parts) + (kept.tested if kept else 0),
        compiled=sum(part.compiled for part in parts),
        model_calls=sum(part.model_calls for part in parts),
        usd=sum(part.usd for part in parts),
        seconds=sum(part.seconds for part in parts),
    )
