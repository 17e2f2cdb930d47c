"""Detect what changed, compile that alone, run every check, remember: the whole of a run.

Start reading at `run`. ``python -m backend.agent --help`` is the command line.
"""

from __future__ import annotations

import os
import sys

if __package__ in (None, ""):  # python backend/agent.py: backend/ itself leads the path
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
if __name__ == "__main__":  # a run that finds nothing changed need not wait for what follows
    from backend.no_op import end_unchanged

    ending = end_unchanged(sys.argv[1:])
    if ending is not None:
        sys.exit(ending)
    from backend.head_start import begin

    begin(sys.argv[1:])

import contextlib
import secrets
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime

from backend.alerting import send_alerts
from backend.check_walk import CheckWalk
from backend.contracts.check import Check, InvalidCheck
from backend.contracts.errors import AgentError
from backend.contracts.ports import Retires
from backend.contracts.verdict import RunRecord
from backend.executor.ahead import AheadSandbox
from backend.executor.asked_measures import asked_parts
from backend.executor.run import RunContext, load_evidence
from backend.executor.table_files import TableFiles
from backend.outside import Outside
from backend.records import exit_code, name_of, say_sandbox
from backend.request import Report, Request, read_asked
from backend.situation import Situation, detect
from backend.stopping import Stopping
from backend.store.baseline import write_baseline
from backend.store.events import EventLog
from backend.store.lock import WorkspaceLock
from backend.store.rollup import write_rollup
from backend.store.schema_files import write_schema
from backend.store.workflows import write_workflows
from backend.tables.cached_tables import prune
from backend.terms import Terms
from backend.toolbox import Toolbox
from backend.unchanged_index import UnchangedIndex
from backend.watchers import Watcher, Watchers

Entry = Check | InvalidCheck


def run(
    request: Request, toolbox: Toolbox, watcher: Watcher, stopping: Stopping | None = None
) -> Report:
    """One run over the workspace; what goes wrong with one check costs that check alone.

    Raises:
        AgentError: nothing can be run: the file of checks, the workspace, the sandbox.
    """
    started = time.monotonic()
    workspace = request.workspace
    index, asked = UnchangedIndex(workspace), read_asked(request)
    with WorkspaceLock(workspace, wait=request.wait) as lock:
        if lock.waited:
            index, asked = UnchangedIndex(workspace), read_asked(request)
        stopping = stopping or Stopping(request.max_seconds)
        outside = Outside.fetched(workspace, asked.settings)
        situation = detect(workspace, asked.file, toolbox)
        as_of = request.as_of or date.today().isoformat()
        files = TableFiles(workspace, situation.schema, as_of)
        isolated = toolbox.open_sandbox(files, asked.settings.sandbox)
        with isolated as sandbox, AheadSandbox(sandbox) as ahead:
            context = RunContext(
                workspace=workspace,
                run_id=f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}",
                as_of=as_of,
                schema=situation.schema,
                sandbox=ahead,
                checks_hash=situation.checks_hash,
                limits=asked.settings.sandbox,
                settings=asked.settings,
                files=files,
                history=files.history,
            )
            is_damaged = lock.killed is not None
            terms = _terms(request, context, stopping, is_damaged=is_damaged)
            walk = CheckWalk(context, toolbox, situation.decisions, situation.remembered, terms)
            ordered = walk.in_order(asked.chosen, situation.entries)
            ordered = walk.leave_out(ordered) if request.affected_only else ordered
            if request.batch:
                walk.fetch_plans(ordered)
            ahead.announce(walk.announced(ordered), terms.expected)
            walk.compile_ahead(ordered)
            telling = outside.telling(context.run_id, as_of, walk.records, situation.schema.tables)
            with telling, stopping.deferring(), walk.compiles:
                watchers = Watchers((watcher, outside))
                told = _walk_watched(walk, ordered, situation, request, watchers)
        alerted = send_alerts(workspace, asked.settings, walk.records)
        known = (*situation.trouble, *terms.trouble, *walk.trouble, *told)
        report = Report(
            run_id=context.run_id,
            as_of=as_of,
            records=_sorted(walk.records, situation.entries),
            exit_code=exit_code(walk.records, fail_on=request.fail_on),
            seconds=time.monotonic() - started,
            sandbox=say_sandbox(sandbox),
            trouble=(*known, *outside.trouble, *alerted.trouble),
            spent=walk.spent,
        )
        index.leave(report, walk, situation, toolbox, asked.settings)
    return report


