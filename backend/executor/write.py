"""Plan to program: the same plan gives the same bytes."""

from __future__ import annotations

import builtins

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.plan import Plan
from backend.contracts.program import Program
from backend.executor.program_hash import hash_source
from backend.rules.catalog import facts_from, read_rule, write_page

AS_OF = "as_of"
_RESERVED = frozenset(dir(builtins)) | {"pd", "tables", "scope", "check", "artifacts"}


def write_program(plan: Plan, check: Check) -> Program:
    """Write the page of a plan's rule, titled with the check.

    Raises:
        PlanError: the plan's rule is of no known kind, or a parameter's name is one that
            programs need for themselves.
        pydantic.ValidationError: the rule is none of its kind (`planner.verify` tells before).
    """
    _refuse_reserved(plan, check)
    rule = read_rule(plan.rule)
    source = write_page(
        rule,
        facts_from(plan.columns_read),
        title=f"{check.check_id} · {check.check_name}",
        notes=plan.assumptions,
    )
    return Program(
        source=source,
        sha256=hash_source(source),
        table=plan.table,
        tables=plan.tables,
        grain=plan.grain,
        parameters=plan.parameters,
        columns=_columns(plan) if rule.names_its_columns() else {},
    )


def _columns(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The columns that are read, by table."""
    found: dict[str, dict[str, None]] = {}
    for read in plan.columns_read:
        found.setdefault(read.table, {})[read.column] = None
    return {table: tuple(columns) for table, columns in found.items()}


def _refuse_reserved(plan: Plan, check: Check) -> None:
    reserved = _RESERVED | ({AS_OF} if AS_OF in check.params else set())
    for name in plan.parameters:
        if name in reserved:
            raise PlanError(
                f"{check.check_id}: the parameter {name!r} has a name that programs need for "
                f"themselves. Call it {name + '_given'!r} in the sentence and in params.",
                code="reserved-parameter",
            )
