"""The whole of ``plan_prompt_log.jsonl``: what each record is about, and whether the chain holds.

Rules of this file: a visitor waits for the newest records only; older ones, and the walk along the
chain, go on behind the page and are told as unfinished until they are done. Of a log that grew
only what is new is read; one that was replaced, shortened or changed in place is read anew, and a
short one is walked whole each time it changes.
"""

from __future__ import annotations

import json
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from backend.contracts.errors import WorkspaceError
from backend.contracts.prompt import PromptRecord
from backend.contracts.workspace import Workspace
from backend.store.chain import ChainState, follow_chain
from backend.store.prompt_archive import ARCHIVE, chain_before

_FIRST = 4 * 2**20
"""Bytes of the log's end that the first visitor waits for."""
_STEP = 2**20
_SHORT_LOG = 8 * 2**20
_SHORT = 65536
_REST = 3
"""Times as long as a piece took it is rested behind the page: pages come first."""


class Head(NamedTuple):
    """What a record is about, and where it stands in the log (bytes)."""

    start: int
    end: int
    at: str
    run_id: str
    check_id: str
    purpose: str
    model: str
    ending: str
    code: str
    tokens_in: int
    tokens_out: int
    usd: float
    seconds: float
    shared: str
    program: str
    calls: int
    hash: str

    @property
    def is_call(self) -> bool:
        """Whether a model was asked; else it tells of a compile."""
        return self.purpose not in ("compile", ARCHIVE)


class Chain(NamedTuple):
    """How far the walk along the chain is; ``at`` is when it last came to the log's end."""

    state: ChainState
    walked: int
    is_done: bool
    at: str = ""


class PromptsRead(NamedTuple):
    """What is known of the log: ``heads`` are oldest first, from byte ``start`` to ``end``.

    ``inode`` and ``changed`` tell this content from another; ``damaged`` lines are no records.
    """

    inode: int
    changed: int
    start: int
    end: int
    heads: tuple[Head, ...]
    damaged: int
    chain: Chain
    trouble: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every record from the log's beginning on is there."""
        return self.start == 0


_BEGINNING = Chain(ChainState(True, 0, ""), 0, is_done=True)
NOTHING = PromptsRead(0, 0, 0, 0, (), 0, _BEGINNING)


