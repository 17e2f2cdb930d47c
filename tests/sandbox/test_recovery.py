"""A worker that dies is replaced unseen; nothing outlives the sandbox."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.program import OutcomeStatus
from backend.sandbox.bubblewrap import WORKER_ROOT
from backend.sandbox.sandbox import IsolatedSandbox
from tests.sandbox.conftest import ISOLATING, LIMITS, Files, levels, make_job, open_level

HEALTHY = make_job("def check(tables): return tables['orders'][tables['orders']['amount'] < 0]")
SLOW = make_job("import time; time.sleep(0.4)\n" + HEALTHY.program.source)
OURS = ("slot", "newroot", "oldroot", "sandbox-", WORKER_ROOT + " ")
"""Words of the places where a sandbox mounts."""
LEVELS = [*levels("full"), pytest.param("none", marks=pytest.mark.slow, id="none")]


def descendants() -> dict[int, str]:
    """The processes below this one, with their command lines."""
    parents, commands = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                facts = (entry / "stat").read_text().rpartition(")")[2].split()
                commands[int(entry.name)] = (entry / "cmdline").read_text()
                parents[int(entry.name)] = int(facts[1]) if facts[0] != "Z" else 0
            except OSError:
                continue
    found: set[int] = {os.getpid()}
    for _ in range(8):
        found |= {pid for pid, parent in parents.items() if parent in found}
    return {pid: commands[pid] for pid in found - {os.getpid()}}


def workers() -> list[int]:
    """The processes of workers, the first ones first."""
    return sorted(pid for pid, command in descendants().items() if "start.py" in command)


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that no other process of this machine writes to."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


@pytest.fixture(params=LEVELS)
def sandbox(request: pytest.FixtureRequest, files: Files) -> Iterator[IsolatedSandbox]:
    with open_level(request.param, files) as sandbox:
        assert list(sandbox.run(HEALTHY).rows) == [2]
        yield sandbox


def test_a_dead_worker_is_replaced(sandbox: IsolatedSandbox) -> None:
    for pid in workers():
        os.kill(pid, signal.SIGKILL)

    assert list(sandbox.run(HEALTHY).rows) == [2]
    assert list(sandbox.run(HEALTHY).rows) == [2]


@pytest.mark.parametrize("victim", [0, 1], ids=["the first process", "the second"])
def test_programs_in_flight_run_once_more(sandbox: IsolatedSandbox, victim: int) -> None:
    before = workers()
    with ThreadPoolExecutor(2) as pool:
        flying = [pool.submit(sandbox.run, SLOW) for _ in range(2)]
        while len(workers()) < len(before) + 2:
            time.sleep(0.01)
        os.kill(before[victim], signal.SIGKILL)
        outcomes = [each.result() for each in flying]

    assert [(o.status, list(o.rows)) for o in outcomes] == [(OutcomeStatus.OK, [2])] * 2


def test_a_second_death_is_that_programs_error(sandbox: IsolatedSandbox) -> None:
    with ThreadPoolExecutor(1) as pool:
        flying = pool.submit(sandbox.run, SLOW)
        while not flying.done():
            time.sleep(0.05)
            for pid in workers():
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
    try:
        outcome = flying.result()
        assert outcome.status == OutcomeStatus.CRASHED
        assert outcome.error == "the sandbox's worker died twice while it ran this program"
    except SandboxError as error:  # killed before it could say that it had started
        assert error.code == "no-sandbox"

    assert list(sandbox.run(HEALTHY).rows) == [2]


def test_a_hanging_worker_is_replaced(files: Files) -> None:
    with open_level("none", files, LIMITS.model_copy(update=dict(grace_seconds=0.2))) as sandbox:
        sandbox.run(HEALTHY)
        for pid in workers():
            os.kill(pid, signal.SIGSTOP)
        outcome = sandbox.run(HEALTHY.model_copy(update={"seconds": 0.5}))

    assert list(outcome.rows) == [2]


def state() -> dict[str, object]:
    """What a sandbox of this process could leave behind, and nothing of other processes."""
    mounts = Path("/proc/self/mountinfo").read_text().splitlines()
    return {
        "processes": descendants(),
        "threads": threading.active_count(),
        "open files": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
        "mounts": [line for line in mounts if any(word in line for word in OURS)],
        "temporary files": sorted(Path(tempfile.gettempdir()).rglob("*")),
    }


@pytest.mark.parametrize("level", ISOLATING)
def test_nothing_is_left_behind(files: Files, level: str) -> None:
    leave_files_and_threads = make_job(
        "import threading, time\nopen('x', 'w').write('x')\n"
        "threading.Thread(target=time.sleep, args=(60,)).start()\n" + HEALTHY.program.source
    )
    with open_level("none", files) as first:
        first.run(HEALTHY)  # what is started once for all is not counted
    before = state()
    with open_level(level, files) as sandbox:
        for _ in range(3):
            assert sandbox.run(leave_files_and_threads).status == OutcomeStatus.OK
            sandbox.run(make_job("while True: pass", seconds=0.05))

    assert state() == before


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_many_programs_leave_nothing_behind(files: Files) -> None:
    with open_level("none", files) as first:
        first.run(HEALTHY)
    before = state()
    with open_level("full", files) as sandbox, ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(sandbox.run, [HEALTHY] * 150))
        running = state()

    assert {tuple(outcome.rows) for outcome in outcomes} == {(2,)}
    assert state() == before
    assert running["mounts"] == before["mounts"]


@pytest.mark.parametrize("level", LEVELS)
def test_a_sandbox_that_is_killed_takes_its_worker_along(files: Files, level: str) -> None:
    source = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from backend.contracts.program import Job, TableFile\n"
        "from backend.sandbox import machine\n"
        "from backend.contracts.settings import SandboxSettings\n"
        "from backend.sandbox.open import open_at\n"
        "quick, endless = (Job.model_validate_json(text) for text in sys.argv[3:])\n"
        "table = TableFile(table='orders', path=Path(sys.argv[1]), rows=4)\n"
        "sandbox = open_at(sys.argv[2], machine.examine(), {'orders': table}, SandboxSettings())\n"
        "assert len(sandbox.run(quick).rows) == 1\n"
        "print('ready', flush=True)\n"
        "sandbox.run(endless)\n"
    )
    endless = make_job("import time; time.sleep(60)", seconds=90)
    jobs = [job.model_dump_json() for job in (HEALTHY, endless)]
    before = state()
    with subprocess.Popen(
        [sys.executable, "-c", source, str(files["orders"].path), level, *jobs],
        stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    ) as killed:  # fmt: skip
        assert killed.stdout and killed.stdout.readline() == b"ready\n"
        below = workers()
        killed.kill()
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in below) or state() != before:
        assert time.monotonic() < deadline, state()
        time.sleep(0.02)
    assert below


def test_a_closed_sandbox_says_so(files: Files) -> None:
    with open_level("none", files) as sandbox:
        pass
    with pytest.raises(SandboxError, match="it is closed"):
        sandbox.run(HEALTHY)


@pytest.mark.parametrize("level", LEVELS)
def test_a_worker_outlives_the_thread_that_used_it_first(files: Files, level: str) -> None:
    with open_level(level, files) as sandbox:
        first = threading.Thread(target=sandbox.run, args=(HEALTHY,))
        first.start()
        first.join()
        before = workers()
        time.sleep(0.1)

        assert list(sandbox.run(HEALTHY).rows) == [2]
        assert before and before == workers()


@pytest.mark.parametrize("level", LEVELS)
def test_closing_ends_a_program_and_does_not_begin_it_again(
    level: str, files: Files, tmp_path: Path
) -> None:
    endless = make_job("import time; time.sleep(300)\n" + HEALTHY.program.source, seconds=20)
    with ThreadPoolExecutor(1) as thread:
        with open_level(level, files) as sandbox:
            running = thread.submit(sandbox.run, endless)
            while not workers():
                time.sleep(0.05)
            time.sleep(1.0)
        with pytest.raises(SandboxError, match="it is closed") as closed:
            running.result()

    assert closed.value.code == "sandbox-closed"
    assert not workers()
