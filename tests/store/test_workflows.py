"""What is remembered comes back exactly, and damage costs what is damaged."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.workflows import read_workflows, write_workflows


def _written(workspace: Workspace, *workflows: Workflow) -> dict[str, Any]:
    write_workflows(workspace, {workflow.key: workflow for workflow in workflows})
    found = json.loads(workspace.workflows_file.read_bytes())
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "shape",
    ["full", "never run", "declined", "declined with a plan", "empty", "exit code"],
)
def test_a_workflow_comes_back_exactly(
    workspace: Workspace, workflow_shapes: dict[str, Workflow], shape: str
) -> None:
    workflow = workflow_shapes[shape]
    _written(workspace, workflow)
    read = read_workflows(workspace)
    assert read.workflows == {workflow.key: workflow}
    assert read.trouble == ()


def test_the_shape_on_disk_is_that_of_the_readme(workspace: Workspace, workflow: Workflow) -> None:
    plan, execution = _written(workspace, workflow)["CHK-1::Unknown users :: in events"]
    assert (plan["type"], execution["type"]) == ("plan", "execution")
    assert plan["artifact"]["restatement"].startswith("Flag rows")
    for entry in (plan, execution):
        assert entry["compiled_at"] == "2026-01-02T03:04:05Z"
        assert entry["compiled_against"]["checks_hash"] == "xxh3:c"
        columns = {"events": ["event_id", "user_id"], "users": ["user_id"]}
        assert entry["compiled_against"]["schema_cols"] == columns
    (repl,) = execution["artifact"]["python_repls"]
    assert list(repl) == ["python_repl", "stdout", "exit_code"]
    assert repl["python_repl"].startswith('"""CHK-1')
    assert (repl["stdout"], repl["exit_code"]) == ("line 1\nline 2", 0)
    result = execution["artifact"]["result"]
    assert list(result)[:2] == ["status", "summary"]
    assert result["status"] == "FAIL"
    assert execution["artifact"]["program"]["sha256"] == "sha256:not-that-of-the-source"


def test_a_decline_stands_in_place_of_the_plan(
    workspace: Workspace, workflow_shapes: dict[str, Workflow]
) -> None:
    plan, execution = next(iter(_written(workspace, workflow_shapes["declined"]).values()))
    assert list(plan["artifact"]) == ["declined"]
    assert plan["artifact"]["declined"]["code"] == "ambiguous"
    assert execution["artifact"]["python_repls"] == []
    assert execution["artifact"]["result"]["status"] == "ERROR"


def test_the_same_workflows_give_the_same_bytes(workspace: Workspace, workflow: Workflow) -> None:
    _written(workspace, workflow)
    before = workspace.workflows_file.read_bytes()
    write_workflows(workspace, read_workflows(workspace).workflows)
    assert workspace.workflows_file.read_bytes() == before


def test_nothing_is_remembered_at_first(workspace: Workspace) -> None:
    assert read_workflows(workspace) == ({}, ())


