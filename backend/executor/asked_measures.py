"""What the checks of a workspace ask its runs to keep of tables, beside what every run keeps."""

from __future__ import annotations

from collections.abc import Iterable

from backend.contracts.history import Part
from backend.contracts.plan import Plan
from backend.contracts.workflow import Workflow


def asked_parts(workflows: Iterable[Workflow]) -> dict[str, frozenset[Part]]:
    """By table the columns, in parts, that checks compare with earlier runs."""
    found: dict[str, set[Part]] = {}
    for workflow in workflows:
        part = None if workflow.plan is None else _part(workflow.plan)
        if workflow.plan is not None and part is not None:
            found.setdefault(workflow.plan.table, set()).add(part)
    return {table: frozenset(parts) for table, parts in found.items()}


def _part(plan: Plan) -> Part | None:
    of = plan.rule.get("of") if plan.kind == "changed_measures" else None
    if not isinstance(of, dict):
        return None
    if not (of.get("where") or of.get("by") or of.get("type") == "elapsed"):
        return None
    from backend.rules.catalog import read_rule  # most runs ask for nothing of the kind
    from backend.rules.changed_measures import ChangedMeasures
    from backend.rules.earlier_runs import asked_part

    rule = read_rule(plan.rule)
    return asked_part(rule.of) if isinstance(rule, ChangedMeasures) else None
