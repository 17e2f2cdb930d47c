"""What is written in great number is there at once, and durable together."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store import runs_log
from backend.store.atomic import SyncedTogether, write_atomic
from backend.store.journal import OpenLog, append_lines
from backend.store.runs_log import RunsLog, read_records


def record(number: int) -> RunRecord:
    return RunRecord(
        run_id="r1",
        check_id=f"C-{number}",
        check_name="c",
        verdict=Verdict.PASS,
        summary="",
        tested=1,
        flagged=0,
        started_at="2026-11-20T10:00:00+00:00",
        as_of="2026-11-20",
    )


def ids(workspace: Workspace) -> list[str]:
    return [each.check_id for each in read_records(workspace).records]


def test_each_record_is_there_as_soon_as_it_is_appended(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with RunsLog(workspace) as log:
        assert not workspace.runs_log_file.exists()
        for number in range(3):
            log.append(record(number))
            assert ids(workspace)[-1] == f"C-{number}"


def test_a_kill_between_two_records_loses_none(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    child = os.fork()
    if not child:
        with RunsLog(workspace) as log:
            for number in range(5):
                log.append(record(number))
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)

    assert ids(workspace) == [f"C-{number}" for number in range(5)]


class Syncs:
    """The files that were synced, in order, and how many lines each had."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.found: list[tuple[str, int]] = []
        self._fsync = os.fsync
        monkeypatch.setattr(os, "fsync", self)

    def __call__(self, handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        self.found.append((path.name, path.read_text().count("\n") if path.is_file() else 0))
        self._fsync(handle)

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.found]


def test_flagged_rows_are_durable_before_the_records_that_name_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, syncs = Workspace(tmp_path), Syncs(monkeypatch)
    monkeypatch.setattr(runs_log, "SYNC_RECORDS", 2)
    with RunsLog(workspace) as log:
        for number in range(200):
            write_atomic(workspace.artifacts / f"{number}" / "flagged.csv", "x")
            log.append(record(number))

    files = 0
    for name, lines in syncs.found:
        files += name == "flagged.csv"
        assert name != "runs_log.jsonl" or files >= lines
    assert files == 200
    assert syncs.found[-1] == ("runs_log.jsonl", 200)
    assert syncs.names.count("runs_log.jsonl") > 1


def test_a_sync_that_failed_is_told_though_a_later_one_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, fsync, refused = Workspace(tmp_path), os.fsync, []
    monkeypatch.setattr(runs_log, "SYNC_RECORDS", 1)

    def refuse_once(handle: int) -> None:
        name = Path(f"/proc/self/fd/{handle}").readlink().name
        if name == "runs_log.jsonl" and not refused:
            refused.append(name)
            raise OSError(5, "Input/output error")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse_once)
    with (
        pytest.raises(WorkspaceError, match=r"runs_log\.jsonl could not be written"),
        RunsLog(workspace) as log,
    ):
        log.append(record(0))
    assert ids(workspace) == ["C-0"]


def test_a_file_elsewhere_is_synced_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syncs = Syncs(monkeypatch)
    with SyncedTogether(tmp_path / "artifacts"):
        write_atomic(tmp_path / "workflows.json", "{}")
        assert [name for name in syncs.names if name.startswith(".new")]


def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together = SyncedTogether(tmp_path)

    def refuse(handle: int) -> None:
        raise OSError(5, "Input/output error")

    with together:
        monkeypatch.setattr(os, "fsync", refuse)
        write_atomic(tmp_path / "a", "x")
        with pytest.raises(WorkspaceError, match="a could not be written"):
            together.settle()


def test_an_open_log_mends_what_was_torn(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text('{"a":1}\n{"b":')
    with OpenLog(path) as log:
        log.append(json.dumps({"c": 2}, separators=(",", ":")) + "\n")
    append_lines(path, "")

    assert path.read_text() == '{"a":1}\n{"c":2}\n'
    assert [each.name for each in tmp_path.glob("*torn*")] == ["log.jsonl.torn-1"]