class PromptsIndex:
    """One log for all visitors; safe among threads."""

    def __init__(self, workspace: Workspace) -> None:
        """Nothing is read yet."""
        self._workspace = workspace
        self._path = workspace.prompt_log_file
        self._lock = threading.Lock()
        self._known = NOTHING
        self._behind: threading.Thread | None = None
        self._hurry = threading.Event()

    def refresh(self, *, wait: bool = False) -> PromptsRead:
        """The log as it is now, its newest records for certain; ``wait`` for all of it."""
        with self._lock:
            try:
                self._known = self._look()
            except OSError as error:
                why = f"{self._path.name} could not be read ({error.strerror})."
                return self._known._replace(trouble=f"{why} Let the dashboard read it.")
            if not self._is_done() and not (self._behind and self._behind.is_alive()):
                self._behind = threading.Thread(target=self._go_on, daemon=True)
                self._behind.start()
            behind = self._behind
        if wait:
            self._hurry.set()
        if behind and behind.is_alive():
            behind.join(None if wait else _patience(self._known.end))
        return self._known

    def walk_anew(self) -> None:
        """Forget what was walked of the chain: the next look begins at its first record."""
        with self._lock:
            self._known = self._known._replace(chain=_BEGINNING._replace(is_done=False))

    def _is_done(self) -> bool:
        return self._known.is_complete and self._known.chain.is_done

    def _look(self) -> PromptsRead:
        known = self._known
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return NOTHING
        if (stat.st_ino, stat.st_mtime_ns) == (known.inode, known.changed):
            return known
        if stat.st_ino != known.inode or stat.st_size <= known.end:
            return self._open(stat.st_ino, stat.st_mtime_ns, stat.st_size)
        data = self._whole_lines(known.end, stat.st_size)
        heads, damaged = _read_heads(data, known.end)
        is_short = stat.st_size <= _SHORT_LOG
        return known._replace(
            changed=stat.st_mtime_ns,
            end=known.end + len(data),
            heads=(*known.heads, *heads),
            damaged=known.damaged + damaged,
            chain=_BEGINNING._replace(is_done=False)
            if is_short
            else known.chain._replace(is_done=False),
        )

    def _open(self, inode: int, changed: int, size: int) -> PromptsRead:
        start = self._line_start(max(0, size - _FIRST))
        data = self._whole_lines(start, size)
        heads, damaged = _read_heads(data, start)
        chain = _BEGINNING._replace(is_done=False)
        return PromptsRead(inode, changed, start, start + len(data), heads, damaged, chain)

    def _go_on(self) -> None:
        began = time.monotonic()
        while self._read_older() or self._walk():
            self._hurry.wait(_REST * (time.monotonic() - began))
            began = time.monotonic()

    def _read_older(self) -> bool:
        """Read one more piece before what is known; whether there may be another."""
        known = self._known
        if known.is_complete:
            return False
        try:
            start = self._line_start(max(0, known.start - _STEP))
            heads, damaged = _read_heads(self._read(start, known.start), start)
        except OSError:
            return False
        with self._lock:
            now = self._known
            if (now.inode, now.start) == (known.inode, known.start):
                self._known = now._replace(
                    start=start, heads=(*heads, *now.heads), damaged=now.damaged + damaged
                )
        return True

    def _walk(self) -> bool:
        """Walk one more piece of the chain; whether there may be another."""
        known = self._known
        chain = known.chain
        if chain.is_done:
            return False
        try:
            data = self._piece(chain.walked, known.end)
            before = chain.state if chain.walked else chain_before(self._workspace)
        except (OSError, WorkspaceError):
            return False
        state = follow_chain(before, data.split(b"\n")[:-1])
        walked = chain.walked + len(data)
        is_done = walked >= known.end or not state.ok
        at = datetime.now(UTC).isoformat(timespec="seconds") if is_done else ""
        with self._lock:
            now = self._known
            if now.inode == known.inode and now.chain is chain:
                ended = is_done and (now.end == known.end or not state.ok)
                self._known = now._replace(chain=Chain(state, walked, ended, at))
        return True

    def _piece(self, start: int, end: int) -> bytes:
        """Whole lines from here on: about a step of them, and one at least."""
        stop = min(end, start + _STEP)
        data = self._read(start, stop)
        while b"\n" not in data and stop < end:
            stop = min(end, stop + _STEP)
            data = self._read(start, stop)
        return data[: data.rfind(b"\n") + 1] if b"\n" in data else data

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

    def _read(self, start: int, end: int) -> bytes:
        with self._path.open("rb") as stream:
            stream.seek(start)
            return stream.read(end - start)


def read_record(path: Path, head: Head) -> PromptRecord | None:
    """The whole record; None where it is no longer there as it was."""
    try:
        with path.open("rb") as stream:
            stream.seek(head.start)
            record = PromptRecord.model_validate(json.loads(stream.read(head.end - head.start)))
    except (OSError, ValueError, RecursionError):
        return None
    return record if record.hash == head.hash else None


def _patience(size: int) -> float:
    """Seconds that a visitor waits for what goes on behind the page: none for a long log."""
    return 0.6 if size <= _SHORT_LOG else 0.05


def _read_heads(data: bytes, start: int) -> tuple[tuple[Head, ...], int]:
    heads, damaged, offset = [], 0, start
    for line in data.split(b"\n")[:-1]:
        end = offset + len(line)
        head = _head(line, offset, end)
        offset = end + 1
        if head is not None:
            heads.append(head)
        else:
            damaged += 1
    return tuple(heads), damaged


def _head(line: bytes, start: int, end: int) -> Head | None:
    try:
        told = json.loads(line)
        usage = told["usage"]
        return Head(
            start=start,
            end=end,
            at=str(told["at"]),
            run_id=str(told["run_id"]),
            check_id=str(told["check_id"]),
            purpose=str(told["purpose"]),
            model=str(told["model"]),
            ending=str(told["ending"]),
            code=str(told["code"]),
            tokens_in=sum(int(usage[name]) for name in ("input", "cache_write", "cache_read")),
            tokens_out=int(usage["output"]),
            usd=float(told["usd"]),
            seconds=float(told["seconds"]),
            shared=str(told["shared"]),
            program=str(told["program"]),
            calls=len(told["calls"]),
            hash=str(told["hash"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
