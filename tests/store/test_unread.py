"""What a proof says is read when it is asked for, and only of a file that is as it was written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.contracts.proof import Finding, Proof, Trial
from backend.contracts.verdict import Execution, Verdict
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.unread import UnreadWorkflow
from backend.store.workflows import AsRead, read_workflows, write_workflows

Workflows = dict[str, Workflow]


@pytest.fixture
def proven(workflow_shapes: Workflows) -> Workflows:
    """Workflows of all shapes, and one whose proof warns."""
    shapes = list(workflow_shapes.values())
    held = next(each for each in shapes if each.plan and each.program)
    trials = (Trial(name="witnesses", finding=Finding.HOLDS, detail='"é"\n      "calls": []'),)
    for told in ((), ("the filter leaves 0 of 4,000 rows",)):
        proof = Proof(proven=True, trials=trials, warnings=told, sampled={"warnings": 1})
        shapes.append(held.model_copy(update={"proof": proof}))
    named = [each.model_copy(update={"check_name": f"c{n}"}) for n, each in enumerate(shapes)]
    return {each.key: each for each in named}


def _lazily(workspace: Workspace) -> AsRead:
    return read_workflows(workspace, lazily=True).workflows


def _ran_again(workflows: Workflows) -> Workflows:
    told = Execution(verdict=Verdict.PASS, summary="PASS: another run", seconds=0.25)
    return {key: each.model_copy(update={"execution": told}) for key, each in workflows.items()}


def test_what_is_read_later_is_what_is_read_at_once(
    workspace: Workspace, proven: Workflows
) -> None:
    write_workflows(workspace, proven)
    found = _lazily(workspace)
    unread = [each for each in found.values() if isinstance(each, UnreadWorkflow)]
    assert unread
    assert all("proof" not in each.__dict__ for each in unread)
    for key, workflow in proven.items():
        assert found[key].warnings == workflow.warnings
        assert {name: getattr(found[key], name) for name in Workflow.model_fields} == {
            name: getattr(workflow, name) for name in Workflow.model_fields
        }


def _printed_the_same(workflows: Workflows) -> Workflows:
    """Another run that came to something else and printed what it printed before."""
    told = {"verdict": Verdict.WARN, "summary": '"result": {\n', "flagged": 7, "seconds": 0.25}
    return {
        key: each.model_copy(update={"execution": each.execution.model_copy(update=told)})
        if each.execution
        else each
        for key, each in workflows.items()
    }


RUNS = {"other words": _ran_again, "the same words": _printed_the_same}


@pytest.mark.parametrize("again", RUNS.values(), ids=RUNS)
def test_a_run_that_only_ran_again_reads_no_proof(
    workspace: Workspace, proven: Workflows, again: Callable[[Workflows], Workflows]
) -> None:
    proven = _ran_again(proven) if again is _printed_the_same else proven
    write_workflows(workspace, proven)
    before = _lazily(workspace)
    after = again(dict(before))

    write_workflows(workspace, after, before=before)

    spliced = workspace.workflows_file.read_bytes()
    unread = [each for each in after.values() if isinstance(each, UnreadWorkflow)]
    assert unread
    assert all("proof" not in each.__dict__ for each in unread)
    write_workflows(workspace, again(proven))
    assert spliced == workspace.workflows_file.read_bytes()
    assert any(isinstance(each, UnreadWorkflow) for each in _lazily(workspace).values())


def test_what_is_spelled_anew_keeps_its_proof(workspace: Workspace, proven: Workflows) -> None:
    write_workflows(workspace, proven)
    before = _lazily(workspace)
    renamed = {
        key: each.model_copy(update={"sentence": "Another."}) for key, each in before.items()
    }

    write_workflows(workspace, renamed, before=before)

    after = read_workflows(workspace).workflows
    assert [each.proof for each in after.values()] == [each.proof for each in proven.values()]
    assert {each.sentence for each in after.values()} == {"Another."}


def _in_proof(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    place = text.index(old, text.index('\n      "proof": {'))
    path.write_text(text[:place] + new + text[place + len(old) :])


def _in_layout(place: Workspace, column: int, by: int) -> None:
    """One number of the second entry's line in the seal, by so many more."""
    head, *lines = place.workflows_seal.read_text().splitlines()
    numbers = [int(number) for number in lines[1].split()]
    numbers[column] += by
    lines[1] = " ".join(map(str, numbers))
    place.workflows_seal.write_text("\n".join([head, *lines, ""]))


EDITS: dict[str, Callable[[Workspace], None]] = {
    "a proof is damaged": lambda place: _in_proof(
        place.workflows_file, '"proven": ', '"proven": x'
    ),
    "a proof is none": lambda place: _in_proof(place.workflows_file, '"proven"', '"proved"'),
    "a proof warns": lambda place: _in_proof(
        place.workflows_file, '"warnings": []', '"warnings": ["by hand"]'
    ),
    "a blank more": lambda place: _in_proof(place.workflows_file, '"proven": ', '"proven":  '),
    "no seal": lambda place: place.workflows_seal.unlink(),
    "the seal of another version": lambda place: place.workflows_seal.write_text(
        place.workflows_seal.read_text().split()[0] + " 0123456789abcdef\n"
    ),
    "a seal with another length": lambda place: _in_layout(place, 0, 1),
    "a seal with a number too few": lambda place: place.workflows_seal.write_text(
        place.workflows_seal.read_text().rpartition(" ")[0] + "\n"
    ),
    "a seal with a proof that begins elsewhere": lambda place: _in_layout(place, 1, 7),
    "a seal with a proof that ends elsewhere": lambda place: _in_layout(place, 2, -7),
    "a seal that is none": lambda place: place.workflows_seal.write_bytes(b"\xff"),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_file_that_is_not_as_it_was_written_is_read_whole(
    workspace: Workspace, proven: Workflows, name: str
) -> None:
    write_workflows(workspace, proven)
    EDITS[name](workspace)
    original = workspace.workflows_file.read_bytes()
    whole = read_workflows(workspace)
    workspace.workflows_file.write_bytes(original)

    lazily = read_workflows(workspace, lazily=True)

    assert not any(isinstance(each, UnreadWorkflow) for each in lazily.workflows.values())
    assert lazily.workflows == whole.workflows
    assert len(lazily.trouble) == len(whole.trouble)


def test_a_file_of_no_workflow_is_read(workspace: Workspace) -> None:
    write_workflows(workspace, {})
    assert json.loads(workspace.workflows_file.read_bytes()) == {}
    assert read_workflows(workspace, lazily=True) == ({}, ())
