"""A workflow as ``workflows.json`` spells it: a plan entry and an execution entry.

Nothing here touches a disk. What a program printed stands beside its source, what was judged under
``result``; a check that was declined has its decline in place of the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue

from backend.contracts.contract import Contract
from backend.contracts.program import Program
from backend.contracts.verdict import Execution
from backend.contracts.workflow import Workflow

Entries = list[dict[str, JsonValue]]

_PRINTED = ("stdout", "exit_code")
_BESIDE = ("sentence", "diff", "proof", "calls", "pending")
"""What stands beside the plan as it is."""
PLANNED = tuple(name for name in Workflow.model_fields if name not in ("program", "execution"))
"""What stands in the plan entry; the rest stands in the execution entry alone."""


def to_entries(workflow: Workflow) -> Entries:
    """Spell a workflow; `from_entries` gives it back exactly."""
    plan: dict[str, JsonValue] = {
        "type": "plan",
        "artifact": _plan_artifact(workflow),
        **_stamp(workflow),
        "check_id": workflow.check_id,
        "check_name": workflow.check_name,
        "reasons": list(workflow.reasons),
        **{name: _spelled(getattr(workflow, name)) for name in _BESIDE},
    }
    return [plan, to_execution_entry(workflow)]


def to_execution_entry(workflow: Workflow) -> dict[str, JsonValue]:
    """The second of `to_entries`."""
    artifact = _execution_artifact(workflow)
    return {"type": "execution", "artifact": artifact, **_stamp(workflow)}


def to_result(before: Workflow, after: Workflow) -> dict[str, JsonValue] | None:
    """What the execution entry says under ``result``; None where more of the entry has changed.

    The workflows have the same plan entry.
    """
    earlier, execution = before.execution, after.execution
    if before.program is None or before.program != after.program or not (earlier and execution):
        return None
    if any(getattr(earlier, name) != getattr(execution, name) for name in _PRINTED):
        return None
    return _result(execution, has_repl=True)


def from_entries(entries: Any) -> Workflow | None:
    """Read a workflow; None where these are not a plan entry and an execution entry.

    Raises:
        ValueError: the entries are there, but a value in them is not what it should be.
    """
    values = values_of(entries)
    return None if values is None else Workflow.model_validate(values)


def values_of(entries: Any) -> dict[str, Any] | None:
    """What the entries say, by the names of a workflow's fields; nothing of it is checked.

    Raises:
        ValueError: program or result are none.
    """
    match entries:
        case [
            {"type": "plan", "artifact": dict(plan), **stamp},
            {
                "type": "execution",
                "artifact": {"python_repls": list(repls), "result": result, **described},
            },
        ]:
            return {
                **_rest_of_plan_entry(stamp),
                **_read_plan(plan),
                "program": _read_program(repls, described.get("program")),
                "execution": _read_execution(repls, result),
            }
    return None


def _stamp(workflow: Workflow) -> dict[str, JsonValue]:
    return {
        "compiled_at": workflow.compiled_at,
        "compiled_against": workflow.against.model_dump(mode="json"),
    }


def _spelled(value: Contract | tuple[str, ...] | str | None) -> JsonValue:
    if isinstance(value, tuple):
        return list(value)
    return value.model_dump(mode="json") if isinstance(value, Contract) else value


def _plan_artifact(workflow: Workflow) -> dict[str, JsonValue]:
    artifact = workflow.plan.model_dump(mode="json") if workflow.plan else {}
    if workflow.declined:
        artifact["declined"] = workflow.declined.model_dump(mode="json")
    return artifact


def _execution_artifact(workflow: Workflow) -> dict[str, JsonValue]:
    program, execution = workflow.program, workflow.execution
    artifact: dict[str, JsonValue] = {
        "python_repls": [_repl(program, execution)] if program else [],
        "result": _result(execution, has_repl=program is not None),
    }
    if program:
        artifact["program"] = program.model_dump(mode="json", exclude={"source"})
    return artifact


def _repl(program: Program, execution: Execution | None) -> dict[str, JsonValue]:
    return {
        "python_repl": program.source,
        "stdout": execution.stdout if execution else "",
        "exit_code": execution.exit_code if execution else None,
    }


def _result(execution: Execution | None, *, has_repl: bool) -> dict[str, JsonValue] | None:
    if execution is None:
        return None
    judged = execution.model_dump(mode="json", exclude=set(_PRINTED) if has_repl else None)
    return {"status": judged.pop("verdict"), **judged}


def _rest_of_plan_entry(stamp: Mapping[Any, Any]) -> dict[str, Any]:
    return {**_without(stamp, "compiled_against"), "against": stamp.get("compiled_against")}


def _read_plan(artifact: dict[str, Any]) -> dict[str, Any]:
    plan = _without(artifact, "declined")
    return {"plan": plan or None, "declined": artifact.get("declined")}


def _read_program(repls: list[Any], described: object) -> dict[str, Any] | None:
    match repls, described:
        case [], None:
            return None
        case [{"python_repl": source}], dict():
            return {**described, "source": source}
    raise ValueError("the program and its description do not belong together")


def _read_execution(repls: list[Any], result: object) -> dict[str, Any] | None:
    match result:
        case None:
            return None
        case dict() if "status" in result:
            printed = {name: repl[name] for repl in repls for name in _PRINTED if name in repl}
            return {"verdict": result["status"], **_without(result, "status"), **printed}
    raise ValueError("the result carries no status")


def _without(found: Mapping[Any, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key != name}
