"""A file that a visitor drops, and what is asked of the agent about it.

Rules of this file: nothing is parsed here and nothing is written into the workspace; a process of
the agent does both. The file lies in a temporary folder as long as the visitor's visit, under a
name of ours.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from backend.contracts.workspace import Workspace
from backend.dashboard.trigger import BUSY, ROOT

if TYPE_CHECKING:
    from backend.contracts.settings import DashboardSettings

_SECONDS = 300.0
_LONGEST_NAME = 200
_BUSY = (
    "Another run holds this workspace, and nothing was written. Try again when that one is done."
)


class Answer(NamedTuple):
    """What the agent told, as JSON; or why it told nothing."""

    told: dict[str, Any]
    trouble: str = ""


class Dropped:
    """A dropped file; gone when nobody holds it any more."""

    def __init__(self, name: str, data: bytes) -> None:
        """Keep it aside.

        Raises:
            OSError: the machine has no room for it.
        """
        self.name = name.replace("\0", "")[-_LONGEST_NAME:]
        self._folder = tempfile.TemporaryDirectory(prefix="upload-")
        self.path = Path(self._folder.name) / "dropped"
        self.path.write_bytes(data)

    @property
    def words(self) -> list[str]:
        """How a command of the agent is told of it."""
        return [str(self.path), f"--name={self.name}"]


def ask_agent(base: Path, command: str, *words: str) -> Answer:
    """Do ``agent session <command> <words>`` over this workspace, and wait for its answer."""
    try:
        done = _do(base, command, "--json", *words)
    except _Lost as lost:
        return Answer({}, str(lost))
    return read_answer(done.stdout, done.returncode, done.stderr)


def cancel_stage(base: Path, session: str) -> str:
    """Ask the running stage of a session to end; gives what the agent says to that."""
    try:
        done = _do(base, "cancel", session)
    except _Lost as lost:
        return str(lost)
    return (done.stdout + done.stderr).decode("utf-8", "replace").strip()


def read_limits(workspace: Workspace) -> DashboardSettings:
    """How large an upload may be.

    Raises:
        WorkspaceError: the settings cannot be read.
    """
    from backend.store.settings_file import read_settings  # its contracts are slow to import

    return read_settings(workspace).dashboard


class _Lost(Exception):
    """The agent did not start, or did not end."""


def _do(base: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command, *others = words
    said = [sys.executable, "-m", "backend.agent", "session", command, f"--base-dir={base}"]
    try:
        return subprocess.run(
            [*said, *others],
            cwd=ROOT,
            env={**os.environ, "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise _Lost(f"The agent gave no answer within {_SECONDS:g} seconds.") from error
    except (OSError, ValueError) as error:
        raise _Lost(f"The agent could not be started ({error}).") from error


def read_answer(stdout: bytes, code: int, stderr: bytes = b"") -> Answer:
    """What a command printed as JSON; an error of its own is told in its words."""
    try:
        told = json.loads(stdout)
    except ValueError:
        told = {}
    if code == 0 and isinstance(told, dict) and told:
        return Answer(told)
    if code == BUSY:
        return Answer({}, _BUSY)
    error = told.get("error") if isinstance(told, dict) else None
    if isinstance(error, dict):
        return Answer({}, str(error.get("message", "")))
    last = stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return Answer({}, f"The agent did not come to its end (exit code {code}). {last}".strip())


def options(pairs: Sequence[tuple[str, str | None]]) -> list[str]:
    """Options of a command with their values; those without one are left out."""
    return [f"--{name}={value}" for name, value in pairs if value]
