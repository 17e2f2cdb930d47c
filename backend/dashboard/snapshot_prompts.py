"""The audit log: every exchange with a model and every compile, what went out and what it cost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from backend.contracts.errors import WorkspaceError
from backend.contracts.prompt import PromptRecord
from backend.contracts.receipt import Approval
from backend.dashboard.prompts_index import Head, PromptsIndex, PromptsRead, read_record
from backend.dashboard.snapshot import Snapshot
from backend.store.approvals import read_approvals


class Wanted(NamedTuple):
    """What is looked for; empty is anything. Days are ISO 8601, both ends count."""

    checks: str = ""
    models: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    first_day: str = ""
    last_day: str = ""
    run_id: str = ""


class Sums(NamedTuple):
    """What some records come to; ``shared`` counts calls by the privacy setting they went under."""

    calls: int
    compiles: int
    tokens_in: int
    tokens_out: int
    usd: float
    shared: dict[str, int]


class PendingCalls(NamedTuple):
    """Calls that are out: sent, and without a record yet."""

    records: tuple[PromptRecord, ...]
    damaged: tuple[str, ...]


class ApprovalsRead(NamedTuple):
    """Who let which program judge, oldest first."""

    approvals: tuple[Approval, ...]
    trouble: tuple[str, ...] = ()


def read_prompt_heads(snapshot: Snapshot, *, wait: bool = False) -> PromptsRead:
    """What each record is about, as far as the log is read by now."""
    return _index(snapshot).refresh(wait=wait)


def walk_chain_anew(snapshot: Snapshot) -> None:
    """Let the chain be walked again from its first record."""
    _index(snapshot).walk_anew()


def read_prompt(snapshot: Snapshot, head: Head) -> PromptRecord | None:
    """A record with its words; None where it is no longer there as it was."""
    return read_record(snapshot.workspace.prompt_log_file, head)


def find_calls(heads: Iterable[Head], hashes: Sequence[str]) -> list[Head]:
    """The records of these hashes, in their order; what is not on record is left out."""
    wanted = set(hashes)
    found = {head.hash: head for head in heads if head.hash in wanted}
    return [found[each] for each in hashes if each in found]


def select(heads: Sequence[Head], wanted: Wanted) -> list[Head]:
    """The records that are looked for, the newest first."""
    return [head for head in reversed(heads) if _suits(head, wanted)]


def add_up(heads: Iterable[Head]) -> Sums:
    """What these records come to."""
    found = list(heads)
    calls = [head for head in found if head.is_call]
    return Sums(
        calls=len(calls),
        compiles=sum(head.purpose == "compile" for head in found),
        tokens_in=sum(head.tokens_in for head in calls),
        tokens_out=sum(head.tokens_out for head in calls),
        usd=sum(head.usd for head in calls),
        shared=dict(Counter(head.shared or "not told" for head in calls)),
    )


def read_pending_calls(snapshot: Snapshot) -> PendingCalls:
    """The notes of calls that are out now, or were when their process was killed."""
    records, damaged = [], []
    for path in _notes(snapshot.workspace.calls_out):
        try:
            records.append(PromptRecord.model_validate(json.loads(path.read_bytes())))
        except FileNotFoundError:
            continue  # it came back meanwhile
        except (OSError, ValueError, RecursionError):
            damaged.append(f"{path.name}: the note of a call that is out cannot be read.")
    return PendingCalls(tuple(sorted(records, key=lambda each: each.at)), tuple(damaged))


def read_who_approved(snapshot: Snapshot) -> ApprovalsRead:
    """Every approval that is on record."""
    workspace = snapshot.workspace

    def read() -> ApprovalsRead:
        try:
            return ApprovalsRead(read_approvals(workspace))
        except WorkspaceError as error:
            return ApprovalsRead((), (str(error),))

    return snapshot.memo.read(workspace.approvals_file, "approvals", read)


def _index(snapshot: Snapshot) -> PromptsIndex:
    path = snapshot.workspace.prompt_log_file
    return snapshot.memo.hold(path, "prompts", lambda: PromptsIndex(snapshot.workspace))


def _notes(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("call-*.json"))
    except OSError:
        return []


def _suits(head: Head, wanted: Wanted) -> bool:
    day = head.at[:10]
    return (
        wanted.checks.casefold() in head.check_id.casefold()
        and (not wanted.models or head.model in wanted.models)
        and (not wanted.purposes or head.purpose in wanted.purposes)
        and (not wanted.endings or head.ending in wanted.endings)
        and (not wanted.first_day or wanted.first_day <= day)
        and (not wanted.last_day or day <= wanted.last_day)
        and wanted.run_id in ("", head.run_id)
    )
