"""Detect what changed, compile that alone, run every check, remember: the whole of a run.

Start reading at `run`. ``python -m backend.agent --help`` is the command line.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __package__ in (None, ""):  # python backend/agent.py: backend/ itself leads the path
    sys.path[0] = str(Path(__file__).resolve().parents[1])

import contextlib
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from backend.changes import decide
from backend.check_walk import CheckWalk
from backend.contracts.check import Check, InvalidCheck
from backend.contracts.decision import Decision
from backend.contracts.errors import AgentError
from backend.contracts.model import Spent
from backend.contracts.schema import Schema
from backend.contracts.verdict import RunRecord
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.executor.ahead import AheadSandbox
from backend.executor.run import RunContext
from backend.executor.table_files import TableFiles
from backend.records import NOTHING_SPENT, exit_code, name_of, say_sandbox
from backend.selection import select
from backend.store.baseline import write_baseline
from backend.store.checks_file import ChecksFile, read_checks
from backend.store.events import EventLog
from backend.store.lock import WorkspaceLock
from backend.store.rollup import write_rollup
from backend.store.schema_files import read_schema, write_schema
from backend.store.settings_file import read_settings
from backend.store.workflows import read_workflows, write_workflows
from backend.tables.columnar import prune
from backend.tables.snapshot import snapshot_tables
from backend.toolbox import Toolbox

Entry = Check | InvalidCheck


@dataclass(frozen=True)
class Request:
    """What a run is asked for; ``as_of`` is the ISO date that counts as today."""

    workspace: Workspace
    select: tuple[str, ...] = ()
    as_of: str = ""
    fail_on: str = "fail"
    batch: bool = False
    """Ask a model for all plans together, at half the price and with hours to wait."""


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


@dataclass(frozen=True)
class Report:
    """What came of a run; ``records`` stand in the order of ``checks.json``."""

    run_id: str
    as_of: str
    records: tuple[RunRecord, ...]
    exit_code: int
    seconds: float
    sandbox: str
    trouble: tuple[str, ...]
    spent: Spent = NOTHING_SPENT
    """What its model calls came to."""


class Watcher(Protocol):
    """Somebody who looks on while checks run."""

    def begins(self, total: int) -> None:
        """So many checks are to be run."""

    def runs(self, name: str) -> None:
        """This one is next."""

    def ends(self, record: RunRecord) -> None:
        """It is done, and on record."""


@dataclass(frozen=True)
class Watchers:
    """Several watchers as one."""

    each: tuple[Watcher, ...]

    def begins(self, total: int) -> None:
        """So many checks are to be run."""
        for watcher in self.each:
            watcher.begins(total)

    def runs(self, name: str) -> None:
        """This one is next."""
        for watcher in self.each:
            watcher.runs(name)

    def ends(self, record: RunRecord) -> None:
        """It is done, and on record."""
        for watcher in self.each:
            watcher.ends(record)


def run(request: Request, toolbox: Toolbox, watcher: Watcher) -> Report:
    """One run over the workspace; what goes wrong with one check costs that check alone.

    Raises:
        AgentError: nothing can be run: the file of checks, the workspace, the sandbox.
    """
    started = time.monotonic()
    workspace = request.workspace
    file = read_checks(workspace)
    settings = read_settings(workspace)
    chosen = select(_in_file_order(file), request.select)
    with WorkspaceLock(workspace) as lock:
        situation = detect(workspace, file, toolbox)
        as_of = request.as_of or date.today().isoformat()
        files = TableFiles(workspace, situation.schema, as_of)
        isolated = toolbox.open_sandbox(files, settings.sandbox)
        with isolated as sandbox, AheadSandbox(sandbox) as ahead:
            context = RunContext(
                workspace=workspace,
                run_id=f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}",
                as_of=as_of,
                schema=situation.schema,
                sandbox=ahead,
                checks_hash=situation.checks_hash,
                limits=settings.sandbox,
                settings=settings,
                files=files,
                history=files.history,
            )
            walk = CheckWalk(context, toolbox, situation.decisions, situation.remembered)
            ordered = walk.in_order(chosen, situation.entries)
            if request.batch:
                walk.fetch_plans(ordered)
            ahead.announce(walk.announced(ordered))
            walk.compile_ahead(ordered)
            events = EventLog(workspace, context.run_id)
            watchers = Watchers((events, watcher))
            try:
                with walk.compiles:
                    told = _walk(
                        walk, ordered, situation, watchers, rebuild=lock.killed is not None
                    )
            except BaseException:
                events.closes(None, time.monotonic() - started)
                raise
            code = exit_code(walk.records, fail_on=request.fail_on)
            events.closes(code, time.monotonic() - started)
    return Report(
        run_id=context.run_id,
        as_of=context.as_of,
        records=_sorted(walk.records, situation.entries),
        exit_code=code,
        seconds=time.monotonic() - started,
        sandbox=say_sandbox(sandbox),
        trouble=(*situation.trouble, *walk.trouble, *told),
        spent=walk.spent,
    )


def detect(
    workspace: Workspace, file: ChecksFile, toolbox: Toolbox, *, holds_lock: bool = True
) -> Situation:
    """Look at checks, tables and memory, and decide what is stale; nothing is written.

    Raises:
        AgentError: the workspace cannot be read.
    """
    remembered = read_workflows(workspace, holds_lock=holds_lock)
    before = read_schema(workspace, holds_lock=holds_lock)
    schema = snapshot_tables(workspace, before.schema)
    decisions = decide(
        file.checks,
        schema,
        remembered.workflows,
        toolbox.compiler,
        toolbox.planner_names,
        keep=frozenset(entry.check_id for entry in file.invalid),
    )
    count = len(file.checks)
    ids = [check.check_id for check in file.checks]
    return Situation(
        entries=tuple(_in_file_order(file)),
        checks_hash=file.checks_hash,
        schema=schema,
        schema_before=before.schema,
        remembered=remembered.workflows,
        decisions=dict(zip(ids, decisions[:count], strict=True)),
        dropped=tuple(decisions[count:]),
        trouble=(*remembered.trouble, *before.trouble),
    )


def _in_file_order(file: ChecksFile) -> list[Entry]:
    """Put each entry that is no check back where it stands among the others."""
    invalid = {entry.position: entry for entry in file.invalid}
    checks = iter(file.checks)
    total = len(file.checks) + len(file.invalid)
    return [invalid[place] if place in invalid else next(checks) for place in range(total)]


def _walk(
    walk: CheckWalk,
    ordered: Sequence[Entry],
    situation: Situation,
    watcher: Watcher,
    *,
    rebuild: bool,
) -> tuple[str, ...]:
    """Run the checks, then remember, also when the run is interrupted between two of them."""
    try:
        watcher.begins(len(ordered))
        for entry in ordered:
            watcher.runs(f"{name_of(entry)} {entry.check_name}")
            watcher.ends(walk.do(entry))
    except BaseException:
        with contextlib.suppress(AgentError):
            _remember(walk, situation, rebuild=rebuild)
        raise
    return _remember(walk, situation, rebuild=rebuild)


def _remember(walk: CheckWalk, situation: Situation, *, rebuild: bool) -> tuple[str, ...]:
    workspace, history = walk.context.workspace, walk.context.history
    gone = {decision.key for decision in situation.dropped}
    order = {check.key: place for place, check in enumerate(situation.checks)}
    keys = sorted(walk.workflows, key=lambda key: order.get(key, len(order)))
    kept = {key: walk.workflows[key] for key in keys if key not in gone}
    write_workflows(workspace, kept)
    is_changed = situation.schema != situation.schema_before
    if is_changed or not workspace.snapshots_file.exists():
        write_schema(workspace, situation.schema)
    trouble = history.leave(walk.context.run_id) if history else ()
    prune(workspace, situation.schema)
    write_baseline(workspace, situation.checks)
    ids = [name_of(entry) for entry in situation.entries]
    trouble = (*trouble, *write_rollup(workspace, walk.records, check_ids=ids, rebuild=rebuild))
    if is_changed or not workspace.summaries_file.exists():
        walk.summarise()
    return trouble


def _sorted(records: Sequence[RunRecord], entries: Sequence[Entry]) -> tuple[RunRecord, ...]:
    order = {name_of(entry): place for place, entry in enumerate(entries)}
    return tuple(sorted(records, key=lambda record: order[record.check_id]))


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; gives the exit code."""
    from backend.command_line import run_command_line  # it imports this module

    return run_command_line(argv)


if __name__ == "__main__":
    from backend.process import end_faults_in_error

    end_faults_in_error()
    sys.exit(main())
