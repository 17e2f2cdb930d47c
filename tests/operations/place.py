"""A workspace with some history, the agent's command line over it, and what both left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backend.agent import main
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.no_op import end_unchanged
from backend.store.last_runs import read_run
from backend.store.runs_log import read_records
from tests.tiny_workspace import entry, state

ROOT = Path(__file__).resolve().parents[2]
AGENT, HELD_AGENT = "backend.agent", "tests.operations.held_agent"
ENTRIES = [
    entry("GOOD", "order_id must be filled in."),
    entry("BAD", "price must be at least 0"),
    entry("MILD", "price must be at least 0", warn_if="> 0", fail_if="> 90%"),
    entry("NONE", "If day is before 2000-01-01 then price must be filled in."),
    entry("DAY", "day must not be in the future."),
    entry("VAGUE", "The data should look splendid."),
    entry("OFF", "price must be at least 0", enabled=False),
]
HELD = [entry(name, "price must be at least 0") for name in ("FIRST", "HELD", "LAST")]
"""For the held agent."""


CHANGED_ONLY = ("run", "--changed-only", "--offline")


class Place:
    """A workspace and the commands over it."""

    def __init__(self, base: Path, read: Callable[[], Any]) -> None:
        self.workspace = Workspace(base)
        self.base = base
        self._read = read
        self.code = -1
        self.told = ""
        self.out = ""
        self.before = self.files()
        self.runs_before: list[str] = []
        self._started: list[subprocess.Popen[str]] = []

    def agent(self, *arguments: str) -> int:
        """One command in this very process."""
        self._read()
        self._look()
        self.code = main(["--base-dir", str(self.base), *arguments])
        printed = self._read()
        self.out, self.told = printed.out, printed.out + printed.err
        return self.code

    def ending(self, *arguments: str) -> int | None:
        """The exit code of a run that found nothing changed, None for one that has to look."""
        return end_unchanged(["--base-dir", str(self.base), *(arguments or CHANGED_ONLY)])

    def process(self, *arguments: str, module: str = AGENT) -> subprocess.Popen[str]:
        """One command in a process of its own, whose output is one text."""
        self._look()
        command = [sys.executable, "-m", module, "--base-dir", str(self.base), *arguments]
        started = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._started.append(started)
        return started

    def close(self) -> None:
        """End what a failed test left behind."""
        for process in self._started:
            process.kill()
            process.communicate()

    def held(self) -> subprocess.Popen[str]:
        """The held agent, at work on the check that does not end before `let_go`."""
        process = self.process(module=HELD_AGENT)
        wait_until(lambda: self.base.joinpath("held").exists() or process.poll() is not None)
        return process

    def let_go(self) -> None:
        self.base.joinpath("go").touch()

    def end(self, process: subprocess.Popen[str]) -> int:
        """Wait for a process, and take over what it came to."""
        self.told, _ = process.communicate(timeout=60)
        self.code = process.returncode
        return self.code

    def checks(self) -> list[dict[str, Any]]:
        return list(json.loads(self.workspace.checks_file.read_text()))

    def change(self, check_id: str, **fields: Any) -> None:
        changed = [e | fields if e["check_id"] == check_id else e for e in self.checks()]
        self.workspace.checks_file.write_text(json.dumps(changed))

    def keep(self, *check_ids: str) -> None:
        """Leave only these checks in the file."""
        kept = [e for e in self.checks() if e["check_id"] in check_ids]
        self.workspace.checks_file.write_text(json.dumps(kept))

    def write_table(self, file: str, text: str) -> None:
        self.workspace.data.joinpath(file).write_text(text)

    def records(self) -> dict[str, RunRecord]:
        """Those of the last run on record, by check id."""
        return {record.check_id: record for record in read_run(self.workspace).records}

    def runs(self) -> list[str]:
        """The ids of all runs on record."""
        return list(dict.fromkeys(r.run_id for r in read_records(self.workspace).records))

    def verdicts(self) -> dict[str, str]:
        return {name: record.verdict.value for name, record in self.records().items()}

    def files(self) -> dict[str, tuple[int, bytes]]:
        """Every file but the lock, with its time and content."""
        return {
            path: what for path, what in state(self.base).items() if not path.endswith("/.lock")
        }

    def _look(self) -> None:
        self.before = self.files()
        self.runs_before = self.runs()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Until something is so; a test that waits for what never comes ends by its timeout."""
    while not is_so():
        time.sleep(0.01)
