"""The agent runs as a process of its own: one for each workspace, whoever looks on."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from backend.contracts.workspace import Workspace
from backend.dashboard.trigger import BUSY, Agents, Started, read_output, say_ending
from backend.store.lock import WorkspaceLock


def wait_for(agents: Agents, base: Path) -> Started:
    while (found := agents.look(base)) is None or found.is_going:
        time.sleep(0.05)
    return found


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "small")
    made.checks_file.parent.mkdir(parents=True)
    made.data.mkdir()
    (made.data / "orders.csv").write_text("id,price\n1,5\n2,-3\n")
    entry = {
        "check_id": "CHK-1",
        "check_name": "Prices",
        "target_table": "orders",
        "calculation_hint": "price must be at least 0",
        "enabled": False,
    }
    made.checks_file.write_text(json.dumps([entry]))
    return made


def test_a_run_goes_on_its_own_and_tells_how_it_ended(small: Workspace) -> None:
    agents = Agents()
    assert agents.look(small.base) is None
    assert agents.start(small.base)

    going = agents.look(small.base)
    assert going is not None
    assert os.getsid(going.pid) == going.pid != os.getsid(0)

    done = wait_for(agents, small.base)
    assert (done.pid, done.exit_code) == (going.pid, 0)
    assert "1 SKIPPED" in read_output(done.output)
    assert not list(small.memory.glob("run-*"))


def test_a_second_start_starts_nothing_while_one_goes(small: Workspace) -> None:
    agents = Agents()
    assert [agents.start(small.base) for _ in range(3)] == [True, False, False]

    first = wait_for(agents, small.base)
    assert agents.start(small.base)
    again = agents.look(small.base)
    assert again is not None
    assert again.pid != first.pid
    assert not first.output.exists()
    wait_for(agents, small.base)


def test_a_workspace_that_is_held_is_told_kindly(small: Workspace) -> None:
    agents = Agents()
    with WorkspaceLock(small):
        agents.start(small.base)
        done = wait_for(agents, small.base)

    assert done.exit_code == BUSY
    assert "Another run holds this workspace" in say_ending(BUSY, is_recorded=False)
    assert "holds the workspace" in read_output(done.output)


@pytest.mark.parametrize(
    ("code", "is_recorded", "words"),
    [
        (0, True, "every check passed"),
        (1, True, "some checks fail"),
        (3, True, "no verdict"),
        (1, False, "did not come to its end (exit code 1)"),
        (-9, True, "did not come to its end (exit code -9)"),
    ],
)
def test_an_exit_code_alone_proves_no_run(code: int, is_recorded: bool, words: str) -> None:
    assert words in say_ending(code, is_recorded=is_recorded)


def test_of_a_long_output_the_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"\xffbegin" + b"x" * 100_000 + b"end")

    assert read_output(path).endswith("end")
    assert len(read_output(path)) == 64 * 1024
    assert read_output(tmp_path / "gone") == ""
