"""What is there, what is remembered, and what is stale; before a run, and for who only looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backend.changes import decide
from backend.contracts.check import Check, InvalidCheck
from backend.contracts.decision import Decision
from backend.contracts.schema import Schema
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.checks_file import ChecksFile
from backend.store.schema_files import read_schema
from backend.store.workflows import read_workflows
from backend.tables.snapshot import snapshot_tables
from backend.toolbox import Toolbox

Entry = Check | InvalidCheck


@dataclass(frozen=True)
class Situation:
    """What is there, what is remembered, and what is to be done about each check."""

    entries: tuple[Entry, ...]
    checks_hash: str
    schema: Schema
    schema_before: Schema
    remembered: Mapping[str, Workflow]
    decisions: Mapping[str, Decision]
    """By check id."""
    dropped: tuple[Decision, ...]
    trouble: tuple[str, ...]

    @property
    def checks(self) -> list[Check]:
        """The entries that are checks."""
        return [entry for entry in self.entries if isinstance(entry, Check)]

    @property
    def invalid(self) -> list[InvalidCheck]:
        """The entries that are none."""
        return [entry for entry in self.entries if isinstance(entry, InvalidCheck)]


def detect(
    workspace: Workspace, file: ChecksFile, toolbox: Toolbox, *, holds_lock: bool = True
) -> Situation:
    """Look at checks, tables and memory, and decide what is stale; nothing is written.

    Raises:
        AgentError: the workspace cannot be read.
    """
    remembered = read_workflows(workspace, holds_lock=holds_lock, lazily=holds_lock)
    before = read_schema(workspace, holds_lock=holds_lock)
    asked = {table for check in file.checks for table in check.target_table}
    schema = snapshot_tables(workspace, before.schema, asked=asked)
    decisions = decide(
        file.checks,
        schema,
        remembered.workflows,
        toolbox.compiler,
        toolbox.planner_names,
        keep=frozenset(entry.check_id for entry in file.invalid),
        stage_compiler=toolbox.stage_compiler,
    )
    count = len(file.checks)
    ids = [check.check_id for check in file.checks]
    return Situation(
        entries=tuple(in_file_order(file)),
        checks_hash=file.checks_hash,
        schema=schema,
        schema_before=before.schema,
        remembered=remembered.workflows,
        decisions=dict(zip(ids, decisions[:count], strict=True)),
        dropped=tuple(decisions[count:]),
        trouble=(*remembered.trouble, *before.trouble),
    )


def in_file_order(file: ChecksFile) -> list[Entry]:
    """Put each entry that is no check back where it stands among the others."""
    invalid = {entry.position: entry for entry in file.invalid}
    checks = iter(file.checks)
    total = len(file.checks) + len(file.invalid)
    return [invalid[place] if place in invalid else next(checks) for place in range(total)]