def _terms(request: Request, context: RunContext, stopping: Stopping, *, is_damaged: bool) -> Terms:
    return Terms(
        context,
        stopping,
        compiles=not request.no_compile,
        changed_only=request.changed_only,
        is_damaged=is_damaged,
    )


def _walk_watched(
    walk: CheckWalk,
    ordered: Sequence[Entry],
    situation: Situation,
    request: Request,
    watcher: Watcher,
) -> tuple[str, ...]:
    """Walk with the events of the run on disk; a run of no check leaves none."""
    started = time.monotonic()
    events = EventLog(request.workspace, walk.context.run_id)
    watchers = Watchers((events, watcher)) if ordered else watcher
    code: int | None = None
    try:
        told = _walk(walk, ordered, situation, watchers, request.fail_on)
        code = exit_code(walk.records, fail_on=request.fail_on)
    finally:
        if ordered:
            events.closes(code, time.monotonic() - started)
    return told


def _walk(
    walk: CheckWalk,
    ordered: Sequence[Entry],
    situation: Situation,
    watcher: Watcher,
    fail_on: str,
) -> tuple[str, ...]:
    """Run the checks, then remember, also when the run is interrupted between two of them."""
    try:
        load_evidence()
        watcher.begins(len(ordered))
        with walk.on_record.of(ordered, situation.entries):
            for entry in ordered:
                kept = walk.keep(entry)
                if kept is None:
                    watcher.runs(f"{name_of(entry)} {entry.check_name}")
                watcher.ends(kept or walk.do(entry))
        code = exit_code(walk.records, fail_on=fail_on)
        walk.on_record.leave_line(situation.entries, walk.records, code)
    except BaseException:
        with contextlib.suppress(AgentError):
            _remember(walk, situation)
        raise
    if isinstance(walk.context.sandbox, Retires):
        walk.context.sandbox.retire()
    return _remember(walk, situation)


def _remember(walk: CheckWalk, situation: Situation) -> tuple[str, ...]:
    workspace, history = walk.context.workspace, walk.context.history
    gone = {decision.key for decision in situation.dropped}
    order = {check.key: place for place, check in enumerate(situation.checks)}
    keys = sorted(walk.workflows, key=lambda key: order.get(key, len(order)))
    kept = {key: walk.workflows[key] for key in keys if key not in gone}
    write_workflows(workspace, kept, before=situation.remembered)
    is_changed = situation.schema.lasting != situation.schema_before
    if is_changed or not workspace.snapshots_file.exists():
        write_schema(workspace, situation.schema)
    asked = asked_parts(kept.values())
    trouble = history.leave(walk.context.run_id, asked) if history else ()
    prune(workspace, situation.schema)
    write_baseline(workspace, situation.checks)
    ids, without = [name_of(entry) for entry in situation.entries], walk.on_record.without
    own = [record for record in walk.records if record.check_id not in without]
    trouble = (*trouble, *write_rollup(workspace, own, check_ids=ids))
    walk.leave_verdicts(situation.entries)
    if is_changed or not workspace.summaries_file.exists():
        walk.summarise()
    # The programs need not wait for Arrow, which these load.
    from backend.executor.evidence import let_go_of_tables
    from backend.store.month_closing import tidy_months

    let_go_of_tables()
    return (*trouble, *tidy_months(workspace))


def _sorted(records: Sequence[RunRecord], entries: Sequence[Entry]) -> tuple[RunRecord, ...]:
    order = {name_of(entry): place for place, entry in enumerate(entries)}
    return tuple(sorted(records, key=lambda record: order[record.check_id]))


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; gives the exit code."""
    from backend.command_line import run_command_line  # it imports this module

    return run_command_line(argv)


if __name__ == "__main__":
    from backend.process import end_at_once, end_faults_in_error, without_garbage

    end_faults_in_error()
    with without_garbage():
        ending = main()
    end_at_once(ending)
