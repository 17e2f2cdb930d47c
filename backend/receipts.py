"""What binds a verdict to its program, its tables and its conditions.

Nothing here touches a disk.
"""

from __future__ import annotations

import platform
from functools import cache
from importlib.metadata import version

from backend.contracts.check import Check
from backend.contracts.program import Program
from backend.contracts.receipt import Receipt
from backend.contracts.schema import Schema
from backend.contracts.settings import SandboxSettings
from backend.contracts.verdict import Execution
from backend.contracts.workflow import Workflow
from backend.executor.run import RunContext
from backend.executor.run_history import RunHistory

LIBRARIES = ("numpy", "pandas", "pyarrow")
ENGINES = {"duckdb": ("duckdb", "sqlglot")}
"""The libraries of an engine other than Pandas."""


def write_receipt(
    program: Program,
    execution: Execution,
    check: Check,
    schema: Schema,
    *,
    as_of: str,
    limits: SandboxSettings,
    history: RunHistory | None = None,
) -> Receipt | None:
    """The receipt of an execution; one that gave nothing to judge has none."""
    if not execution.result:
        return None
    return Receipt(
        program=program.sha256,
        tables=table_hashes(program, schema, history),
        as_of=as_of,
        params={name: check.params[name] for name in program.parameters if name in check.params},
        limits={"seconds": limits.wall_seconds, "memory_mb": limits.memory_mb},
        versions=versions_of(execution.engine),
        result=execution.result,
        tested=execution.tested,
        flagged=execution.flagged,
        engine=execution.engine,
    )


def receipt_of(
    workflow: Workflow | None, execution: Execution, check: Check, context: RunContext
) -> Receipt | None:
    """The receipt of what a check's program did in this run; None where no program ran."""
    if workflow is None or workflow.program is None:
        return None
    return write_receipt(
        workflow.program,
        execution,
        check,
        context.schema,
        as_of=context.as_of,
        limits=context.limits,
        history=context.history,
    )


def read_history(workflow: Workflow | None, context: RunContext) -> dict[str, str]:
    """Fingerprints of what a check's program read of earlier runs."""
    if context.history is None or workflow is None or workflow.program is None:
        return {}
    return context.history.fingerprints(workflow.program.tables)


def table_hashes(
    program: Program, schema: Schema, history: RunHistory | None = None
) -> dict[str, str]:
    """The SHA-256 of the file behind each table that a program reads, and of what it is given of
    earlier runs.
    """
    known = {name: schema.tables[name] for name in program.tables if name in schema.tables}
    past = history.seals(program.tables) if history else {}
    return {name: table.sha256 for name, table in known.items()} | past


def versions_of(engine: str) -> dict[str, str]:
    """`versions`, and the libraries of an engine."""
    return dict(versions()) | {name: version(name) for name in ENGINES.get(engine, ())}


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """Python and the libraries that programs work with, as they are here."""
    return (("python", platform.python_version()), *((name, version(name)) for name in LIBRARIES))
