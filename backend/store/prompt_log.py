"""``plan_prompt_log.jsonl``: every exchange with a model and every compile, hash-chained.

Rules of this file: each record carries the hash of the one before; the hash is SHA-256 over the
record's canonical JSON without the hash itself; the log is never rebuilt and never mended, only
refused. A chain shows changes inside it; that records were cut off its end shows only beside a
head that was noted elsewhere. A call is noted before it goes out (`calls_out`), so a process that
is killed during it leaves its record to the next one.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import JsonValue

from backend.contracts.errors import WorkspaceError
from backend.contracts.prompt import Ending, PromptRecord
from backend.contracts.workspace import Workspace
from backend.store.calls_out import forget_call, note_call, read_left_calls
from backend.store.chain import BEGINNING, ChainState, Link, follow_chain, read_link, record_hash
from backend.store.journal import append_lines, read_lines, read_tail
from backend.store.prompt_archive import chain_before, preceding_parts
from backend.store.text import canonical_json, json_line, to_bytes


class WrittenPromptLog:
    """The port `PromptLog` on the workspace's log; safe among threads, of no use in a fork.

    ``trouble`` is a sentence for each note of a call that could not be read on opening. ``keep``
    is that of the settings: where it is ``hash``, neither log nor notes hold the words.
    """

    def __init__(self, workspace: Workspace, *, keep: Literal["full", "hash"] = "full") -> None:
        """Open the log; calls that a killed process had out become records, once each.

        Raises:
            WorkspaceError: the log is broken (``broken-audit-log``), or the disk refuses.
        """
        self._workspace = workspace
        self._keep = keep
        self._process = os.getpid()
        self._lock = threading.Lock()
        self.trouble = self._settle_left_calls()

    def begin(self, record: PromptRecord) -> PromptRecord:
        """Note that this call goes out now; gives the record with its ``call`` named.

        Raises:
            WorkspaceError: the log could not take its record; the call must not go out.
        """
        with self._lock:
            self._refuse_fork()
            _read_last_link(self._workspace)
            return note_call(self._workspace, _kept(record, self._keep))

    def end(self, record: PromptRecord) -> str:
        """Append the record of a call that was begun, or of a compile; gives its hash.

        Raises:
            WorkspaceError: the log is broken, or the disk refuses.
        """
        with self._lock:
            self._refuse_fork()
            written = append_prompt(self._workspace, _kept(record, self._keep))
            if record.call:
                forget_call(self._workspace, record.call)
            return written.hash

    def _settle_left_calls(self) -> tuple[str, ...]:
        left = read_left_calls(self._workspace)
        names = {record.call for record in left.records}
        written = _find_calls(self._workspace, names) if names else set()
        for record in left.records:
            if record.call not in written:
                changes = {"ending": Ending.INTERRUPTED, "code": "interrupted"}
                append_prompt(self._workspace, record.model_copy(update=changes))
            forget_call(self._workspace, record.call)
        return left.trouble

    def _refuse_fork(self) -> None:
        if os.getpid() != self._process:
            fact = "the prompt log was opened by the process that this one was forked from"
            cure = "Ask models in the process that holds the workspace."
            raise WorkspaceError(f"{self._workspace.base}: {fact}. {cure}", code="foreign-log")


def append_prompt(workspace: Workspace, record: PromptRecord) -> PromptRecord:
    """Chain a record to the log's last one, append it, and give it with its hashes.

    Raises:
        WorkspaceError: the last record is not as it was written (``broken-audit-log``), or the
            disk refuses.
    """
    link = _read_last_link(workspace)
    chained = record.model_dump(mode="json") | {"previous": link.hash, "hash": ""}
    chained["hash"] = record_hash(chained)
    append_lines(workspace.prompt_log_file, json_line(chained))
    return PromptRecord.model_validate(chained)


def verify_chain(workspace: Workspace) -> ChainState:
    """Walk archive and log and tell where the chain first breaks, if it does.

    ``line`` is that of the log, or of the archived part that ``reason`` names. What a
    killed writer left after the last line break is no record yet.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    before = chain_before(workspace)
    state = follow_chain(before, read_lines(workspace.prompt_log_file))
    return state if state.ok or not before.ok else state._replace(line=state.line - before.records)


def read_prompts(
    workspace: Workspace, *, check_id: str | None = None, run_id: str | None = None
) -> Iterator[PromptRecord]:
    """Give the records of archive and log, oldest first: all, or those of a check or a run.

    Whether they are as they were written is for `verify_chain` to tell.

    Raises:
        WorkspaceError: the file cannot be read, or a line of it is no record
            (``broken-audit-log``); the records before it have been given.
    """
    wanted = {"check_id": check_id, "run_id": run_id}
    marks = [_mark(name, value) for name, value in wanted.items() if value is not None]
    for path, number, line in _numbered(workspace):
        if not all(mark in line for mark in marks):
            continue
        try:
            record = PromptRecord.model_validate(json.loads(line))
        except (ValueError, RecursionError) as error:
            fact = f"{path}, line {number}, is not the record of a call or a compile"
            cure = "Find out who changed it; `agent audit verify` tells what still holds."
            raise WorkspaceError(f"{fact}. {cure}", code="broken-audit-log") from error
        if check_id in (None, record.check_id) and run_id in (None, record.run_id):
            yield record


def _numbered(workspace: Workspace) -> Iterator[tuple[Path, int, bytes]]:
    """Every line with its file and its number there: what was archived, then the log."""
    for path in (*preceding_parts(workspace), workspace.prompt_log_file):
        for number, line in enumerate(read_lines(path), start=1):
            yield path, number, line


def _read_last_link(workspace: Workspace) -> Link:
    path = workspace.prompt_log_file
    tail = read_tail(path)
    link = read_link(tail.last) if tail.last or tail.start else BEGINNING
    if isinstance(link, str):
        cure = "Move the log away to begin a new chain, and find out who changed it."
        raise WorkspaceError(f"{path}: the last record {link}. {cure}", code="broken-audit-log")
    return link


def _find_calls(workspace: Workspace, names: set[str]) -> set[str]:
    """Which of these calls have their record: only asked for after a kill."""
    marks = {name: _mark("call", name) for name in names}
    lines = (line for _, _, line in _numbered(workspace))
    return {name for line in lines for name, mark in marks.items() if mark in line}


def _mark(name: str, value: str) -> bytes:
    """How a record spells a field: no line without it can be the record that is looked for."""
    return to_bytes(json_line({name: value}))[1:-2]


def _kept(record: PromptRecord, keep: str) -> PromptRecord:
    if keep == "full":
        return record
    hashed = {name: _digest(getattr(record, name)) for name in ("request", "response")}
    return record.model_copy(update=hashed)


def _digest(value: JsonValue) -> JsonValue:
    """A value's SHA-256 over its canonical JSON; what is one already, or none, stays."""
    match value:
        case None:
            return None
        case {"sha256": str(), **more} if not more:
            return value
    return {"sha256": hashlib.sha256(canonical_json(value)).hexdigest()}
