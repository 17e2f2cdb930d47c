"""One check in full: what is remembered of it, and every version that was ever compiled."""

from __future__ import annotations

import json
import mmap
import os
import re
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.history import is_history
from backend.contracts.plan import Plan
from backend.contracts.program import Program
from backend.contracts.schema import Schema
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import signature
from backend.dashboard.snapshot import Snapshot
from backend.store.schema_files import read_schema
from backend.store.workflows import read_entry, read_workflows

_SMALL = 4 * 2**20
"""A file of this size is read whole; a longer one is searched for the one entry."""
_ENTRY_BEGINS = b'\n  "'
_ENTRY_ENDS = b"\n  ]"
_KEY = re.compile(rb'\s*\{\s*("(?:[^"\\]|\\.)*")')
_HEAD = 4096


class Remembered(NamedTuple):
    """What ``workflows.json`` holds of a check; ``trouble`` tells why it may hold nothing."""

    workflow: Workflow | None
    trouble: tuple[str, ...]


def read_remembered(snapshot: Snapshot, check: Check) -> Remembered:
    """The plan, program, proof and last execution of a check."""
    path = snapshot.workspace.workflows_file
    return snapshot.memo.read(
        path, f"workflow {check.key}", lambda: _read_remembered(snapshot.workspace, check)
    )


class _Owners:
    """Whose version each file of the history is; safe among threads."""

    def __init__(self, history: Path) -> None:
        self._history = history
        self._lock = threading.Lock()
        self._known: dict[str, str] = {}
        self._ahead = threading.Event()

    def files_of(self, check_id: str) -> list[Path]:
        with self._lock:
            for path in _files_below(self._history):
                if path not in self._known:
                    self._known[path] = _id_in(path)
            return [Path(path) for path, found in self._known.items() if found == check_id]

    def look_ahead(self) -> None:
        if not self._ahead.is_set():
            self._ahead.set()
            threading.Thread(target=self.files_of, args=[""], daemon=True).start()


def look_ahead(snapshot: Snapshot) -> None:
    """Begin, behind the page, to look through the history, of which thousands of files may be."""
    _owners(snapshot).look_ahead()


def read_versions(snapshot: Snapshot, check_id: str) -> tuple[Workflow, ...]:
    """Every workflow ever compiled of a check, oldest first; what cannot be read is left out."""
    own = _owners(snapshot).files_of(check_id)
    own.sort(key=_written)
    read = [snapshot.memo.read(path, "version", partial(_read_version, path)) for path in own]
    found = [each for each in read if each and each.check_id == check_id]
    return tuple(sorted(found, key=lambda workflow: workflow.compiled_at))


def read_tables(snapshot: Snapshot) -> Schema:
    """The tables as the last run saw them."""
    workspace = snapshot.workspace
    return snapshot.memo.read(
        workspace.snapshots_file, "schema", lambda: read_schema(workspace, holds_lock=False).schema
    )


def say_sql(plan: Plan) -> str:
    """The second reading of a plan as SQL; empty where a rule has none, or there is no rule."""
    if plan.sql or not plan.rule:
        return plan.sql
    from backend.rules.catalog import facts_from, lower, read_rule  # slow to import

    try:
        return lower(read_rule(plan.rule), facts_from(plan.columns_read)).sql()
    except (PlanError, ValueError):
        return ""


def why_no_script(snapshot: Snapshot, program: Program) -> str:
    """Why a program cannot leave as a script of its own; empty where it can."""
    if any(map(is_history, program.tables)):
        return "It compares with earlier runs, whose measures only the agent keeps."
    missing = [table for table in program.tables if table not in read_tables(snapshot).tables]
    return f"The table {missing[0]!r} is not there. Put it back and run again." if missing else ""


def write_standalone(snapshot: Snapshot, check: Check, program: Program) -> str:
    """The program as a script that needs nothing but pandas."""
    from backend.executor.standalone import write_script  # it lays out code: slow to import

    return write_script(program, check, read_tables(snapshot), data="data")


def _owners(snapshot: Snapshot) -> _Owners:
    history = snapshot.workspace.history
    return snapshot.memo.hold(history, "versions", lambda: _Owners(history))


def _read_remembered(workspace: Workspace, check: Check) -> Remembered:
    path = workspace.workflows_file
    try:
        is_small = path.stat().st_size <= _SMALL
        found = None if is_small else _search(path, check)
    except (OSError, ValueError):
        found = None
    if found:
        return Remembered(found, ())
    whole = read_workflows(workspace, holds_lock=False)
    same = [each for each in whole.workflows.values() if each.check_id == check.check_id]
    return Remembered(whole.workflows.get(check.key) or (same[-1] if same else None), whole.trouble)


def _search(path: Path, check: Check) -> Workflow | None:
    """The entry of this check, by the layout in which the store writes the file.

    A line break stands in no JSON text, so what begins like an entry is one.
    """
    key = json.dumps(check.key, ensure_ascii=False)
    mark = _ENTRY_BEGINS[:-1] + key.encode() + b": ["
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start = data.find(mark)
        end = data.find(_ENTRY_ENDS, start + len(mark)) if start >= 0 else -1
        if end < 0:
            return None
        entries = data[start + len(mark) - 1 : end + len(_ENTRY_ENDS)]
    return read_entry(check.key, json.loads(entries))


def _read_version(path: Path) -> Workflow | None:
    try:
        ((key, entries),) = json.loads(path.read_bytes()).items()
    except (OSError, ValueError, AttributeError, RecursionError):
        return None
    return read_entry(key, entries)


def _written(path: Path) -> int:
    """When a file was written: versions of one program carry one time of compiling."""
    found = signature(path)
    return found[2] if found else 0


def _files_below(history: Path) -> Iterator[str]:
    """The versions of all checks, as plain text: there are thousands, and paths take longer."""
    try:
        with os.scandir(history) as folders:
            for folder in folders:
                if folder.is_dir():
                    with os.scandir(folder.path) as files:
                        yield from (file.path for file in files if file.name.endswith(".json"))
    except OSError:
        return


def _id_in(path: str) -> str:
    """Whose version a file is: its first words tell, and it never changes."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            found = _KEY.match(os.read(handle, _HEAD))
        finally:
            os.close(handle)
        key: str = json.loads(found[1]) if found else ""
    except (OSError, ValueError):
        return ""
    return key.partition("::")[0]
