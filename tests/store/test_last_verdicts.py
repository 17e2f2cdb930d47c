"""The last verdicts: what did not change is written as the bytes that stood there."""

from __future__ import annotations

import json

import pytest

from backend.contracts.kept import KeptVerdict, LogPlace
from backend.contracts.workspace import Workspace
from backend.store import last_verdicts
from backend.store.last_verdicts import read_last_verdicts, write_last_verdicts
from backend.store.text import json_text
from tests.outputs.reported_runs import HOSTILE, record

PLACE = LogPlace(base="r1", last="r2", gone=("gone", '"checks": {\n'))


def kept(check_id: str, **more: object) -> KeptVerdict:
    return KeptVerdict(entry="e", conditions="c", record=record(check_id, **more))


NAMES = ["A", "é", 'with "quotes"', "two\nlines", "back\\slash", '    "', "}", ""]


def test_they_read_back_as_they_were_written(workspace: Workspace) -> None:
    verdicts = {
        name: kept(name, reason=text) for name, text in zip(NAMES, HOSTILE.values(), strict=False)
    }
    write_last_verdicts(workspace, verdicts, PLACE)

    found = read_last_verdicts(workspace)
    assert (found.log, found.trouble) == (PLACE, ())
    assert list(found.verdicts) == list(verdicts)
    assert json.loads(workspace.last_verdicts_file.read_bytes())["log"]["base"] == "r1"
    write_last_verdicts(workspace, {}, None, before=found.verdicts)
    assert read_last_verdicts(workspace) == ({}, None, ())


def test_only_what_changed_is_spelled_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_last_verdicts(workspace, {name: kept(name) for name in NAMES}, PLACE)
    before = read_last_verdicts(workspace).verdicts
    assert set(before.pieces) == set(NAMES)
    spelled: list[object] = []
    with monkeypatch.context() as patch:
        patch.setattr(last_verdicts, "json_text", lambda v: spelled.append(v) or json_text(v))
        after = {**before, "new": kept("new"), "é": kept("é", owner="x")}
        del after["A"]
        write_last_verdicts(workspace, after, PLACE, before=before)

    assert len(spelled) == 3  # the head, and two verdicts
    found = read_last_verdicts(workspace).verdicts
    assert (found, list(found)) == (after, list(after))
    whole = workspace.last_verdicts_file.read_bytes()
    write_last_verdicts(workspace, after, PLACE)
    assert workspace.last_verdicts_file.read_bytes() == whole


def test_a_file_that_another_laid_out_is_spelled_anew(workspace: Workspace) -> None:
    write_last_verdicts(workspace, {name: kept(name) for name in NAMES}, PLACE)
    whole = workspace.last_verdicts_file.read_bytes()
    workspace.last_verdicts_file.write_text(json.dumps(json.loads(whole), indent=4))

    found = read_last_verdicts(workspace)
    assert found.verdicts.pieces == {}
    write_last_verdicts(workspace, found.verdicts, found.log, before=found.verdicts)
    assert workspace.last_verdicts_file.read_bytes() == whole
