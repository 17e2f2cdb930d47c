"""A rule's SQL over the cached tables of a run, in little memory."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from time import monotonic
from typing import Any

import duckdb
import numpy as np
from pydantic import JsonValue

from backend.contracts.check import Scalar
from backend.contracts.errors import ProgramError
from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, OutcomeStatus
from backend.out_of_core.arrivals import find_arrivals
from backend.out_of_core.stream import TableStream
from backend.proof.sql import execute_sql, refuse_twins
from backend.rules.catalog import lower
from backend.rules.language.rows import Facts
from backend.rules.lowering import Lowered
from backend.rules.rule import Rule
from backend.sandbox.worker.result import scalar

FETCHED_ROWS = 1 << 16


@dataclass(frozen=True)
class Question:
    """A rule, and what it is asked about; ``arguments`` are those of its program."""

    rule: Rule
    facts: Facts
    streams: Mapping[str, TableStream]
    arguments: Mapping[str, Scalar]
    check_id: str
    seconds: float
    """Wall-clock limit."""
    most_records: int


def ask(question: Question, connection: duckdb.DuckDBPyConnection) -> Outcome:
    """What the rule's SQL finds, as a sandbox tells what a program finds.

    Raises:
        NotLowered: SQL cannot say alike what the rule says of these tables.
        ProgramError: ``sql-failed``, ``memory``, ``timeout``, ``bad-result``.
    """
    started = monotonic()
    arrived = find_arrivals(question.facts, question.streams)
    lowered = lower(question.rule, arrived.facts)
    given = {
        name: stream.of(lowered.columns[name], arrived.casts.get(name, {}))
        for name, stream in question.streams.items()
        if name in lowered.columns
    }
    for name, stream in given.items():
        refuse_twins(name, stream.column_names)
    with registered(connection, given), stopping(connection, question):
        outcome = _answer(question, lowered, connection)
    return Outcome(
        status=OutcomeStatus.OK,
        tested=outcome.tested,
        rows=outcome.rows,
        records=outcome.records,
        seconds=monotonic() - started,
    )


@contextmanager
def registered(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, object]
) -> Iterator[None]:
    """Let SQL see these Arrow tables under their names."""
    for name, table in tables.items():
        connection.register(name, table)
    try:
        yield
    finally:
        for name, table in tables.items():
            connection.unregister(name)
            if isinstance(table, TableStream):
                table.close()


@contextmanager
def stopping(connection: duckdb.DuckDBPyConnection, question: Question) -> Iterator[None]:
    """Stop SQL that takes too long, and tell what DuckDB could not do in our own words.

    Raises:
        ProgramError: ``sql-failed``, ``memory``, ``timeout``.
    """
    clock = threading.Timer(question.seconds, connection.interrupt)
    clock.daemon = True
    clock.start()
    try:
        yield
    except duckdb.InterruptException as error:
        raise ProgramError(
            f"{question.check_id}: the rule's SQL was stopped after {question.seconds:g} s. "
            "Raise wall_seconds under [sandbox].",
            code="timeout",
        ) from error
    except duckdb.OutOfMemoryException as error:
        raise ProgramError(
            f"{question.check_id}: the rule's SQL needs more memory or disk than it may have "
            f"({_first_line(error)}). Raise memory_mb or spill_mb under [engine].",
            code="memory",
        ) from error
    except duckdb.Error as error:
        raise ProgramError(
            f"{question.check_id}: the rule's SQL does not run ({_first_line(error)}). "
            "Report the sentence of the check.",
            code="sql-failed",
        ) from error
    finally:
        clock.cancel()


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")


def _answer(question: Question, lowered: Lowered, connection: duckdb.DuckDBPyConnection) -> Outcome:
    named = {name: question.arguments.get(name) for name in lowered.parameters}
    tested = execute_sql(connection, lowered.scope_sql(), named).fetchall()[0][0]
    answer = execute_sql(connection, lowered.flagged_sql(), named)
    if lowered.grain is Grain.ROWS:
        return Outcome(OutcomeStatus.OK, tested, _rows(answer))
    return Outcome(OutcomeStatus.OK, tested, records=_records(answer, question))


def _rows(answer: duckdb.DuckDBPyConnection) -> array[int]:
    rows = array("q")
    for batch in answer.to_arrow_reader(FETCHED_ROWS):
        rows.frombytes(np.asarray(batch.column(0), dtype=np.int64).tobytes())
    return rows


def _records(
    answer: duckdb.DuckDBPyConnection, question: Question
) -> tuple[dict[str, JsonValue], ...]:
    names = [str(column[0]) for column in answer.description or ()]
    found = answer.fetchmany(question.most_records + 1)
    if len(found) > question.most_records:
        raise ProgramError(
            f"{question.check_id}: the rule's SQL gives more than {question.most_records:,} "
            "failing groups or metrics. Raise records under [sandbox].",
            code="bad-result",
        )
    return tuple(dict(zip(names, map(_cell, row), strict=True)) for row in found)


def _cell(cell: Any) -> JsonValue:
    """As a program's own records tell it."""
    if isinstance(cell, Decimal):
        cell = int(cell) if cell == cell.to_integral_value() else float(cell)
    told: JsonValue = scalar(cell)
    return told
