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

LIBRARIES = ("numpy", "pandas", "pyarrow")


def write_receipt(
    program: Program,
    execution: Execution,
    check: Check,
    schema: Schema,
    *,
    as_of: str,
    limits: SandboxSettings,
) -> Receipt | None:
    """The receipt of an execution; one that gave nothing to judge has none."""
    if not execution.result:
        return None
    return Receipt(
        program=program.sha256,
        tables=table_hashes(program, schema),
        as_of=as_of,
        params={name: check.params[name] for name in program.parameters if name in check.params},
        limits={"seconds": limits.wall_seconds, "memory_mb": limits.memory_mb},
        versions=dict(versions()),
        result=execution.result,
        tested=execution.tested,
        flagged=execution.flagged,
    )


def table_hashes(program: Program, schema: Schema) -> dict[str, str]:
    """The SHA-256 of the file behind each table that a program reads."""
    known = {name: schema.tables[name] for name in program.tables if name in schema.tables}
    return {name: table.sha256 for name, table in known.items()}


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """Python and the libraries that programs work with, as they are here."""
    return (("python", platform.python_version()), *((name, version(name)) for name in LIBRARIES))
