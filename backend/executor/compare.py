"""What a new program flags that the one before did not, and the reverse.

Nothing here touches a disk.
"""

from __future__ import annotations

import json

from backend.contracts.check import Check
from backend.contracts.history import source_of
from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.contracts.schema import Schema
from backend.contracts.workflow import RowDiff, Workflow
from backend.executor.program_hash import is_as_recorded

MOST_ROWS = 1_000


def still_fits(workflow: Workflow, check: Check, schema: Schema) -> bool:
    """Whether a remembered program can run over the tables of today."""
    program, plan = workflow.program, workflow.plan
    if program is None or plan is None or not is_as_recorded(program):
        return False
    tables = schema.tables
    return (
        all(source_of(name) in tables for name in program.tables)
        and all(
            read.table in tables and tables[read.table].column(read.column) is not None
            for read in plan.columns_read
        )
        and set(program.parameters) <= {"as_of", *check.params}
    )


def compare(
    before: Outcome, after: Outcome, *, old_program: Program, new_program: Program
) -> RowDiff | None:
    """The difference of two outcomes over the same data; None where one of them failed."""
    if {before.status, after.status} != {OutcomeStatus.OK}:
        return None
    is_alike = (old_program.table, old_program.grain) == (new_program.table, new_program.grain)
    if new_program.grain is Grain.GROUPS or not is_alike:
        return _count(before, after, is_alike=is_alike)
    added = sorted(set(after.rows) - set(before.rows))
    removed = sorted(set(before.rows) - set(after.rows))
    return RowDiff(
        added=len(added),
        removed=len(removed),
        added_rows=tuple(added[:MOST_ROWS]),
        removed_rows=tuple(removed[:MOST_ROWS]),
    )


def _count(before: Outcome, after: Outcome, *, is_alike: bool) -> RowDiff:
    """Compare failing groups by their content; rows of another table have nothing in common."""
    old, new = _findings(before), _findings(after)
    shared = old & new if is_alike else set()
    return RowDiff(added=len(new - shared), removed=len(old - shared))


def _findings(outcome: Outcome) -> set[str]:
    return {
        *map(str, outcome.rows),
        *(json.dumps(record, sort_keys=True) for record in outcome.records),
    }