DAMAGED = {
    "empty": b"",
    "cut short": b'{"CHK-1::x": [',
    "no JSON": b"\x00\x01",
    "not UTF-8": b'{"a": "\xff"}',
    "a list": b"[]",
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_moved_aside(workspace: Workspace, content: bytes) -> None:
    workspace.workflows_file.write_bytes(content)
    read = read_workflows(workspace)
    assert read.workflows == {}
    aside = workspace.memory / "workflows.json.damaged-1"
    assert aside.read_bytes() == content
    assert not workspace.workflows_file.exists()
    (message,) = read.trouble
    assert message.startswith("workflows.json is damaged: ")
    assert "workflows.json.damaged-1, which is safe to delete" in message


def test_who_holds_no_lock_moves_nothing(workspace: Workspace) -> None:
    workspace.workflows_file.write_text("{")
    (message,) = read_workflows(workspace, holds_lock=False).trouble
    assert "The next run moves it aside" in message
    assert [path.name for path in workspace.memory.iterdir()] == ["workflows.json"]


def _spoil(entries: Any, path: tuple[Any, ...], value: object) -> None:
    for step in path[:-1]:
        entries = entries[step]
    entries[path[-1]] = value


SPOILT = {
    "no list": ((), "text"),
    "one entry": ((), [{"type": "plan", "artifact": {}}]),
    "three entries": ((), [1, 2, 3]),
    "types swapped": ((0, "type"), "execution"),
    "no artifact": ((0, "artifact"), None),
    "plan with a stranger": ((0, "artifact", "stranger"), 1),
    "plan without a table": ((0, "artifact", "table"), None),
    "against nothing": ((0, "compiled_against"), None),
    "no id": ((0, "check_id"), None),
    "another id": ((0, "check_id"), "CHK-9"),
    "no program": ((1, "artifact", "program"), None),
    "two sources": ((1, "artifact", "python_repls"), [{"python_repl": "a"}] * 2),
    "repl is text": ((1, "artifact", "python_repls"), ["a"]),
    "source is a number": ((1, "artifact", "python_repls", 0, "python_repl"), 5),
    "no such verdict": ((1, "artifact", "result", "status"), "GREEN"),
    "result is text": ((1, "artifact", "result"), "PASS"),
    "no result's status": ((1, "artifact", "result"), {"summary": "x"}),
    "no exit code": ((1, "artifact", "python_repls", 0, "exit_code"), None),
}


@pytest.mark.parametrize(("path", "value"), SPOILT.values(), ids=SPOILT)
def test_a_damaged_entry_costs_itself_only(
    workspace: Workspace, workflow: Workflow, path: tuple[Any, ...], value: object
) -> None:
    other = workflow.model_copy(update={"check_id": "CHK-2"})
    content = _written(workspace, workflow, other)
    _spoil(content, (workflow.key, *path), value)
    workspace.workflows_file.write_text(json.dumps(content))
    read = read_workflows(workspace)
    assert read.workflows == {other.key: other}
    (message,) = read.trouble
    assert "'CHK-1::Unknown users :: in events' is damaged; it is compiled anew" in message


def test_the_shape_of_the_first_prototype_is_compiled_anew(workspace: Workspace) -> None:
    stamp = {"compiled_at": "2025", "compiled_against": {"checks_hash": "s", "schema_cols": {}}}
    repl = {"python_repl": "print()", "stdout": "", "exit_code": 0}
    result = {"status": "PASS", "summary": ""}
    entries = [
        {"type": "plan", "artifact": {"steps": []}, **stamp},
        {"type": "execution", "artifact": {"python_repls": [repl], "result": result}, **stamp},
    ]
    workspace.workflows_file.write_text(json.dumps({"A::b": entries}))
    read = read_workflows(workspace)
    assert read.workflows == {}
    assert len(read.trouble) == 1


def test_the_hash_of_a_source_is_read_as_it_stands(
    workspace: Workspace, workflow: Workflow
) -> None:
    content = _written(workspace, workflow)
    _spoil(content, (workflow.key, 1, "artifact", "python_repls", 0, "python_repl"), "evil()")
    workspace.workflows_file.write_text(json.dumps(content))
    program = read_workflows(workspace).workflows[workflow.key].program
    assert program is not None
    assert (program.source, program.sha256) == ("evil()", "sha256:not-that-of-the-source")


def test_half_a_character_in_what_a_program_printed_does_not_stop_the_run(
    workspace: Workspace, workflow: Workflow
) -> None:
    assert workflow.execution is not None
    printed = workflow.execution.model_copy(update={"stdout": "a\ud800"})
    _written(workspace, workflow.model_copy(update={"execution": printed}))
    (read,) = read_workflows(workspace).workflows.values()
    assert read.execution is not None
    assert read.execution.stdout == "a\ufffd"
