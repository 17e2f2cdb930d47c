"""A worker in its own namespaces, by bubblewrap: the arguments are the security.

Each flag that one could take for superfluous has a reason in ``docs/decisions/0005-sandbox.md``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from backend.sandbox import binds
from backend.sandbox.launch import ENVIRONMENT, PACKAGE, Launch
from backend.sandbox.worker.lockdown import Guard
from backend.sandbox.worker.slots import MEBIBYTE

NAMESPACES = (
    "--unshare-user",
    "--unshare-pid",
    "--unshare-net",
    "--unshare-ipc",
    "--unshare-uts",
    "--unshare-cgroup-try",
    "--disable-userns",
    "--cap-drop",
    "ALL",
    "--die-with-parent",
    "--new-session",
    "--as-pid-1",
    "--hostname",
    "sandbox",
)
"""``--unshare-user`` without ``-try``: rather fail than be weaker."""

PSEUDO = ("--proc", "/proc", "--remount-ro", "/proc", "--dev", "/dev", "--remount-ro", "/dev")
WORKER_ROOT = "/z"
"""Where the worker's own package lies inside; nothing else of this project does."""
PROBE_SECONDS = 10


class Found(NamedTuple):
    """A bubblewrap of this machine; ``problem`` is why it does not work, or ``""``."""

    path: str
    version: str
    problem: str


@cache
def find() -> Found | None:
    """The first bubblewrap that works, else the first that is there.

    The system's goes first: some distributions grant namespaces to that very path.
    """
    beside_python = Path(sys.executable).parent / "bwrap"
    candidates = ["/usr/bin/bwrap", shutil.which("bwrap"), str(beside_python)]
    found = [_probe(path) for path in dict.fromkeys(candidates) if path and Path(path).is_file()]
    working = [each for each in found if not each.problem]
    return next(iter(working or found), None)


def launch(path: str, guard: Guard, slot_mb: int, programs: int) -> Launch:
    """How to start a worker inside; nothing of this machine is writable from there."""
    folders = [f"/slots/{number}" for number in range(programs)]
    return Launch(
        command=(
            path,
            *NAMESPACES,
            "--clearenv",
            *_settings(),
            *binds.mounts(guard.readable),
            *PSEUDO,
            *_slot_mounts(folders, slot_mb),
            "--ro-bind",
            str(PACKAGE),
            f"{WORKER_ROOT}/backend/sandbox/worker",
            "--chdir",
            "/",
            "--remount-ro",
            "/",
            "--",
            *(sys.executable, "-s", "-B"),
            f"{WORKER_ROOT}/backend/sandbox/worker/start.py",
            WORKER_ROOT,
        ),
        environment={},
        slots=tuple(folders),
        slots_are_ours=False,
        guard=guard,
    )


def _settings() -> list[str]:
    return [word for name, value in ENVIRONMENT.items() for word in ("--setenv", name, value)]


def _slot_mounts(folders: Sequence[str], slot_mb: int) -> list[str]:
    size = str(slot_mb * MEBIBYTE)
    return [word for folder in folders for word in ("--size", size, "--tmpfs", folder)]


def _probe(path: str) -> Found:
    version = _run([path, "--version"])
    command = [path, *NAMESPACES, *PSEUDO, "--size", "4096", "--tmpfs", "/slots/0"]
    command += ["--ro-bind", "/usr", "/usr", *binds.top_links(), "--", "/usr/bin/env", "true"]
    tried = _run([*command])
    problem = "" if tried.returncode == 0 else _last_line(tried.stderr) or "it does not start"
    return Found(path, _last_line(version.stdout), problem)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - bubblewrap's own path, and words of this module
            command, env={}, capture_output=True, text=True, timeout=PROBE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else ""
