"""Program to execution: run in the sandbox, judged, with every flagged row exported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.check import Check
from backend.contracts.errors import CheckError, ProgramError
from backend.contracts.ports import NOT_ISOLATED, Sandbox
from backend.contracts.program import Job, Outcome, Program, TableFile
from backend.contracts.schema import Schema
from backend.contracts.settings import SandboxSettings, Settings
from backend.contracts.verdict import Execution
from backend.contracts.workspace import Workspace
from backend.executor.earlier_results import EarlierResults
from backend.executor.judge import NOTHING_EARLIER, Earlier, judge
from backend.executor.program_hash import is_as_recorded
from backend.executor.result_hash import result_hash
from backend.executor.run_history import RunHistory

DEFAULTS = SandboxSettings()
ALL_DEFAULTS = Settings()
WriteEvidence = Callable[[Outcome, Program, Workspace, Schema, Path], Path]
ARTIFACTS = "artifacts"
"""The parameter of a program that leaves files: the sandbox gives it, not the check."""


@dataclass(frozen=True)
class RunContext:
    """What all checks of one run share; ``as_of`` is the ISO date that counts as today."""

    workspace: Workspace
    run_id: str
    as_of: str
    schema: Schema
    sandbox: Sandbox
    checks_hash: str = ""
    limits: SandboxSettings = DEFAULTS
    settings: Settings = ALL_DEFAULTS
    files: Mapping[str, TableFile] = field(default_factory=dict)
    """The tables that the sandbox was opened with."""
    history: RunHistory | None = None
    """What earlier runs measured, for programs that compare with them."""

    @cached_property
    def earlier(self) -> EarlierResults:
        """What earlier runs made of the checks, for thresholds that compare with them."""
        return EarlierResults(self.workspace, self.run_id, self.schema)

    def artifacts_of(self, check: Check) -> Path:
        """The folder of what a check leaves in this run; it need not be there."""
        return self.workspace.artifacts / self.run_id / check.check_id


class Ran(NamedTuple):
    """What the sandbox gave, and what the harness says of it."""

    outcome: Outcome
    execution: Execution


def execute(program: Program, check: Check, context: RunContext) -> Ran:
    """Run, judge, and export the flagged rows.

    Raises:
        AgentError: the program was tampered with, or sandbox, table or disk are not to be had.
    """
    return conclude(context.sandbox.run(make_job(program, check, context)), program, check, context)


def conclude(
    outcome: Outcome,
    program: Program,
    check: Check,
    context: RunContext,
    *,
    write: WriteEvidence | None = None,
) -> Ran:
    """Judge what was found, and export the flagged rows; ``write`` is how.

    Raises:
        AgentError: the table is no longer as it was read, or the disk refuses.
    """
    rows = context.schema.tables[program.table].rows
    earlier = _find_earlier(program, check, context)
    execution = judge(outcome, check, program, rows, earlier=earlier)
    execution = _say_history(execution, program, check, context)
    update: dict[str, object] = {"result": result_hash(outcome), "node": outcome.node}
    if context.sandbox.level == NOT_ISOLATED:
        update["summary"] = f"{execution.summary} (not isolated: --unsafe-no-sandbox)"
    if execution.flagged:
        folder = context.artifacts_of(check)
        write = write or load_evidence()
        path = write(outcome, program, context.workspace, context.schema, folder)
        update["flagged_path"] = path.relative_to(context.workspace.base).as_posix()
    return Ran(outcome, execution.model_copy(update=update))


def load_evidence() -> WriteEvidence:
    """What writes flagged rows, and Arrow with it: it loads while the first programs run."""
    from backend.executor.evidence import write_evidence

    return write_evidence


def _find_earlier(program: Program, check: Check, context: RunContext) -> Earlier:
    if not check.compares_runs:
        return NOTHING_EARLIER
    return context.earlier.of(check, program, context.as_of)


def _say_history(
    execution: Execution, program: Program, check: Check, context: RunContext
) -> Execution:
    """Let a program that compares with earlier runs say what it lacked."""
    if execution.code != "nothing-to-test" or context.history is None:
        return execution
    fact = context.history.say_nothing(program.tables)
    return (
        execution.model_copy(update={"reason": f"{check.check_id}: {fact}"}) if fact else execution
    )


def run_program(program: Program, check: Check, context: RunContext) -> Outcome:
    """Run a program with the check's parameters for what it flags; files that it writes are lost.

    Raises:
        AgentError: as `make_job` has it, or the sandbox is not to be had.
    """
    job = make_job(program, check, context)
    return context.sandbox.run(job.model_copy(update={"artifacts": None}))


def make_job(program: Program, check: Check, context: RunContext) -> Job:
    """What the sandbox is handed.

    Raises:
        ProgramError: the source is not the one that was compiled.
        CheckError: the program takes a parameter that the check does not give.
    """
    if not is_as_recorded(program):
        raise ProgramError(
            f"{check.check_id}: the program is not the one that was compiled, so it was not run. "
            "Run again to compile it anew.",
            code="tampered",
        )
    return Job(
        check_id=check.check_id,
        program=program,
        arguments=_arguments(program, check, context.as_of),
        seconds=context.limits.wall_seconds,
        memory_mb=context.limits.memory_mb,
        artifacts=context.artifacts_of(check) if ARTIFACTS in program.parameters else None,
    )


def _arguments(program: Program, check: Check, as_of: str) -> dict[str, JsonValue]:
    given: dict[str, JsonValue] = {**check.params, "as_of": as_of}
    for name in program.parameters:
        if name not in given and name != ARTIFACTS:
            raise CheckError(
                f"{check.check_id}: the program takes the parameter {name!r}, which params does "
                "not give. Add it to params in checks.json.",
                code="unknown-parameter",
            )
    return {name: given[name] for name in program.parameters if name != ARTIFACTS}
