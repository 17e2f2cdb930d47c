"""Whether a process that a file speaks of is still there, on this machine."""

from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path

_STATE, _STARTED = 0, 19
"""Fields of ``/proc/<pid>/stat`` behind the name, see proc(5): 3 (state) and 22 (starttime)."""
_SLACK_SECONDS = 2.0


def is_running(pid: int, since: str = "") -> bool:
    """Whether this process lives, and began no later than ``since`` (ISO 8601).

    A number that was given to another process meanwhile does not count, nor does a process that
    ended and is only waited for.
    """
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass  # it is somebody else's, and lives
    return _is_the_one(pid, since)


def _is_the_one(pid: int, since: str) -> bool:
    try:
        told = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        uptime = float(Path("/proc/uptime").read_text("ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return True  # a system without /proc
    if told[_STATE] in ("Z", "X"):
        return False
    began = time.time() - uptime + int(told[_STARTED]) / os.sysconf("SC_CLK_TCK")
    return not since or began <= _seconds(since, began) + _SLACK_SECONDS


def _seconds(text: str, otherwise: float) -> float:
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return otherwise
