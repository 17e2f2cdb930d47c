from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.waiver import Waiver
from backend.contracts.workspace import Workspace
from backend.store.waivers import append_waiver, read_waivers, verify_waivers


def waiver(check_id: str, until: str | None = "2026-12-01") -> Waiver:
    day = date.fromisoformat(until) if until else None
    at = "2026-11-20T01:00:00.000+00:00"
    return Waiver(at=at, check_id=check_id, until=day, by="ann", why="known")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    for check_id in ("A", "B", "C"):
        append_waiver(workspace, waiver(check_id))
    return workspace


def test_each_carries_the_hash_of_the_one_before(workspace: Workspace) -> None:
    read = read_waivers(workspace)

    assert [each.check_id for each in read] == ["A", "B", "C"]
    assert [each.previous for each in read] == ["", read[0].hash, read[1].hash]
    assert verify_waivers(workspace) == (True, 3, read[2].hash, 0, "")


def test_nothing_given_yet(tmp_path: Path) -> None:
    assert read_waivers(Workspace(tmp_path)) == ()


def _later(lines: list[str]) -> list[str]:
    return [lines[0], lines[1].replace("2026-12-01", "2027-12-01"), lines[2]]


def _foreign(lines: list[str]) -> list[str]:
    return [*lines, json.dumps({"check_id": "D", "until": "2030-01-01"})]


TAMPERED: dict[str, tuple[Callable[[list[str]], list[str]], int]] = {
    "prolonged": (_later, 2),
    "dropped": (lambda lines: [lines[0], lines[2]], 2),
    "first dropped": (lambda lines: lines[1:], 1),
    "moved": (lambda lines: [lines[1], lines[0], lines[2]], 1),
    "added": (_foreign, 4),
    "not JSON": (lambda lines: [lines[0], "x", *lines[1:]], 2),
}


@pytest.mark.parametrize(("tamper", "line"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_changed_is_refused(
    tamper: Callable[[list[str]], list[str]], line: int, workspace: Workspace
) -> None:
    path = workspace.waivers_file
    changed = tamper(path.read_text().splitlines())
    path.write_text("\n".join(changed) + "\n")

    with pytest.raises(WorkspaceError, match=f"waivers.jsonl, line {line}:") as refused:
        read_waivers(workspace)
    with pytest.raises(WorkspaceError):
        append_waiver(workspace, waiver("D"))

    assert refused.value.code == "broken-audit-log"
    assert path.read_text().splitlines() == changed


def test_a_record_of_another_kind_in_the_chain_is_refused(workspace: Workspace) -> None:
    from backend.store.prompt_log import record_hash
    from backend.store.text import json_line

    head = read_waivers(workspace)[-1].hash
    other = {"something": "else", "previous": head}
    with workspace.waivers_file.open("a") as stream:
        stream.write(json_line({**other, "hash": record_hash(dict(other))}))

    with pytest.raises(WorkspaceError, match="line 4: The record is no waiver"):
        read_waivers(workspace)


def test_what_a_killed_writer_left_is_no_waiver(workspace: Workspace) -> None:
    with workspace.waivers_file.open("a") as stream:
        stream.write('{"at":"2026-11-2')

    assert len(read_waivers(workspace)) == 3
    append_waiver(workspace, waiver("D"))
    assert [each.check_id for each in read_waivers(workspace)] == ["A", "B", "C", "D"]
