"""``plan_prompt_log/``: old parts of the prompt log, put aside on a person's word and sealed.

Rules of this file: a part is a copy of the log's oldest lines, written and read back before they
leave the log; the log's first record then names the part's last hash, so that the chain goes on
from part to part into the log. The act itself is a record at the log's end, with who and why. A
kill before the log is replaced leaves a copy that nothing names, and the next act takes its place.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from backend.contracts.errors import WorkspaceError
from backend.contracts.prompt import PromptRecord
from backend.contracts.workspace import Workspace
from backend.store.atomic import cannot_write, replacing
from backend.store.chain import BEGINNING, ChainState, Link, follow_chain, read_link, record_hash
from backend.store.journal import read_lines, read_tail
from backend.store.text import json_line, to_bytes

ARCHIVE = "archive"
"""The purpose of the record that an act leaves."""


class Archived(NamedTuple):
    """What an act put aside: the sealed file, its records, and its last hash."""

    path: Path
    records: int
    head: str


def preceding_parts(workspace: Workspace) -> tuple[Path, ...]:
    """The parts that come before the log's first record, oldest first.

    Raises:
        WorkspaceError: a file cannot be read.
    """
    parts = sorted(workspace.prompt_archive.glob("part-*.jsonl"))
    first = next(read_lines(workspace.prompt_log_file), None) if parts else None
    link = read_link(first) if first is not None else None
    if not isinstance(link, Link):
        return tuple(parts)
    if link.previous == BEGINNING.hash:
        return ()
    for number, part in enumerate(parts, start=1):
        last = read_link(read_tail(part).last)
        if isinstance(last, Link) and last.hash == link.previous:
            return tuple(parts[:number])
    return tuple(parts)


def chain_before(workspace: Workspace) -> ChainState:
    """How the chain stands where the log begins: after a walk over what was archived.

    Raises:
        WorkspaceError: a file cannot be read.
    """
    state = ChainState(True, 0, "")
    for part in preceding_parts(workspace):
        before = state.records
        state = follow_chain(state, read_lines(part))
        if not state.ok:
            place = f"{part.parent.name}/{part.name}, line {state.line - before}"
            return state._replace(line=state.line - before, reason=f"{place}: {state.reason}")
    return state


def archive_prompts(workspace: Workspace, before: date, *, by: str, why: str) -> Archived | None:
    """Put aside the log's records up to the first that is of this day or later; None if none is.

    The caller holds the lock.

    Raises:
        WorkspaceError: the chain does not hold (``broken-audit-log``), or the disk refuses.
    """
    state = follow_chain(chain_before(workspace), read_lines(workspace.prompt_log_file))
    if not state.ok:
        fact = f"{workspace.prompt_log_file}: the chain does not hold. {state.reason}"
        raise WorkspaceError(f"{fact} Nothing was archived.", code="broken-audit-log")
    old = count_old_prompts(workspace, before)
    if not old:
        return None
    number = len(preceding_parts(workspace)) + 1
    part = workspace.prompt_archive / f"part-{number:04}.jsonl"
    lines = list(read_lines(workspace.prompt_log_file))
    archived = _write_part(workspace, part, lines[:old])
    act = _act(archived, before, by, why, previous=state.head)
    with replacing(workspace.prompt_log_file) as stream:
        stream.writelines(line + b"\n" for line in lines[old:])
        stream.write(to_bytes(json_line(act)))
    return archived


def count_old_prompts(workspace: Workspace, before: date) -> int:
    """How many records of the log `archive_prompts` would put aside.

    Raises:
        WorkspaceError: the log cannot be read.
    """
    return sum(1 for _ in takewhile(lambda day: day < before.isoformat(), _days(workspace)))


def _days(workspace: Workspace) -> Iterator[str]:
    for line in read_lines(workspace.prompt_log_file):
        try:
            yield str(json.loads(line)["at"])[:10]
        except (ValueError, LookupError, TypeError):
            yield "9999"


def _write_part(workspace: Workspace, part: Path, lines: list[bytes]) -> Archived:
    before = chain_before(workspace)
    with replacing(part) as stream:
        stream.writelines(line + b"\n" for line in lines)
    try:
        part.chmod(0o444)
    except OSError as error:
        raise cannot_write(part, error) from error
    state = follow_chain(before, read_lines(part))
    if not state.ok or state.records != before.records + len(lines):
        fact = f"{part} does not read back as it was written"
        raise WorkspaceError(f"{fact}. Nothing left the log; try again.", code="cannot-write")
    return Archived(part, len(lines), state.head)


def _act(archived: Archived, before: date, by: str, why: str, *, previous: str) -> dict[str, Any]:
    record = PromptRecord(
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        run_id="",
        check_id="",
        purpose=ARCHIVE,
        model="",
        request={"before": before.isoformat(), "by": by, "why": why},
        response={
            "file": f"{archived.path.parent.name}/{archived.path.name}",
            "records": archived.records,
            "head": archived.head,
            "sha256": hashlib.sha256(archived.path.read_bytes()).hexdigest(),
        },
        previous=previous,
    ).model_dump(mode="json")
    return record | {"hash": record_hash(record)}
