"""``plan_prompt_log.jsonl``: every exchange with a model, hash-chained.

Rules of this file: each record carries the hash of the one before; the hash is SHA-256 over the
record's canonical JSON without the hash itself; the log is never rebuilt and never mended, only
refused. A chain shows changes inside it; that records were cut off its end shows only beside a
head that was noted elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple

from pydantic import JsonValue

from backend.contracts.errors import WorkspaceError
from backend.contracts.prompt import PromptRecord
from backend.contracts.workspace import Workspace
from backend.store.journal import append_lines, read_lines, read_tail
from backend.store.text import canonical_json, json_line, to_bytes


class ChainState(NamedTuple):
    """Whether the log is as it was written.

    ``records`` are the sound ones from the start and ``head`` the hash of their last; ``line`` is
    the first broken line, from 1 (0 when the chain holds), and ``reason`` what is wrong with it.
    """

    ok: bool
    records: int
    head: str
    line: int = 0
    reason: str = ""


def append_prompt(workspace: Workspace, record: PromptRecord) -> PromptRecord:
    """Chain a record to the log's last one, append it, and give it with its hashes.

    Raises:
        WorkspaceError: the last record is not as it was written (``broken-audit-log``), or the
            disk refuses.
    """
    path = workspace.prompt_log_file
    tail = read_tail(path)
    link = _read_link(tail.last) if tail.last or tail.start else _BEGINNING
    if isinstance(link, str):
        cure = "Move the log away to begin a new chain, and find out who changed it."
        raise WorkspaceError(f"{path}: the last record {link}. {cure}", code="broken-audit-log")
    chained = record.model_dump(mode="json") | {"previous": link.hash, "hash": ""}
    chained["hash"] = _hash(chained)
    append_lines(path, json_line(chained))
    return PromptRecord.model_validate(chained)


def verify_chain(workspace: Workspace) -> ChainState:
    """Walk the whole log and tell where the chain first breaks, if it does.

    What a killed writer left after the last line break is no record yet.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    head, number = "", 0
    for number, line in enumerate(read_lines(workspace.prompt_log_file), start=1):
        link = _read_link(line)
        if isinstance(link, _Link) and link.previous != head:
            link = "does not follow the record before it"
        if isinstance(link, str):
            return ChainState(False, number - 1, head, number, f"The record {link}.")
        head = link.hash
    return ChainState(True, number, head)


class _Link(NamedTuple):
    previous: str
    hash: str


_BEGINNING = _Link("", "")


def _read_link(line: bytes) -> _Link | str:
    """A sound record's place in the chain, or what is wrong with the record."""
    try:
        return _judge(json.loads(line), line)
    except (ValueError, RecursionError):
        return "is not JSON"


def _judge(found: Any, line: bytes) -> _Link | str:
    match found:
        case {"previous": str(previous), "hash": str(stored)}:
            if stored != _hash(found):
                return "was changed: its hash does not fit its content"
            if to_bytes(json_line(found)) != line + b"\n":
                return "is not spelled as it was written"
            return _Link(previous, stored)
    return "carries no hash"


def _hash(record: dict[str, JsonValue]) -> str:
    content = {name: value for name, value in record.items() if name != "hash"}
    return f"sha256:{hashlib.sha256(canonical_json(content)).hexdigest()}"
