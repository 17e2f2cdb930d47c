"""A run as it goes, told from its events and from whether its process is there."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import FileMemo
from backend.dashboard.live import State, follow_newest, follow_run
from backend.dashboard.processes import is_running
from backend.store.events import EventLog


def ended(check_id: str, verdict: Verdict = Verdict.FAIL) -> RunRecord:
    return RunRecord(
        run_id="r1",
        check_id=check_id,
        check_name="Name",
        verdict=verdict,
        summary="7 of 20 rows flagged",
        tested=20,
        flagged=7,
        started_at="2026-11-20T10:00:00Z",
        as_of="2026-11-20",
        seconds=0.5,
    )


def edit_pid(path: Path, pid: int) -> None:
    first, *rest = path.read_text().splitlines(keepends=True)
    path.write_text("".join([json.dumps({**json.loads(first), "pid": pid}) + "\n", *rest]))


def gone_pid() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_a_run_is_followed_from_check_to_check(tmp_path: Path) -> None:
    workspace, memo = Workspace(tmp_path), FileMemo()
    log = EventLog(workspace, "r1")
    assert follow_newest(workspace, memo) is None

    log.begins(3)
    log.runs("CHK-1 Name")
    live = follow_newest(workspace, memo)
    assert live is not None
    assert (live.state, live.done, live.total, live.current) == (State.GOING, 0, 3, "CHK-1 Name")

    log.ends(ended("CHK-1"))
    log.runs("CHK-2 Name")
    log.ends(ended("CHK-2", Verdict.PASS))
    live = follow_newest(workspace, memo)
    assert live is not None
    assert (live.done, live.current, live.counts) == (2, "", {"FAIL": 1, "PASS": 1})
    assert [event.check for event in live.recent] == ["CHK-2 Name", "CHK-1 Name"]

    log.closes(1, 4.5)
    live = follow_newest(workspace, memo)
    assert live is not None
    assert (live.state, live.exit_code, live.seconds) == (State.ENDED, 1, 4.5)


def test_of_a_run_that_is_over_only_the_first_line_and_the_last_are_read(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    log = EventLog(workspace, "r1")
    log.begins(2)
    for number in range(2):
        log.runs(f"CHK-{number} Name")
        log.ends(ended(f"CHK-{number}"))
    log.closes(1, 4.5)

    live = follow_run(workspace, FileMemo(), "r1")

    assert live is not None
    assert (live.state, live.exit_code, live.seconds) == (State.ENDED, 1, 4.5)
    assert (live.total, live.number, live.counts, live.recent) == (2, 2, {}, ())


def test_a_run_whose_process_is_gone_was_interrupted(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    log = EventLog(workspace, "r1")
    log.begins(3)
    log.runs("CHK-1 Name")
    edit_pid(workspace.events / "r1.jsonl", gone_pid())

    live = follow_run(workspace, FileMemo(), "r1")

    assert live is not None
    assert (live.state, live.current, live.exit_code) == (State.INTERRUPTED, "CHK-1 Name", None)


def test_a_run_that_said_that_it_broke_off_was_interrupted(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    log = EventLog(workspace, "r1")
    log.begins(3)
    log.closes(None, 1.0)

    live = follow_run(workspace, FileMemo(), "r1")

    assert live is not None
    assert live.state is State.INTERRUPTED


def test_a_line_that_is_being_written_waits_and_a_damaged_one_is_left_out(tmp_path: Path) -> None:
    workspace, memo = Workspace(tmp_path), FileMemo()
    log = EventLog(workspace, "r1")
    log.begins(2)
    path = workspace.events / "r1.jsonl"
    log.ends(ended("CHK-1"))
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    live = follow_newest(workspace, memo)
    assert live is not None
    assert live.done == 0

    path.write_bytes(whole + b"\xff{nonsense\n")
    live = follow_newest(workspace, memo)
    assert live is not None
    assert live.done == 1


@pytest.mark.parametrize("run_id", ["", "../../r1", "a\0b", "r9"])
def test_a_run_without_events_has_no_course(tmp_path: Path, run_id: str) -> None:
    EventLog(Workspace(tmp_path), "r1").begins(1)
    assert follow_run(Workspace(tmp_path), FileMemo(), run_id) is None


def test_a_process_that_is_only_waited_for_does_not_run(tmp_path: Path) -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    while Path(f"/proc/{done.pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
        time.sleep(0.01)

    assert not is_running(done.pid)
    done.wait()


def test_a_number_that_went_to_a_younger_process_does_not_run() -> None:
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)

    assert is_running(other.pid)
    assert not is_running(other.pid, "2001-01-01T00:00:00+00:00")
    assert not is_running(0)
    assert not is_running(-1)
    other.communicate(b"\n")
