"""What a person asks without running anything: what is stale, what a check means.

Nothing here writes into the workspace.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from backend.aside import aside
from backend.contracts.check import Check, InvalidCheck, Stage
from backend.contracts.decision import Action, Decision
from backend.contracts.errors import WorkspaceError
from backend.contracts.history import is_history
from backend.contracts.proof import Proof
from backend.contracts.schema import Schema
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.planner.nearest import suggest
from backend.records import name_of
from backend.situation import Situation, detect
from backend.store.checks_file import read_checks
from backend.store.schema_files import read_schema
from backend.store.workflows import read_workflows
from backend.tables.sources import FILES
from backend.toolbox import Toolbox


def look(workspace: Workspace, toolbox: Toolbox) -> Situation:
    """Detect what a run would detect, and leave every file as it is.

    Raises:
        AgentError: the workspace cannot be read.
    """
    file = read_checks(workspace)
    with aside(workspace) as same:
        return detect(same, file, toolbox, holds_lock=False)


def say_status(workspace: Workspace, toolbox: Toolbox) -> Iterator[str]:
    """One line for each check that the next run would treat anew, then how many there are."""
    situation = look(workspace, toolbox)
    yield from situation.trouble
    yield from (f"{problem.message}" for problem in situation.schema.problems.values())
    stale = 0
    for entry in situation.entries:
        told = _say_decision(entry, situation)
        stale += told is not None
        if told is not None:
            yield f"{name_of(entry)}  {entry.check_name}: {told}"
    yield from (f"{dropped.key}: is forgotten (removed)" for dropped in situation.dropped)
    fresh = len(situation.entries) - stale
    yield f"{len(situation.entries)} checks: {fresh} as they were, {stale} to look at"


def _say_decision(entry: Check | InvalidCheck, situation: Situation) -> str | None:
    if isinstance(entry, InvalidCheck):
        return entry.message
    decision: Decision = situation.decisions[entry.check_id]
    if decision.action is Action.COMPILE:
        return f"is compiled ({', '.join(map(str, decision.reasons))})"
    return None


def say_check(workspace: Workspace, check_id: str) -> Iterator[str]:
    """A check's sentence, its plan in words, its program, its last verdict.

    Raises:
        WorkspaceError: there is no such check.
    """
    entry = find_entry(workspace, check_id)
    yield f"{name_of(entry)} · {entry.check_name}"
    if isinstance(entry, InvalidCheck):
        yield entry.message
        return
    yield f"Sentence: {entry.calculation_hint}"
    yield f"Tables: {', '.join(entry.target_table)}"
    workflow = _remembered(workspace, entry)
    if workflow is None:
        yield "Not compiled yet: the next run does it."
        return
    yield from _say_workflow(workflow)


def _say_workflow(workflow: Workflow) -> Iterator[str]:
    if workflow.declined is not None:
        yield f"Declined ({workflow.declined.code}): {workflow.declined.reason}"
    if workflow.plan is not None:
        yield f"Understood as: {workflow.plan.restatement}"
        yield from (f"Assumed: {each}" for each in workflow.plan.assumptions)
        reads = ", ".join(f"{r.table}.{r.column} ({r.type})" for r in workflow.plan.columns_read)
        yield f"Reads: {reads or 'no column'}"
        yield f"Planned by {workflow.plan.planner} at {workflow.compiled_at}"
    if workflow.proof is not None:
        yield from _say_proof(workflow.proof)
    if workflow.execution is not None:
        last = workflow.execution
        yield f"Last verdict: {last.summary}" + (f" ({last.reason})" if last.reason else "")
    if workflow.program is not None:
        yield f"Program ({workflow.program.sha256}):"
        yield ""
        yield workflow.program.source.rstrip()


def _say_proof(proof: Proof) -> Iterator[str]:
    """What speaks for the program, and how many rows hang on each assumption."""
    killed = "" if proof.kill_rate is None else f", {proof.kill_rate:.0%} of faults noticed"
    yield f"Proven by {len(proof.trials)} trials and {len(proof.witnesses)} witnesses{killed}"
    yield from (f"  {t.name} {t.finding}: {t.detail}".rstrip(": ") for t in proof.trials)
    for rival in proof.rivals:
        rows = f"{rival.added:,} more and {rival.removed:,} fewer"
        yield f"Depends on: {rival.assumption}; {rows} if {rival.alternative}"
    yield from (f"Warning: {each}" for each in proof.warnings)


def export_check(workspace: Workspace, check_id: str) -> str:
    """A check's program as a script of its own.

    Raises:
        WorkspaceError: there is no such check, or no program of it yet.
    """
    from backend.executor.standalone import write_script  # they lay out code: slow to import
    from backend.stages.page_script import page_script

    entry = find_entry(workspace, check_id)
    workflow = _remembered(workspace, entry) if isinstance(entry, Check) else None
    schema = read_schema(workspace, holds_lock=False).schema
    if not isinstance(entry, Check) or workflow is None or workflow.program is None:
        fact = f"{check_id}: there is no program to export. Run the check first"
        raise WorkspaceError(f"{fact}, or see why not: explain {check_id}.", code="not-compiled")
    if entry.stage is not Stage.RULE:
        return page_script(workflow.program.source)
    if any(map(is_history, workflow.program.tables)):
        fact = f"{check_id}: it compares with earlier runs, whose measures only the agent keeps"
        raise WorkspaceError(f"{fact}. Let the agent run it.", code="needs-history")
    _refuse_tables(check_id, workflow.program.tables, schema)
    return write_script(workflow.program, entry, schema, data=_near(workspace.data))


def _refuse_tables(check_id: str, tables: Sequence[str], schema: Schema) -> None:
    """A script reads files: those of every table have to be there."""
    missing = [table for table in tables if table not in schema.tables]
    if FILES in missing:
        fact = f"{check_id}: it reads the list of the data folder's files, which the agent makes"
        raise WorkspaceError(f"{fact}. Let the agent run it.", code="needs-files")
    if missing:
        fact = f"{check_id}: the table {missing[0]!r} is not there."
        raise WorkspaceError(f"{fact} Put it back and run again.", code="unknown-table")
    for table in tables:
        if origin := schema.tables[table].origin:
            fact = f"{check_id}: {table} comes from {origin}, and the script reads files alone"
            raise WorkspaceError(f"{fact}. Let the agent run it.", code="needs-files")


def find_entry(workspace: Workspace, check_id: str) -> Check | InvalidCheck:
    """The entry of this id.

    Raises:
        WorkspaceError: there is none.
    """
    file = read_checks(workspace)
    everything: list[Check | InvalidCheck] = [*file.invalid, *file.checks]
    entries = {name_of(entry): entry for entry in everything}
    if check_id not in entries:
        cure = suggest(check_id, entries, "Checks")
        raise WorkspaceError(f"checks.json has no check {check_id!r}. {cure}", code="unknown-check")
    return entries[check_id]


def _remembered(workspace: Workspace, check: Check) -> Workflow | None:
    remembered = read_workflows(workspace, holds_lock=False).workflows
    same_id = [w for w in remembered.values() if w.check_id == check.check_id]
    return remembered.get(check.key) or (same_id[0] if same_id else None)


def _near(folder: Path) -> str:
    """The folder as seen from here, where it lies below."""
    here = Path.cwd()
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()
