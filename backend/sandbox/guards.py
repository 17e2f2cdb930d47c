"""Which locks hold at each level, on such a machine."""

from __future__ import annotations

import os
from pathlib import Path

from backend.sandbox import binds, machine
from backend.sandbox.machine import Machine
from backend.sandbox.worker.lockdown import Guard


def guard_for(level: str, facts: Machine) -> Guard:
    """The locks of a worker at this level.

    Raises:
        SandboxError: Python lies where the user's own files do.
    """
    isolated = is_isolated(level)
    guard = Guard(
        landlock=facts.landlock if level in (machine.FULL, machine.REDUCED) else 0,
        seccomp=level != machine.NONE,
        metadata=level != machine.NONE and (facts.root or not isolated),
        readable=tuple(binds.python_folders()),
    )
    if guard.seccomp:
        binds.refuse_to_show(guard.readable, Path(os.environ.get("HOME") or "/nonexistent"))
    return guard


def is_isolated(level: str) -> bool:
    """Whether a worker of this level is in namespaces of its own."""
    return level in (machine.FULL, machine.FULL_SLOW)
