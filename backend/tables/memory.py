"""How much memory a table may still take: what the machine has free, within what is allowed."""

from __future__ import annotations

import os
from pathlib import Path

_ROOT = Path("/")


def free_memory(root: Path = _ROOT) -> int:
    """Bytes that can be had without swapping, of the machine and of the process's control group.

    ``root`` is where ``proc`` and ``sys`` are mounted. Sources: proc(5), and the kernel's
    documentation of cgroup v2; page cache that can be dropped counts as free.
    """
    there = _fields(root / "proc/meminfo").get("MemAvailable:", 0) << 10
    allowed = _allowed(root)
    there = there or os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return there if allowed is None else min(there, allowed)


def _allowed(root: Path) -> int | None:
    """What the control group and those around it leave; None where there is no limit."""
    lines = _text(root / "proc/self/cgroup").splitlines()
    own = next((line[3:] for line in lines if line.startswith("0::")), None)
    if own is None:
        return None
    top = root / "sys/fs/cgroup"
    place = top / own.strip("/")
    left = [_left(group) for group in (place, *place.parents) if group.is_relative_to(top)]
    return min((each for each in left if each is not None), default=None)


def _left(group: Path) -> int | None:
    limit, used = _text(group / "memory.max").strip(), _text(group / "memory.current").strip()
    if not limit.isdigit() or not used.isdigit():
        return None
    return int(limit) - int(used) + _fields(group / "memory.stat").get("inactive_file", 0)


def _fields(path: Path) -> dict[str, int]:
    """The first two words of each line, as a name and its number."""
    lines = (line.split() for line in _text(path).splitlines())
    return {line[0]: int(line[1]) for line in lines if len(line) > 1 and line[1].isdigit()}


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
