"""Repeats the checks of a run and tells whether the same rows come out.

The workspace is left as it is. A check is repeated with the program of that run, on the tables of
today: where a table's file is another one, nothing is said about the check but that.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from backend.aside import aside
from backend.contracts.check import Check, Stage
from backend.contracts.errors import AgentError
from backend.contracts.plan import Plan
from backend.contracts.program import Job, Outcome, OutcomeStatus, Program
from backend.contracts.receipt import Receipt
from backend.contracts.settings import SandboxSettings
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.executor.program_hash import is_as_recorded
from backend.executor.result_hash import result_hash
from backend.executor.run import RunContext
from backend.executor.table_files import TableFiles
from backend.out_of_core.by_size import DUCKDB
from backend.receipts import table_hashes, versions_of
from backend.store.history import versions as programs_of
from backend.store.last_runs import read_run
from backend.store.schema_files import read_schema
from backend.store.settings_file import read_settings
from backend.store.workflows import read_workflows
from backend.tables.snapshot import snapshot_tables
from backend.toolbox import Toolbox


class Repeat(StrEnum):
    """How the repetition of a check came out."""

    SAME = "same"
    DIFFERS = "differs"
    NOT_REPEATED = "not repeated"


class Repeated(NamedTuple):
    """One check of the run, repeated or not, and what is to be said of it."""

    check_id: str
    came: Repeat
    detail: str


def verify_run(workspace: Workspace, run_id: str, toolbox: Toolbox) -> list[Repeated]:
    """Repeat every check of a run that has a receipt.

    Raises:
        WorkspaceError: the log knows no such run.
        AgentError: workspace or sandbox are not to be had.
    """
    records, _, _, lost = read_run(workspace, run_id)
    with aside(workspace) as same:
        before = read_schema(workspace, holds_lock=False).schema
        asked = {table for record in records for table in record.tables}
        schema = snapshot_tables(same, before, asked=asked)
        files = TableFiles(same, schema, records[0].as_of)
        settings = read_settings(workspace)
        with toolbox.open_sandbox(files, settings.sandbox) as sandbox:
            context = RunContext(
                workspace=same,
                run_id=run_id,
                as_of=records[0].as_of,
                schema=schema,
                sandbox=sandbox,
                limits=settings.sandbox,
                settings=settings,
                files=files,
                history=files.history,
            )
            again = _Again(workspace, context)
            missing = [Repeated("its log", Repeat.NOT_REPEATED, fact) for fact in lost]
            return [*missing, *(again.repeat(record) for record in records)]


class _Found(NamedTuple):
    """What judged in a run, as it is remembered."""

    program: Program
    plan: Plan | None


class _Again:
    """The programs of earlier runs, the tables of today, and a sandbox."""

    def __init__(self, workspace: Workspace, context: RunContext) -> None:
        self._workspace = workspace
        self._context = context
        self._now = read_workflows(workspace, holds_lock=False).workflows

    def repeat(self, record: RunRecord) -> Repeated:
        """Run one check again, if all that it was run with is still there."""
        receipt = record.receipt
        if receipt is None and record.stage != Stage.RULE and record.program:
            fact = f"a stage: its session tells the hash of each file ({record.verdict})"
            return Repeated(record.check_id, Repeat.NOT_REPEATED, fact)
        if receipt is None:
            came = f"{record.verdict} without a result ({record.code or 'nothing was run'})"
            return Repeated(record.check_id, Repeat.NOT_REPEATED, came)
        found = self._found(record.check_id, receipt.program)
        if found is None:
            fact = f"its program {receipt.program} is neither remembered nor in the history"
            return Repeated(record.check_id, Repeat.NOT_REPEATED, fact)
        context = self._context
        now = table_hashes(found.program, context.schema, context.history)
        changed = _changed(receipt.tables, now)
        if changed:
            return Repeated(record.check_id, Repeat.NOT_REPEATED, changed)
        try:
            outcome = self._run(record.check_id, found, receipt)
        except AgentError as error:
            return Repeated(record.check_id, Repeat.NOT_REPEATED, str(error))
        return _judge(record.check_id, outcome, receipt)

    def _run(self, check_id: str, found: _Found, receipt: Receipt) -> Outcome:
        if receipt.engine != DUCKDB or found.plan is None:
            return self._context.sandbox.run(_job(check_id, found.program, receipt))
        from backend.out_of_core.judging import find_in_sql  # only such receipts need DuckDB

        check = Check(
            check_id=check_id,
            check_name=check_id,
            target_table=found.program.tables,
            calculation_hint=found.plan.restatement,
            params=receipt.params,
        )
        return find_in_sql(found.program, found.plan, check, self._context)

    def _found(self, check_id: str, sha256: str) -> _Found | None:
        now = [each for each in self._now.values() if each.check_id == check_id]
        for workflow in (*now, *programs_of(self._workspace, check_id)):
            program = workflow.program
            if program and program.sha256 == sha256 and is_as_recorded(program):
                return _Found(program, workflow.plan)
        return None


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Which tables are other ones than those of the run, in words; empty where none is."""
    gone = [table for table in then if table not in now]
    other = [table for table in then if table in now and then[table] != now[table]]
    told = [f"{', '.join(gone)} is no longer there"] if gone else []
    told += [f"{table} is another file than in that run" for table in other]
    return "; ".join(told)


def _job(check_id: str, program: Program, receipt: Receipt) -> Job:
    given = {**receipt.params, "as_of": receipt.as_of}
    return Job(
        check_id=check_id,
        program=program,
        arguments={name: given[name] for name in program.parameters if name in given},
        seconds=receipt.limits.get("seconds", SandboxSettings().wall_seconds),
        memory_mb=int(receipt.limits.get("memory_mb", SandboxSettings().memory_mb)),
    )


def _judge(check_id: str, outcome: Outcome, receipt: Receipt) -> Repeated:
    libraries = _other_versions(receipt.versions)
    if outcome.status is not OutcomeStatus.OK:
        fact = f"the program ended otherwise: {outcome.error or outcome.status}{libraries}"
        return Repeated(check_id, Repeat.DIFFERS, fact)
    flagged = max(len(outcome.rows), len(outcome.records))
    if result_hash(outcome) == receipt.result:
        return Repeated(check_id, Repeat.SAME, f"{flagged:,} of {outcome.tested:,} flagged")
    then = f"{receipt.flagged:,} of {receipt.tested:,}"
    fact = f"then {then} were flagged, now {flagged:,} of {outcome.tested:,}"
    if then == f"{flagged:,} of {outcome.tested:,}":
        fact = f"{then} are flagged as then, but not the same ones"
    return Repeated(check_id, Repeat.DIFFERS, fact + libraries)


def _other_versions(then: Mapping[str, str]) -> str:
    now = versions_of(DUCKDB)
    other = [f"{name} {then[name]} then, {now.get(name)} now" for name in then]
    changed = [told for name, told in zip(then, other, strict=True) if then[name] != now.get(name)]
    return f" ({'; '.join(changed)})" if changed else ""
