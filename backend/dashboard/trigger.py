"""Start the agent, as a process that outlives the page, the visitor and the dashboard itself.

Rules of this file: what the agent prints goes to a file of a temporary folder, and nothing is
written into the workspace; of one workspace this dashboard has one agent at a time. Whether
another process already works there is for the workspace's own lock to say.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

ENDINGS = {
    0: "The run is done: every check passed.",
    1: "The run is done: some checks fail.",
    2: "The run is done: there are warnings.",
    3: "The run is done: some checks have no verdict.",
}
"""What the agent's exit codes say of a run that came to its end."""

BUSY = 75
_LONGEST_OUTPUT = 64 * 1024


class Started(NamedTuple):
    """An agent that was started here; ``exit_code`` is None while it is going.

    ``at`` is ISO 8601, UTC; ``output`` is the file of what it prints.
    """

    pid: int
    at: str
    output: Path
    exit_code: int | None

    @property
    def is_going(self) -> bool:
        """Whether it has not ended yet."""
        return self.exit_code is None


class _Agent(NamedTuple):
    process: subprocess.Popen[bytes]
    at: str
    output: Path


class Agents:
    """Every agent that this dashboard started; shared by all visitors, safe among threads."""

    def __init__(self) -> None:
        """Nothing is started yet."""
        self._lock = threading.Lock()
        self._agents: dict[Path, _Agent] = {}
        self._folder: Path | None = None

    def start(self, base: Path, select: Sequence[str] = ()) -> bool:
        """Start a run over this workspace; False where one that was started here still goes.

        ``select`` are the ids of the only checks that are run; none for all.

        Raises:
            OSError: the machine starts no process, or has no room for its output.
        """
        place = base.resolve()
        with self._lock:
            known = self._agents.get(place)
            if known and known.process.poll() is None:
                return False
            self._agents[place] = self._begin(place, select)
            if known:
                known.output.unlink(missing_ok=True)
        return True

    def look(self, base: Path) -> Started | None:
        """The agent that was last started over this workspace, if any was."""
        with self._lock:
            agent = self._agents.get(base.resolve())
            if agent is None:
                return None
            return Started(agent.process.pid, agent.at, agent.output, agent.process.poll())

    def _begin(self, place: Path, select: Sequence[str]) -> _Agent:
        self._folder = self._folder or Path(tempfile.mkdtemp(prefix="agent-runs-"))
        handle, name = tempfile.mkstemp(prefix="run-", suffix=".txt", dir=self._folder)
        chosen = [f"--select=id:{check_id}" for check_id in select]
        with os.fdopen(handle, "wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "backend.agent", "run", "--base-dir", str(place), *chosen],
                cwd=ROOT,
                env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return _Agent(process, datetime.now(UTC).isoformat(timespec="seconds"), Path(name))


def say_ending(exit_code: int, *, is_recorded: bool) -> str:
    """How a run ended; an exit code alone proves no run: a lost interpreter ends with 1 too."""
    if exit_code == BUSY:
        return (
            "Another run holds this workspace, so yours did not begin and nothing was changed. "
            "Start it again when that one is done."
        )
    if is_recorded and exit_code in ENDINGS:
        return ENDINGS[exit_code]
    return f"The run did not come to its end (exit code {exit_code}); what it printed says why."


def read_output(path: Path) -> str:
    """The end of what an agent printed so far."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - _LONGEST_OUTPUT))
            return stream.read().decode("utf-8", "replace")
    except OSError:
        return ""
