"""Start the agent, as a process of its own: the dashboard itself writes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from backend.contracts.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]

ENDINGS = {
    0: "The run is done: every check passed.",
    1: "The run is done: some checks fail.",
    2: "The run is done: there are warnings.",
    3: "The run is done: some checks have no verdict.",
}
"""What the agent's exit codes say of a run that left its record."""

BUSY = 75


class Finished(NamedTuple):
    """How a run ended, in a sentence, and all that it printed."""

    is_recorded: bool
    ending: str
    output: str


def run_agent(base: Path) -> Finished:
    """Run the agent over a workspace and wait for it."""
    log = Workspace(base).runs_log_file
    before = _size(log)
    done = _start(base)
    is_recorded = _size(log) > before
    return Finished(is_recorded, _ending(done.returncode, is_recorded=is_recorded), done.stdout)


def _ending(code: int, *, is_recorded: bool) -> str:
    """An exit code alone proves no run: an interpreter that finds no agent ends with 1 too."""
    if code == BUSY:
        return "Another run holds this workspace. Start again when it is done."
    if is_recorded and code in ENDINGS:
        return ENDINGS[code]
    return f"The run did not come to its end (exit code {code}); what it printed says why."


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _start(base: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "backend.agent", "run", "--base-dir", str(base)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
