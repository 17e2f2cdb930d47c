"""A cluster of our own serves one run: heard on loopback alone, and gone with the process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

import pytest

from backend.engine.own_folder import PREFIX, own_folder
from tests.engine.processes import Seen, descendants, running
from tests.engine.tables_and_jobs import write_table

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
SCRIPT = """
import json, logging, signal, sys, time
from pathlib import Path
from backend.contracts.engine_settings import EngineSettings
from backend.contracts.program import TableFile
from backend.contracts.settings import SandboxSettings
from backend.engine.open import open_engine
from tests.engine.processes import Seen, descendants, running
from tests.engine.tables_and_jobs import make_job

files = {"orders": TableFile(table="orders", path=Path(sys.argv[1]), rows=4)}
limits = SandboxSettings(programs=1)
with open_engine(files, limits, EngineSettings(name="ray")) as sandbox:
    outcome = sandbox.run(make_job())
    handler = signal.getsignal(signal.SIGTERM)
    told = [list(outcome.rows), sandbox.level, sandbox.backend, str(handler)]
    print(json.dumps(told), flush=True)
    if len(sys.argv) > 2:
        sandbox.run(make_job("def check(tables):\\n    import time\\n    time.sleep(60)\\n"))
"""


LOOPBACK = {
    "0100007F",
    "0000000000000000FFFF00000100007F",
    "00000000000000000000000001000000",
}
"""127.0.0.1, the same as IPv6, and ::1, as the kernel writes them."""


class Run:
    """A process with a cluster of its own, and what it started."""

    def __init__(self, *arguments: str) -> None:
        self.tmp = tempfile.mkdtemp(prefix="own-", dir="/tmp")
        self.family: set[Seen] = set()
        self.process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, *arguments],
            env={**os.environ, "RAY_ADDRESS": "192.0.2.200:6379", "RAY_TMPDIR": self.tmp},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def first_line(self) -> list[object]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.communicate()[1]
        self.family = descendants(self.process.pid)
        told: list[object] = json.loads(line)
        return told

    def folders(self) -> set[Path]:
        return set(Path(self.tmp).glob(f"{PREFIX}*"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()
        shutil.rmtree(self.tmp)

    def is_gone(self) -> bool:
        """Whether every process of it ends, given time."""
        for _ in range(120):
            if not self.family & set(running().values()):
                return True
            time.sleep(0.25)
        return False


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_table(tmp_path_factory.mktemp("tables")).path)


def test_nothing_is_printed_and_nothing_is_left(orders: str) -> None:
    with Run(orders) as run:
        rows, level, backend, handler = run.first_line()
        printed, errors = run.process.communicate(timeout=120)

        assert (rows, level, handler) == ([2], "full", "0")
        assert "on 1 node of Ray" in str(backend)
        assert (run.process.returncode, printed, errors) == (0, "", "")
        assert run.is_gone()
        assert not run.folders()


def test_no_process_outlives_a_run_that_is_killed(
    orders: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Run(orders, "and wait") as run:
        run.first_line()
        run.process.kill()
        run.process.communicate(timeout=120)
        names = {each.pid: each.name for each in run.family}
        parents = {names.get(each.parent, "") for each in run.family}

        assert {"raylet", "gcs_server"} <= set(names.values())
        assert any(name.startswith("ray::Node") for name in parents)  # of the sandbox
        assert run.is_gone()
        assert run.folders()
        monkeypatch.setenv("RAY_TMPDIR", run.tmp)
        with own_folder() as folder:
            assert run.folders() == {Path(folder).parent}  # the next run swept after it


def test_it_is_heard_on_loopback_alone_read_by_nobody_else_and_ends_by_ctrl_c(orders: str) -> None:
    with Run(orders, "and wait") as run:
        run.first_line()
        heard = set(listening({each.pid for each in run.family}))
        (folder,) = run.folders()
        mode = folder.stat().st_mode & 0o777
        os.killpg(run.process.pid, signal.SIGINT)  # as a terminal does
        run.process.communicate(timeout=120)

        assert heard
        assert heard <= LOOPBACK
        assert mode == 0o700
        assert run.process.returncode != 0
        assert run.is_gone()
        assert not run.folders()


def listening(processes: set[int]) -> Iterator[str]:
    """The addresses, as the kernel writes them, at which these processes listen."""
    sockets = set()
    for process in processes:
        for file in Path(f"/proc/{process}/fd").iterdir():
            with suppress(OSError):
                sockets.add(str(file.readlink()))
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            _, address, _, state, *_, inode = line.split()[:10]
            if state == "0A" and f"socket:[{inode}]" in sockets:
                yield address.partition(":")[0]
