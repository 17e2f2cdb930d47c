"""What is stale, and why: the decision about every check before a run.

Nothing here touches a disk or a model. What is not compiled makes nothing stale: name, severity,
owner, tags, thresholds, the values of parameters, columns that no program reads. A table (or a
column) without a value says nothing about its types, so that an empty delivery recompiles nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

import xxhash
from pydantic import JsonValue

from backend.contracts.check import Check, Stage
from backend.contracts.decision import Action, Decision, Reason
from backend.contracts.history import source_of
from backend.contracts.plan import ColumnRead, Decline, Plan
from backend.contracts.program import Program
from backend.contracts.schema import Column, Schema, TableSnapshot
from backend.contracts.workflow import CompiledAgainst, Workflow

_SCHEMA = "schema"
"""The part of `CompiledAgainst` that tells what a decline saw."""


def meaning_hash(check: Check) -> str:
    """The ``xxh3:…`` of all that is compiled of a check, and of nothing else."""
    return _digest(_meaning(check))


def compiled_against(
    check: Check, schema: Schema, *, tables: Sequence[str], checks_hash: str, compiler: str
) -> CompiledAgainst:
    """The record of what a check is compiled from now.

    ``tables`` are those of its plan, or, for a decline, its target tables.
    """
    known = {name: schema.tables[name] for name in tables if name in schema.tables}
    parts = {name: _digest(value) for name, value in _meaning(check).items()}
    return CompiledAgainst(
        checks_hash=checks_hash,
        schema_cols={name: table.column_names for name, table in known.items()},
        meaning_hash=meaning_hash(check),
        compiler=compiler,
        parts=parts | {_SCHEMA: _schema_hash(check, schema)},
    )


def decide(
    checks: Sequence[Check],
    schema: Schema,
    remembered: Mapping[str, Workflow],
    compiler: str,
    planners: Sequence[str],
    requested: frozenset[str] = frozenset(),
    keep: frozenset[str] = frozenset(),
    *,
    stage_compiler: str = "",
) -> list[Decision]:
    """Decide for each check, in order, then for what is remembered of checks that are gone.

    ``requested`` and ``keep`` hold check ids: those to compile whatever is remembered, and those
    whose entry cannot be read today and whose workflow is not to be forgotten for it. A disabled
    check is never compiled: its decision is REUSE even where nothing is remembered.
    ``stage_compiler`` makes the programs of stages, where it is another one.
    """
    keys = {workflow.check_id: key for key, workflow in remembered.items()}
    keys |= {check.check_id: check.key for check in checks if check.key in remembered}
    decisions = []
    for check in checks:
        key = keys.get(check.check_id)
        reasons: tuple[Reason, ...] = ()
        if check.enabled:
            asked = [Reason(code="requested")] if check.check_id in requested else []
            workflow = remembered[key] if key else None
            by = compiler if check.stage is Stage.RULE else stage_compiler or compiler
            stale = _why_stale(check, workflow, schema, by, planners)
            reasons = (*asked, *stale)
        action = Action.COMPILE if reasons else Action.REUSE
        decision = Decision(key=check.key, action=action, reasons=reasons, remembered=key)
        decisions.append(decision)
    used = {decision.remembered for decision in decisions}
    gone = [key for key, workflow in remembered.items() if workflow.check_id not in keep]
    return decisions + [_drop(key) for key in gone if key not in used]


def is_fresh(
    check: Check, workflow: Workflow, schema: Schema, compiler: str, planners: Sequence[str]
) -> bool:
    """Whether a workflow, wherever it was found, serves this check as it stands today."""
    return next(_why_stale(check, workflow, schema, compiler, planners), None) is None


def _drop(key: str) -> Decision:
    removed = (Reason(code="removed"),)
    return Decision(key=key, action=Action.DROP, reasons=removed, remembered=key)


def _why_stale(
    check: Check,
    workflow: Workflow | None,
    schema: Schema,
    compiler: str,
    planners: Sequence[str],
) -> Iterator[Reason]:
    if workflow is None or not (workflow.program or workflow.declined):
        yield Reason(code="new")
        return
    against = workflow.against
    if against.meaning_hash != meaning_hash(check):
        yield from _changed_parts(check, against)
    if against.compiler != compiler:
        yield Reason(code="compiler-changed", detail=f"{against.compiler} → {compiler}")
    if workflow.program:
        yield from _tampering(workflow.program)
    if workflow.plan:
        yield from _changed_tables(workflow.plan, schema)
    if check.stage is not Stage.RULE:
        yield from _added_columns(against, schema)
    if workflow.declined:
        yield from _changed_hopes(check, workflow.declined, against, schema, planners)


def _meaning(check: Check) -> dict[str, JsonValue]:
    examples = check.examples
    return {
        "text": check.calculation_hint,
        "tables": list(check.target_table),
        "params": {name: _param_type(value) for name, value in check.params.items()},
        "stage": check.stage.value,
        "examples": examples.model_dump(mode="json") if examples else None,
        "target": check.target,
        **_told_beforehand(check),
    }


def _told_beforehand(check: Check) -> dict[str, JsonValue]:
    """What the plan of a stage tells besides: the session, and the values of params."""
    if check.stage is Stage.RULE:
        return {}
    return {"session": check.session, "values": dict(check.params)}


def _param_type(value: JsonValue) -> str:
    match value:
        case bool():
            return "boolean"
        case int() | float():
            return "number"
    return "text"


def _changed_parts(check: Check, against: CompiledAgainst) -> Iterator[Reason]:
    """Name the parts that differ; where the record tells no parts, the text stands for all."""
    now = {name: _digest(value) for name, value in _meaning(check).items()}
    changed = [name for name in now if against.parts.get(name, now[name]) != now[name]]
    for name in changed or ["text"]:
        yield Reason(code=f"{name}-changed")


def _tampering(program: Program) -> Iterator[Reason]:
    source = program.source.encode("utf-8", errors="surrogatepass")
    if program.sha256 != f"sha256:{hashlib.sha256(source).hexdigest()}":
        yield Reason(code="tampered")


def _changed_tables(plan: Plan, schema: Schema) -> Iterator[Reason]:
    reads_of = (read.table for read in plan.columns_read)
    for name in dict.fromkeys((*map(source_of, plan.tables), *reads_of)):
        table = schema.tables.get(name)
        if name in schema.problems:
            yield Reason(code="table-unreadable", detail=name)
        elif table is None:
            yield Reason(code="table-removed", detail=name)
        else:
            reads = (read for read in plan.columns_read if read.table == name)
            yield from _changed_columns(reads, table)


def _changed_columns(reads: Iterable[ColumnRead], table: TableSnapshot) -> Iterator[Reason]:
    columns = {column.name: column for column in table.columns}
    for read in reads:
        place = f"{read.table}.{read.column}"
        column = columns.get(read.column)
        if column is None:
            yield Reason(code="column-removed", detail=place)
        elif column.missing < table.rows:
            yield from _changed_type(place, read, column)


def _added_columns(against: CompiledAgainst, schema: Schema) -> Iterator[Reason]:
    """Columns that are new to a stage, which reads every column of its table."""
    for name, columns in against.schema_cols.items():
        now = schema.tables[name].column_names if name in schema.tables else ()
        for column in now:
            if column not in columns:
                yield Reason(code="column-added", detail=f"{name}.{column}")


def _changed_type(place: str, read: ColumnRead, column: Column) -> Iterator[Reason]:
    """Compare exact types: one bad cell makes a number column text, and keys compare otherwise."""
    was, now = read.type, column.type
    if was != now:
        yield Reason(code="type-changed", detail=f"{place} {was.value} → {now.value}")
    elif read.date_format != column.date_format:
        formats = f"{read.date_format} → {column.date_format}"
        yield Reason(code="format-changed", detail=f"{place} {formats}")


def _changed_hopes(
    check: Check,
    declined: Decline,
    against: CompiledAgainst,
    schema: Schema,
    planners: Sequence[str],
) -> Iterator[Reason]:
    """Why a sentence that was declined may be understood now."""
    unasked = sorted(set(planners) - set(declined.declined_by))
    if unasked:
        yield Reason(code="planners-changed", detail=", ".join(unasked))
    unreadable = [name for name in check.target_table if name in schema.problems]
    for name in unreadable:
        yield Reason(code="table-unreadable", detail=name)
    if not unreadable and _shows_other_columns(check, against, schema):
        yield Reason(code="schema-changed", detail=", ".join(check.target_table))


def _shows_other_columns(check: Check, against: CompiledAgainst, schema: Schema) -> bool:
    tables = _target_tables(check, schema)
    if {name: table.column_names for name, table in tables.items()} != against.schema_cols:
        return True
    says_types = all(table.rows for table in tables.values())
    return says_types and against.parts.get(_SCHEMA) != _schema_hash(check, schema)


def _target_tables(check: Check, schema: Schema) -> dict[str, TableSnapshot]:
    return {name: schema.tables[name] for name in check.target_table if name in schema.tables}


def _schema_hash(check: Check, schema: Schema) -> str:
    """Hash what a planner may have missed: the columns' names, types and formats."""
    tables = _target_tables(check, schema)
    return _digest({name: list(map(_facts, table.columns)) for name, table in tables.items()})


def _facts(column: Column) -> JsonValue:
    return [column.name, column.reads_as.value, column.date_format]


def _digest(value: JsonValue) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return f"xxh3:{xxhash.xxh3_128_hexdigest(text.encode())}"
