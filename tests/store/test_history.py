"""A workflow is found again by what it was compiled from."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.history import Recalled, recall, remember


def _changed(workflow: Workflow, **against: str) -> Workflow:
    return workflow.model_copy(update={"against": workflow.against.model_copy(update=against)})


def _recall(
    workspace: Workspace, meaning: str = "xxh3:m", compiler: str = "compiler@1"
) -> Recalled:
    return recall(
        workspace, "CHK-1", meaning_hash=meaning, compiler=compiler, is_usable=lambda _: True
    )


@pytest.mark.parametrize("shape", ["full", "never run", "declined", "empty"])
def test_a_workflow_is_found_again(
    workspace: Workspace, workflow_shapes: dict[str, Workflow], shape: str
) -> None:
    remember(workspace, workflow_shapes[shape])
    assert _recall(workspace) == (workflow_shapes[shape], ())


def test_another_meaning_compiler_or_check_finds_nothing(
    workspace: Workspace, workflow: Workflow
) -> None:
    remember(workspace, workflow)
    remember(workspace, workflow.model_copy(update={"check_id": "CHK-2"}))
    assert _recall(workspace, meaning="xxh3:other").workflow is None
    assert _recall(workspace, compiler="compiler@2").workflow is None
    assert _recall(workspace).workflow == workflow


def test_a_sentence_that_is_put_back_finds_its_first_workflow(
    workspace: Workspace, workflow: Workflow
) -> None:
    remember(workspace, workflow)
    remember(workspace, _changed(workflow, meaning_hash="xxh3:second"))
    assert _recall(workspace).workflow == workflow


def test_a_check_that_was_renamed_finds_its_workflow(
    workspace: Workspace, workflow: Workflow
) -> None:
    remember(workspace, workflow.model_copy(update={"check_name": "Old name"}))
    found = _recall(workspace).workflow
    assert found is not None
    assert found.check_name == "Old name"


def _with_source(workflow: Workflow, sha256: str, compiled_at: str) -> Workflow:
    assert workflow.program is not None
    program = workflow.program.model_copy(update={"sha256": sha256})
    return workflow.model_copy(update={"program": program, "compiled_at": compiled_at})


def test_of_several_the_newest_that_is_usable_is_found(
    workspace: Workspace, workflow: Workflow
) -> None:
    old, mid, new = (_with_source(workflow, f"sha256:{n}", f"2026-01-0{n}") for n in (1, 2, 3))
    for found in (mid, new, old):
        remember(workspace, found)
    assert _recall(workspace).workflow == new
    kept = recall(
        workspace,
        "CHK-1",
        meaning_hash="xxh3:m",
        compiler="compiler@1",
        is_usable=lambda candidate: candidate != new,
    )
    assert kept.workflow == mid


def test_column_types_tell_workflows_apart(workspace: Workspace, workflow: Workflow) -> None:
    assert workflow.plan is not None
    bare = workflow.plan.model_copy(update={"columns_read": ()})
    first = remember(workspace, workflow)
    second = remember(workspace, workflow.model_copy(update={"plan": bare}))
    assert first != second
    assert first.parent == second.parent


def test_remembering_twice_keeps_one_file(workspace: Workspace, workflow: Workflow) -> None:
    assert remember(workspace, workflow) == remember(workspace, workflow)
    assert len(list(workspace.history.rglob("*.json"))) == 1


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"a": 1, "b": 2}', b'{"CHK-1::x": []}', b"\xff"], ids=repr
)
def test_a_damaged_file_is_moved_aside_and_the_others_serve(
    workspace: Workspace, workflow: Workflow, content: bytes
) -> None:
    damaged = remember(workspace, _with_source(workflow, "sha256:9", "2027"))
    remember(workspace, workflow)
    damaged.write_bytes(content)
    found = _recall(workspace)
    assert found.workflow == workflow
    (message,) = found.trouble
    assert Path(f"{damaged}.damaged-1").read_bytes() == content
    assert "which is safe to delete" in message
    assert _recall(workspace).trouble == ()


def test_a_file_in_the_wrong_folder_is_not_used(workspace: Workspace, workflow: Workflow) -> None:
    other = remember(workspace, _changed(workflow, meaning_hash="xxh3:other"))
    mine = remember(workspace, workflow)
    mine.write_bytes(other.read_bytes())
    assert _recall(workspace).workflow is None
