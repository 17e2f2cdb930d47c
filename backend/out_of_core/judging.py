"""A check's rule in SQL over the tables of a run, held against its program on a sample first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.plan import Plan
from backend.contracts.program import Outcome, Program
from backend.contracts.schema import Schema
from backend.executor.run import Ran, RunContext, conclude, make_job
from backend.out_of_core.agreement import require_agreement
from backend.out_of_core.evidence import write_evidence_in_parts
from backend.out_of_core.reading import Question, ask
from backend.out_of_core.sample import Sampler
from backend.out_of_core.size import limit_mb
from backend.out_of_core.spill import spilling
from backend.out_of_core.stream import TableStream
from backend.proof.sql import Spill, open_duckdb, refuse_twins
from backend.rules.catalog import facts_from, lower, read_rule
from backend.rules.earlier_runs import history_facts
from backend.rules.language.formats import format_of
from backend.rules.language.rows import Facts

RESERVED_MB = 320
"""Of the limit, for the agent itself and for cells on their way."""
LEAST_MB = 128
"""DuckDB with less cannot even begin to put aside what it has no room for."""


def execute_in_sql(
    program: Program, plan: Plan, check: Check, context: RunContext, why: str
) -> Ran:
    """Find the rows in SQL, hold the program against it on a sample, judge, and export.

    Raises:
        AgentError: ``engines-differ``, ``tampered``, ``sql-failed``, ``memory``, ``timeout``, or as
            `backend.executor.run.execute` has it.
    """
    outcome = find_in_sql(program, plan, check, context)
    ran = conclude(outcome, program, check, context, write=write_evidence_in_parts)
    told = {"engine": "duckdb", "engine_reason": why}
    return ran._replace(execution=ran.execution.model_copy(update=told))


def find_in_sql(program: Program, plan: Plan, check: Check, context: RunContext) -> Outcome:
    """What the rule's SQL finds, where the program says the same of a sample.

    Raises:
        AgentError: as `execute_in_sql`.
    """
    job = make_job(program, check, context)  # it refuses a program that was tampered with
    question = Question(
        rule=read_rule(plan.rule),
        facts=_facts(plan),
        streams={name: TableStream(context.files[name]) for name in program.tables},
        arguments={**check.params, "as_of": context.as_of},
        check_id=check.check_id,
        seconds=job.seconds,
        most_records=context.limits.records,
    )
    engine = context.settings.engine
    with _database(check, context) as connection:
        outcome = ask(question, connection)
        sampler = Sampler(
            question.streams, question.facts, program.table, engine.sample_rows, connection
        )
        sample = sampler.draw(outcome.rows)
        require_agreement(question, program, sample, context, connection)
    return outcome


def why_not_lowered(plan: Plan, schema: Schema) -> str:
    """Why SQL cannot say alike what the rule says, in words; empty where it can."""
    try:
        lowered = lower(read_rule(plan.rule), _facts(plan))
        for name, columns in lowered.columns.items():
            if columns is None and name in schema.tables:
                refuse_twins(name, schema.tables[name].column_names)
    except PlanError as error:
        return str(error).rstrip(".")
    return ""


@contextmanager
def _database(check: Check, context: RunContext) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with the formats as programs know them, that spills below the workspace."""
    engine = context.settings.engine
    with (
        spilling(context.workspace, f"{context.run_id}-{check.check_id}") as folder,
        open_duckdb(
            lambda name, text: format_of(name).accepts(text),
            memory_mb=max(LEAST_MB, limit_mb(context) - RESERVED_MB),
            threads=engine.threads,
            spill=Spill(folder, engine.spill_mb),
        ) as connection,
    ):
        yield connection


def _facts(plan: Plan) -> Facts:
    return {**facts_from(plan.columns_read), **history_facts(plan.tables)}
