"""One check, judged by its program or, where its tables are beyond memory, by its rule's SQL.

DuckDB is loaded only where it judges.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from backend.contracts.check import Check
from backend.contracts.errors import AgentError, ProgramError
from backend.contracts.plan import Plan
from backend.contracts.program import Job, Outcome, Program
from backend.executor.run import Ran, RunContext, execute, make_job, run_program
from backend.out_of_core.size import MIB, Need, need_of

PANDAS, DUCKDB = "pandas", "duckdb"
TOO_LARGE = "too-large-for-memory"
ASKED_FOR = "judge_by is 'duckdb' under [engine]"


def execute_by_size(program: Program, plan: Plan | None, check: Check, context: RunContext) -> Ran:
    """Find the rows in the way that fits their number; judge, and export them.

    Raises:
        AgentError: as `backend.executor.run.execute` has it; ``too-large-for-memory``: the tables
            do not fit, and the rule has no SQL; ``engines-differ``: program and SQL do not agree.
    """
    why = why_duckdb(program, plan, check, context)
    if not why or plan is None:
        return execute(program, check, context)
    from backend.out_of_core.judging import execute_in_sql

    return execute_in_sql(program, plan, check, context, why)


def find_by_size(program: Program, plan: Plan | None, check: Check, context: RunContext) -> Outcome:
    """What a program, or its rule's SQL, flags; nothing is judged or written.

    Raises:
        AgentError: as `execute_by_size`.
    """
    why = why_duckdb(program, plan, check, context)
    if not why or plan is None:
        return run_program(program, check, context)
    from backend.out_of_core.judging import find_in_sql

    return find_in_sql(program, plan, check, context)


def jobs_ahead(
    program: Program, plan: Plan | None, check: Check, context: RunContext
) -> Iterator[Job]:
    """The one job of a check that its program will judge; what is at fault is told at its turn."""
    with suppress(AgentError):
        if not why_duckdb(program, plan, check, context):
            yield make_job(program, check, context)


def why_duckdb(program: Program, plan: Plan | None, check: Check, context: RunContext) -> str:
    """Why a check is judged by its rule's SQL, in words; empty where its program judges.

    A rule without SQL that may or may not fit is left to its program, which has a limit.

    Raises:
        ProgramError: ``too-large-for-memory``: neither can.
        DataError: a table is no longer as it was read.
    """
    engine = context.settings.engine
    if engine.judge_by == DUCKDB and not why_no_sql(plan, context):
        return ASKED_FOR
    need = need_of(program, plan, context)
    if need.is_met:
        return ""
    lacking = why_no_sql(plan, context) if engine.judge_by != PANDAS else "judge_by is 'pandas'"
    if lacking and need.is_hopeless:
        raise too_large(check, need, lacking)
    return "" if lacking else str(need)


def too_large(check: Check, need: Need, lacking: str) -> ProgramError:
    """The error of a check whose tables are beyond memory, and that no SQL can judge."""
    return ProgramError(
        f"{check.check_id}: what the program reads takes {-(-need.least // MIB):,} MiB and it has "
        f"{need.limit // MIB:,}, so it was not run, and SQL cannot judge it out of core "
        f"({lacking}). Raise memory_mb under [sandbox], or split the table.",
        code=TOO_LARGE,
    )


def why_no_sql(plan: Plan | None, context: RunContext) -> str:
    """Why a plan has no SQL over the tables as they are, in words; empty where it has."""
    if plan is None or not plan.rule:
        return "it is no typed rule"
    from backend.out_of_core.judging import why_not_lowered

    return why_not_lowered(plan, context.schema)


def refuse_too_large(
    program: Program, plan: Plan | None, check: Check, context: RunContext
) -> None:
    """Let a program that works in memory alone not begin with tables that are beyond it.

    Raises:
        ProgramError: ``too-large-for-memory``.
        DataError: a table is no longer as it was read.
    """
    most = max(context.limits.memory_mb, context.settings.stages.memory_mb)
    need = need_of(program, plan, context, most)
    if need.is_hopeless:
        raise too_large(check, need, "a stage works in memory")
