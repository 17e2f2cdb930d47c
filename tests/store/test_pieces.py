"""Workflows that did not change keep the bytes in which they stand in the file."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.workflows import read_workflows, write_workflows

NAMES = ("plain", 'with "quotes"', "Zoë", "line\nbreak", "back\\slash", "half \ud800 character")
Workflows = dict[str, Workflow]


def _many(shapes: Workflows) -> Workflows:
    """Each shape under a name that JSON has to spell otherwise."""
    pairs = zip(NAMES, shapes.values(), strict=False)
    named = [each.model_copy(update={"check_name": name}) for name, each in pairs]
    return {each.key: each for each in named}


def _resaid(workflows: Workflows, place: int) -> Workflows:
    key = list(workflows)[place]
    other = workflows[key].model_copy(update={"sentence": "Another sentence."})
    return {**workflows, key: other}


CHANGES: dict[str, Callable[[Workflows], Workflows]] = {
    "first": lambda found: _resaid(found, 0),
    "middle": lambda found: _resaid(found, 2),
    "last": lambda found: _resaid(found, -1),
    "dropped": lambda found: dict(list(found.items())[1:]),
    "one left": lambda found: dict(list(found.items())[:1]),
    "other order": lambda found: dict(reversed(found.items())),
    "none left": lambda found: {},
    "renamed": lambda found: {
        key: each.model_copy(update={"check_name": "new"}) if place == 1 else each
        for place, (key, each) in enumerate(found.items())
    },
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_file_is_the_one_that_writing_all_anew_gives(
    workspace: Workspace, workflow_shapes: Workflows, name: str
) -> None:
    write_workflows(workspace, _many(workflow_shapes))
    before = read_workflows(workspace).workflows
    changed = CHANGES[name](dict(before))

    write_workflows(workspace, changed, before=before)

    spliced = workspace.workflows_file.read_bytes()
    write_workflows(workspace, changed)
    assert spliced == workspace.workflows_file.read_bytes()


def test_what_did_not_change_is_not_spelled_again(
    workspace: Workspace, workflow_shapes: Workflows
) -> None:
    """Told by a blank that no writer leaves out."""
    write_workflows(workspace, _many(workflow_shapes))
    path = workspace.workflows_file
    path.write_bytes(path.read_bytes().replace(b'"type": "plan"', b'"type":"plan"'))
    before = read_workflows(workspace).workflows

    write_workflows(workspace, _resaid(dict(before), -1), before=before)

    assert path.read_bytes().count(b'"type":"plan"') == len(before) - 1
    *_, last = read_workflows(workspace).workflows.values()
    assert last.sentence == "Another sentence."


def test_nothing_is_written_where_nothing_changed(
    workspace: Workspace, workflow_shapes: Workflows
) -> None:
    write_workflows(workspace, _many(workflow_shapes))
    before = read_workflows(workspace).workflows
    standing = workspace.workflows_file.stat()

    write_workflows(workspace, dict(before), before=before)

    after = workspace.workflows_file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (standing.st_ino, standing.st_mtime_ns)


def _another_file(path_of: Workspace, content: object) -> None:
    path_of.workflows_file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


DOUBTS: dict[str, Callable[[Workspace, dict[str, object]], None]] = {
    "other content": lambda place, found: _another_file(place, {**found, "X::Y": []}),
    "all gone": lambda place, found: place.workflows_file.unlink(),
    "one line": lambda place, found: place.workflows_file.write_text(json.dumps(found)),
}


@pytest.mark.parametrize("name", DOUBTS)
def test_bytes_are_taken_from_no_other_file(
    workspace: Workspace, workflow_shapes: Workflows, name: str
) -> None:
    write_workflows(workspace, _many(workflow_shapes))
    before = read_workflows(workspace).workflows
    changed = _resaid(dict(before), 0)
    DOUBTS[name](workspace, json.loads(workspace.workflows_file.read_bytes()))

    write_workflows(workspace, changed, before=before)

    assert read_workflows(workspace) == (changed, ())


@pytest.mark.parametrize("indent", [None, 1, 4], ids=str)
def test_a_file_that_a_person_laid_out_is_written_whole(
    workspace: Workspace, workflow_shapes: Workflows, indent: int | None
) -> None:
    write_workflows(workspace, _many(workflow_shapes))
    path = workspace.workflows_file
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=indent))
    before = read_workflows(workspace).workflows
    changed = _resaid(dict(before), 1)

    write_workflows(workspace, changed, before=before)

    spliced = path.read_bytes()
    write_workflows(workspace, changed)
    assert spliced == path.read_bytes()


def test_a_damaged_entry_does_not_stay(workspace: Workspace, workflow_shapes: Workflows) -> None:
    write_workflows(workspace, _many(workflow_shapes))
    path = workspace.workflows_file
    content = json.loads(path.read_bytes())
    _another_file(workspace, {**content, "C::damaged": [{"type": "plan"}]})
    before = read_workflows(workspace).workflows
    assert "C::damaged" not in before

    write_workflows(workspace, dict(before), before=before)

    assert list(json.loads(path.read_bytes())) == list(before)
