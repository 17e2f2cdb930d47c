"""The program, held against its rule's SQL on a sample of tables beyond memory.

Rules of this file: a sample on which nothing can be said is no agreement.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pandas as pd
import pyarrow as pa

from backend.contracts.errors import ProgramError
from backend.contracts.plan import Grain
from backend.contracts.program import Program
from backend.executor.run import RunContext
from backend.out_of_core.reading import Question
from backend.proof.harness import Exam, Finding, Given, sit
from backend.proof.inside_results import write_record
from backend.proof.second_reading import Reading, differ
from backend.proof.sql import read_in_sql

SECONDS = 30.0


def require_agreement(
    question: Question,
    program: Program,
    sample: Mapping[str, pa.Table],
    context: RunContext,
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """Run both over the sample.

    Raises:
        ProgramError: ``engines-differ``: they flag, or test, other rows.
        NotLowered: SQL cannot tell the columns of the sample apart.
        SandboxError: the sandbox is not to be had.
    """
    said = _read(question, program, sample, connection)
    found = _run(question, program, sample, context)
    apart = differ(said, found) if found is not None else "the program was not run in time"
    if apart:
        raise ProgramError(
            f"{question.check_id}: on a sample of {len(sample[program.table]):,} rows of "
            f"{program.table} {apart}, by the rule's SQL, so neither judges the whole. "
            "Report the sentence of the check.",
            code="engines-differ",
        )


def _read(
    question: Question,
    program: Program,
    sample: Mapping[str, pa.Table],
    connection: duckdb.DuckDBPyConnection,
) -> Reading:
    found = read_in_sql(
        question.rule,
        question.facts,
        sample,
        as_of=str(question.arguments["as_of"]),
        params={n: value for n, value in question.arguments.items() if n != "as_of"},
        connection=connection,
    )
    if program.grain is Grain.GROUPS:
        told = tuple(sorted(write_record(record) for record in found.records))
        return Reading(failing=len(told), tested=found.tested, records=told)
    return Reading(tuple(sorted(found.rows)), len(found.rows), found.tested)


def _run(
    question: Question, program: Program, sample: Mapping[str, pa.Table], context: RunContext
) -> Finding | None:
    frames: dict[str, pd.DataFrame] = {
        name: table.to_pandas(split_blocks=True) for name, table in sample.items()
    }
    arguments = {name: question.arguments[name] for name in program.parameters}
    given = Given(judged=program.table, arguments=arguments, frames=frames)
    exam = Exam(
        sources=(program.source,),
        givens=(given,),
        runs=((0, 0),),
        grains=(program.grain,),
        seconds=min(SECONDS, context.limits.wall_seconds),
    )
    answer = sit(exam, program, context.sandbox, context.limits)
    if answer.failure:
        return Finding(error=answer.failure)
    return answer.findings[0]
