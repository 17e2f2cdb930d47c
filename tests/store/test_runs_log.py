"""The runs log only grows, and always parses line by line."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store.runs_log import append_records, read_records


def _record(run_id: str, summary: str = "ok") -> RunRecord:
    return RunRecord(
        run_id=run_id,
        check_id="CHK-1",
        check_name="é\u2028\n",
        verdict=Verdict.PASS,
        summary=summary,
        tested=5,
        flagged=0,
        started_at="2026-01-01T00:00:00Z",
        as_of="2026-01-01T00:00:00Z",
        tags=("a",),
        tables={"users": "xxh3:f"},
    )


def test_records_come_back_in_order(workspace: Workspace) -> None:
    append_records(workspace, [_record("r1"), _record("r2")])
    append_records(workspace, [])
    append_records(workspace, [_record("r3")])
    assert read_records(workspace) == ((_record("r1"), _record("r2"), _record("r3")), ())
    assert len(workspace.runs_log_file.read_bytes().split(b"\n")) == 4


def test_a_log_that_is_not_there_has_no_records(workspace: Workspace) -> None:
    append_records(workspace, [])
    assert read_records(workspace) == ((), ())
    assert not workspace.runs_log_file.exists()


TORN = [b"{", b'{"run_id": "r2", "check', b'{"a": "\xc3', b"5", b"x" * 200_000]


@pytest.mark.parametrize("torn", TORN, ids=["1", "22", "half a letter", "5", "200000"])
@pytest.mark.parametrize("before", [0, 2], ids=["first line", "after two"])
def test_a_torn_last_line_is_set_aside(workspace: Workspace, torn: bytes, before: int) -> None:
    whole = [_record(str(number)) for number in range(before)]
    append_records(workspace, whole)
    with workspace.runs_log_file.open("ab") as stream:
        stream.write(torn)
    assert read_records(workspace) == (tuple(whole), ())
    append_records(workspace, [_record("next")])
    assert read_records(workspace) == ((*whole, _record("next")), ())
    assert (workspace.memory / "runs_log.jsonl.torn-1").read_bytes() == torn
    for line in workspace.runs_log_file.read_bytes().splitlines():
        json.loads(line)


def test_a_last_line_that_lacks_its_break_only_is_kept(workspace: Workspace) -> None:
    append_records(workspace, [_record("r1"), _record("r2")])
    whole = workspace.runs_log_file.read_bytes()
    workspace.runs_log_file.write_bytes(whole[:-1])
    assert [record.run_id for record in read_records(workspace).records] == ["r1", "r2"]
    append_records(workspace, [_record("r3")])
    assert [record.run_id for record in read_records(workspace).records] == ["r1", "r2", "r3"]
    assert workspace.runs_log_file.read_bytes().startswith(whole)
    assert [path.name for path in workspace.memory.iterdir()] == ["runs_log.jsonl"]


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"no", b"\xff", b"[" * 100_000], ids=["", "{}", "no", "ff", "deep"]
)
def test_a_line_that_is_no_record_is_told_and_left(workspace: Workspace, line: bytes) -> None:
    append_records(workspace, [_record("r1")])
    with workspace.runs_log_file.open("ab") as stream:
        stream.write(line + b"\n")
    before = workspace.runs_log_file.read_bytes()
    append_records(workspace, [_record("r3")])
    read = read_records(workspace)
    assert [record.run_id for record in read.records] == ["r1", "r3"]
    assert read.trouble == ("runs_log.jsonl, line 2 is not the record of a check; left out.",)
    assert workspace.runs_log_file.read_bytes().startswith(before)


def test_when_the_disk_refuses_nothing_is_appended(
    workspace: Workspace, small_files: Callable[[int], AbstractContextManager[None]]
) -> None:
    append_records(workspace, [_record("r1")])
    before = workspace.runs_log_file.read_bytes()
    refused = pytest.raises(WorkspaceError, match="could not be written")
    with small_files(len(before) + 50), refused:
        append_records(workspace, [_record("r2")])
    assert workspace.runs_log_file.read_bytes() == before
    append_records(workspace, [_record("r2")])
    assert len(read_records(workspace).records) == 2


def test_a_long_line_is_found_from_the_end(workspace: Workspace) -> None:
    long = _record("r1", summary="x" * 300_000)
    append_records(workspace, [long])
    with workspace.runs_log_file.open("ab") as stream:
        stream.write(b"{torn")
    append_records(workspace, [_record("r2")])
    assert read_records(workspace).records == (long, _record("r2"))


def test_a_folder_in_place_of_the_log_is_told(workspace: Workspace) -> None:
    workspace.runs_log_file.mkdir()
    with pytest.raises(WorkspaceError, match="could not be read") as caught:
        read_records(workspace)
    assert caught.value.code == "cannot-read"
    with pytest.raises(WorkspaceError, match="could not be"):
        append_records(workspace, [_record("r1")])
