"""What may go: old artifacts, cached tables, events and programs, as ``[retention]`` has it.

Rules of this file: what the newest verdict of a check needs stays, however old it is; neither the
runs log nor an audit log loses a line; a run's artifacts go whole or not at all.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from backend.contracts.errors import WorkspaceError
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.approvals import read_approvals
from backend.store.atomic import cannot_write, sync_folder
from backend.store.history import version_at
from backend.store.last_runs import read_run
from backend.store.lock import WorkspaceLock
from backend.store.prompt_archive import Archived, archive_prompts, count_old_prompts
from backend.store.rollup import read_rollup
from backend.store.schema_files import read_schema
from backend.store.settings_file import read_settings
from backend.store.workflows import read_workflows
from backend.tables.cached_tables import cached_paths

_GOING = ".going-"


class Old(NamedTuple):
    """A file or a folder that has had its time; ``size`` in bytes."""

    kind: str
    path: Path
    at: datetime
    size: int


class _Needed(NamedTuple):
    """What the newest verdicts lean on."""

    runs: frozenset[str]
    tables: frozenset[Path]
    programs: frozenset[str]
    meanings: frozenset[tuple[str, str]]


def find_old(workspace: Workspace, now: datetime | None = None) -> list[Old]:
    """What `clean` would delete, the oldest first; nothing is written.

    Raises:
        WorkspaceError: settings or memory cannot be read, so that what is needed is not known.
    """
    settings, now = read_settings(workspace).retention, now or datetime.now(UTC)
    kinds: dict[str, tuple[int | None, Callable[[_Needed], Iterable[Path]]]] = {
        "artifacts": (settings.artifacts, lambda needed: _runs(workspace, needed)),
        "tables": (settings.tables, lambda needed: _tables(workspace, needed)),
        "events": (settings.events, lambda needed: _events(workspace, needed)),
        "history": (settings.history, lambda needed: _programs(workspace, needed)),
    }
    found: list[Old] = []
    needed = _needed(workspace) if any(days for days, _ in kinds.values()) else None
    for kind, (days, find) in kinds.items():
        if days is not None and needed is not None:
            until = now - timedelta(days=days)
            found += [old for path in find(needed) if (old := _look(kind, path)).at < until]
    return sorted(found, key=lambda old: old.at)


def say_old_prompts(workspace: Workspace, now: datetime | None = None) -> str:
    """That the prompt log is older than ``retention.prompts``; empty where it is not.

    Raises:
        WorkspaceError: settings or log cannot be read.
    """
    days = read_settings(workspace).retention.prompts
    if days is None:
        return ""
    before = ((now or datetime.now(UTC)) - timedelta(days=days)).date()
    number = count_old_prompts(workspace, before)
    if not number:
        return ""
    fact = f"{number:,} audit records are older than {days} days and stay"
    return f"{fact}: agent clean --audit-before {before} --by NAME --why TEXT puts them aside."


def clean(workspace: Workspace, now: datetime | None = None) -> list[Old]:
    """Delete what has had its time; gives what went.

    Raises:
        WorkspaceError: another run holds the workspace, memory cannot be read, or the folder's
            permissions refuse.
    """
    with WorkspaceLock(workspace):
        for left in workspace.artifacts.glob(f"{_GOING}*"):
            _delete(left)
        going = find_old(workspace, now)
        for old in going:
            _delete(old.path)
            if old.kind == "history" and not any(old.path.parent.iterdir()):
                old.path.parent.rmdir()
    return going


def put_prompts_aside(workspace: Workspace, before: date, *, by: str, why: str) -> Archived | None:
    """Archive the audit records before a day, on record; None where there is none.

    Raises:
        WorkspaceError: a name or a reason is missing, the chain does not hold, another run holds
            the workspace, or the disk refuses.
    """
    if not by.strip() or not why.strip():
        fact = "Audit records are put aside only on record."
        raise WorkspaceError(f"{fact} Say who and why with --by and --why.", code="not-on-record")
    with WorkspaceLock(workspace):
        return archive_prompts(workspace, before, by=by.strip(), why=why.strip())


def _needed(workspace: Workspace) -> _Needed:
    """Raises WorkspaceError where it cannot be told: then nothing goes."""
    remembered = read_workflows(workspace, holds_lock=False)
    rollup = read_rollup(workspace, holds_lock=False)
    schema = read_schema(workspace, holds_lock=False)
    trouble = (*remembered.trouble, *rollup.trouble, *schema.trouble)
    if trouble or rollup.rows is None:
        fact = trouble[0] if trouble else "There is no roll-up."
        cure = "Nothing was deleted. Run the checks first: agent run."
        raise WorkspaceError(f"{fact} {cure}", code="not-known")
    last, _, _, lost = read_run(workspace)
    if lost:
        raise WorkspaceError(f"{lost[0]} Nothing was deleted.", code="not-known")
    workflows = remembered.workflows.values()
    runs = {row.last_run_id for row in rollup.rows.values()}
    runs |= {name for record in last for name in (record.run_id, record.unchanged_since)}
    paths = [each.execution.flagged_path for each in workflows if each.execution]
    paths += [record.flagged_path for record in last]
    runs |= {Path(path).parts[2] for path in paths if path}
    programs = {each.program.sha256 for each in workflows if each.program}
    programs |= {each.pending.program for each in workflows if each.pending}
    programs |= {approval.program for approval in read_approvals(workspace)}
    programs |= {record.program for record in last if record.program}
    meanings = {(each.check_id, each.against.meaning_hash) for each in workflows}
    tables = cached_paths(workspace, schema.schema)
    return _Needed(frozenset(runs), frozenset(tables), frozenset(programs), frozenset(meanings))


def _runs(workspace: Workspace, needed: _Needed) -> Iterator[Path]:
    folder = workspace.artifacts
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in needed.runs and not path.name.startswith("."):
            yield path


def _tables(workspace: Workspace, needed: _Needed) -> Iterator[Path]:
    return (path for path in workspace.tables.glob("*.arrow") if path not in needed.tables)


def _events(workspace: Workspace, needed: _Needed) -> Iterator[Path]:
    return (path for path in workspace.events.glob("*.jsonl") if path.stem not in needed.runs)


def _programs(workspace: Workspace, needed: _Needed) -> Iterator[Path]:
    for path in workspace.history.glob("*/*.json"):
        workflow = version_at(path)
        if workflow is not None and not _is_needed(workflow, needed):
            yield path


def _is_needed(workflow: Workflow, needed: _Needed) -> bool:
    is_of_today = (workflow.check_id, workflow.against.meaning_hash) in needed.meanings
    return is_of_today or bool(workflow.program and workflow.program.sha256 in needed.programs)


def _look(kind: str, path: Path) -> Old:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return Old(kind, path, _time_of(path), sum(each.lstat().st_size for each in files))


def _time_of(path: Path) -> datetime:
    """When a run began, as its name has it; else when the file was written."""
    try:
        began = datetime.strptime(path.stem[:16], "%Y%m%dT%H%M%SZ")
    except ValueError:
        return datetime.fromtimestamp(path.lstat().st_mtime, UTC)
    return began.replace(tzinfo=UTC)


def _delete(path: Path) -> None:
    """A folder leaves its place first: nobody sees half of it."""
    try:
        if not path.is_dir() or path.is_symlink():
            path.unlink(missing_ok=True)
            return
        if not path.name.startswith(_GOING):
            path = path.rename(path.with_name(f"{_GOING}{path.name}"))
            sync_folder(path.parent)
        shutil.rmtree(path)
    except OSError as error:
        raise cannot_write(path, error) from error
