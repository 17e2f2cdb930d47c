"""Many runs are started at once, and on two machines: one goes at a time, all are accounted for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from backend.contracts.event import Happening
from backend.contracts.workspace import Workspace
from backend.store.events import read_events
from backend.store.lock import WorkspaceLock, read_lock
from tests.faults.acting import ROOT, RUN, Stage
from tests.faults.holding import (
    Deliveries,
    Known,
    assert_healed,
    assert_sound,
    known,
    made,
)

STARTS = 50
PATIENCE = 10.0
WAYS = {"at once": RUN, "waiting": (*RUN, "--wait", "300")}


def assert_one_at_a_time(workspace: Workspace) -> None:
    """As the events have it, each run was over before the next began."""
    spans = []
    for path in workspace.events.glob("*.jsonl"):
        events = read_events(path)
        assert events[-1].happening is Happening.RUN_ENDED
        spans.append((events[0].at, events[-1].at))
    for (_, ended), (began, _) in pairwise(sorted(spans)):
        assert ended <= began


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("argv", WAYS.values(), ids=WAYS)
def test_of_fifty_starts_one_runs_at_a_time(
    argv: tuple[str, ...], stage: Stage, room: Path, deliveries: Deliveries
) -> None:
    workspace = made(room / "w", deliveries).workspace
    assert stage.act(workspace.base, *RUN).code == 3
    before = known(workspace)

    acted = stage.act(workspace.base, *argv, at_once=STARTS)

    busy = [told for code, told in zip(acted.codes, acted.told, strict=True) if code == 75]
    assert set(acted.codes) <= {3, 75}, acted.told
    assert len(acted.codes) == STARTS
    assert all("holds the workspace" in told for told in busy)
    assert not busy or "--wait" not in argv
    new = known(workspace).records[len(before.records) :]
    runs = {record.run_id for record in new}
    assert len(runs) == STARTS - len(busy) > 0
    assert len(new) == 4 * len(runs)
    told = "".join(acted.told)
    assert all(run_id in told for run_id in runs)
    assert_sound(workspace, before, deliveries)
    assert_healed(workspace)
    assert_one_at_a_time(workspace)


ELSEWHERE = ["unshare", "--pid", "--uts", "--mount-proc", "--fork", "--kill-child"]
"""What a second machine is to a shared folder: it knows neither the other's name nor processes."""
AS_ANOTHER = ["sh", "-c", 'hostname elsewhere && exec "$@"', "sh"]


LOOKS = (
    "import sys; from pathlib import Path; from backend.contracts.workspace import Workspace;"
    "from backend.store.lock import read_lock; print(*read_lock(Workspace(Path(sys.argv[1]))))"
)


@pytest.fixture
def elsewhere() -> list[str]:
    command = [*ELSEWHERE, *AS_ANOTHER]
    try:
        subprocess.run([*command, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not make namespaces")
    return command


@pytest.mark.slow
def test_two_machines_share_a_folder(
    elsewhere: list[str], stage: Stage, room: Path, deliveries: Deliveries
) -> None:
    workspace = made(room / "w", deliveries).workspace
    agent = [sys.executable, "-m", "tests.operations.held_agent", "--base-dir", str(workspace.base)]
    with WorkspaceLock(workspace):
        there = subprocess.run([*elsewhere, *agent], cwd=ROOT, capture_output=True, text=True)
        looks = [sys.executable, "-c", LOOKS, str(workspace.base)]
        seen = subprocess.check_output([*elsewhere, *looks], cwd=ROOT, text=True)
    assert f"process {os.getpid()} on {os.uname().nodename}, started" in seen
    assert seen.endswith(" True\n")
    assert there.returncode == 75, there.stderr
    assert "holds the workspace" in there.stderr
    holds = (
        "import sys, time; from pathlib import Path; from backend.contracts.workspace import *;"
        "from backend.store.lock import WorkspaceLock\n"
        "with WorkspaceLock(Workspace(Path(sys.argv[1]))): print('held', flush=True); input()"
    )
    command = [*elsewhere, sys.executable, "-c", holds, str(workspace.base)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as other:  # type: ignore[call-overload]
        assert other.stdout.readline() == "held\n"
        here = stage.act(workspace.base, *RUN)
        assert here.code == 75
        assert "on elsewhere, started" in here.told[0]
        assert read_lock(workspace).is_held
        other.kill()
    ends = time.monotonic() + PATIENCE
    while read_lock(workspace).is_held and time.monotonic() < ends:
        time.sleep(0.02)  # what the killed process started ends a moment later
    assert not read_lock(workspace).is_held
    assert stage.act(workspace.base, *RUN).code == 3
    assert_sound(workspace, Known(), deliveries)
    assert_healed(workspace)
